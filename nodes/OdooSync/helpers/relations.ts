import type { OdooRecord, RelationKey, Result } from '../../../core/odoo';
import { failed, failure, OdooErrorKind, success } from '../../../core/odoo';
import type { OdooClient } from '../../shared/odoo/client';
import { isExternalId, resolveExternalIds } from './externalIds';

/** Most names that one domain carries. */
const NAMES_PER_SEARCH = 200;

/** Turns external ids and names into database ids, with one search per model. Never picks one of several. */
export class RelationResolver {
	private readonly found = new Map<string, Result<number>>();

	constructor(private readonly client: OdooClient) {}

	async resolve(keys: RelationKey[]): Promise<void> {
		const open = keys.filter((key) => !this.found.has(mapKey(key)));
		for (const [model, texts] of groupByModel(open)) {
			await this.resolveExternal(model, texts.filter(isExternalId));
			await this.resolveNames(
				model,
				texts.filter((text) => !this.found.has(mapKey({ model, key: text }))),
			);
		}
	}

	/** The id of a key that `resolve` was given. */
	find(key: RelationKey): Result<number> {
		return (
			this.found.get(mapKey(key)) ??
			failed(failure(OdooErrorKind.Missing, `${key.key} was not looked up`))
		);
	}

	private async resolveExternal(model: string, texts: string[]): Promise<void> {
		for (const [key, id] of await resolveExternalIds(this.client, texts, model)) {
			// "S.A" looks like an external id and may be a name: unknown ones are tried as names next.
			if (id.ok || id.failure.kind !== OdooErrorKind.Missing)
				this.found.set(mapKey({ model, key }), id);
		}
	}

	private async resolveNames(model: string, names: string[]): Promise<void> {
		const schema = await this.client.schema(model);
		const nameField = !schema.ok || 'name' in schema.value ? 'name' : 'display_name';
		for (let start = 0; start < names.length; start += NAMES_PER_SEARCH) {
			const some = names.slice(start, start + NAMES_PER_SEARCH);
			const answer = await this.client.read<OdooRecord[]>({
				model,
				method: 'search_read',
				params: { domain: [[nameField, 'in', some]], fields: [nameField] },
			});
			for (const key of some)
				this.found.set(mapKey({ model, key }), pickOne(answer, nameField, model, key));
		}
	}
}

const mapKey = ({ model, key }: RelationKey): string => `${model}\u001f${key}`;

function groupByModel(keys: RelationKey[]): Map<string, string[]> {
	const groups = new Map<string, Set<string>>();
	for (const { model, key } of keys) {
		const group = groups.get(model) ?? new Set();
		groups.set(model, group.add(key));
	}
	return new Map([...groups].map(([model, texts]) => [model, [...texts]]));
}

function pickOne(
	answer: Result<OdooRecord[]>,
	nameField: string,
	model: string,
	name: string,
): Result<number> {
	if (!answer.ok) return answer;
	const ids = answer.value.filter((record) => record[nameField] === name).map(({ id }) => id);
	if (ids.length === 1) return success(ids[0]);
	const message =
		ids.length === 0
			? `No ${model} is called "${name}"`
			: `${ids.length} records of ${model} are called "${name}" (${ids.join(', ')})`;
	const kind = ids.length === 0 ? OdooErrorKind.Missing : OdooErrorKind.Validation;
	return failed(
		failure(kind, message, {
			advice: 'Use the ID or the external ID of the record, or correct the name.',
		}),
	);
}
