import type { OdooRecord, RelationKey, Result } from '../../../core/odoo';
import {
	failed,
	failure,
	idsMeant,
	namingFields,
	OdooErrorKind,
	relationDomain,
	relationSignature,
	success,
} from '../../../core/odoo';
import type { OdooClient } from '../../shared/odoo/client';
import type { ExternalIdFinder } from './externalIds';
import { isExternalId } from './externalIds';

/** Most keys that one domain carries. */
const KEYS_PER_SEARCH = 500;

/** Turns what people write for a record into database ids, with one search per model. Never picks one of several. */
export class RelationResolver {
	private readonly found = new Map<string, Result<number>>();

	constructor(
		private readonly client: OdooClient,
		private readonly externalIds: ExternalIdFinder,
	) {}

	async resolve(keys: RelationKey[]): Promise<void> {
		const open = new Map(keys.map((key) => [relationSignature(key), key]));
		for (const signature of this.found.keys()) open.delete(signature);
		for (const group of alike([...open.values()])) {
			for (let start = 0; start < group.length; start += KEYS_PER_SEARCH) {
				await this.search(group.slice(start, start + KEYS_PER_SEARCH));
			}
			await this.tryExternalIds(group);
		}
	}

	/** The id of a key that `resolve` was given. */
	find(key: RelationKey): Result<number> {
		return (
			this.found.get(relationSignature(key)) ??
			failed(failure(OdooErrorKind.Missing, `${key.key} was not looked up`))
		);
	}

	/** Keys of one model that name by the same fields. */
	private async search(keys: RelationKey[]): Promise<void> {
		const [{ model, by }] = keys;
		const schema = await this.client.schema(model);
		const fields = by ? Object.keys(by) : namingFields(schema.ok ? schema.value : {});
		const answer = await this.client.read<OdooRecord[]>({
			model,
			method: 'search_read',
			params: { domain: relationDomain(keys, fields), fields },
		});
		for (const key of keys) this.found.set(relationSignature(key), pickOne(key, answer, fields));
	}

	/** Names go first: "S.A" looks like an external id too, and each of those costs a request without Setup. */
	private async tryExternalIds(keys: RelationKey[]): Promise<void> {
		const missing = keys.filter((key) => {
			const result = this.find(key);
			const isMissing = !result.ok && result.failure.kind === OdooErrorKind.Missing;
			return isMissing && !key.by && isExternalId(key.key);
		});
		if (missing.length === 0) return;
		const [{ model }] = missing;
		const texts = missing.map(({ key }) => key);
		for (const [text, id] of await this.externalIds.find(texts, model)) {
			this.found.set(relationSignature({ model, key: text }), id);
		}
	}
}

function alike(keys: RelationKey[]): RelationKey[][] {
	const groups = new Map<string, RelationKey[]>();
	for (const key of keys) {
		const signature = `${key.model} ${Object.keys(key.by ?? {})
			.sort()
			.join()}`;
		const group = groups.get(signature) ?? [];
		group.push(key);
		groups.set(signature, group);
	}
	return [...groups.values()];
}

function pickOne(key: RelationKey, answer: Result<OdooRecord[]>, fields: string[]): Result<number> {
	if (!answer.ok) return answer;
	const ids = idsMeant(key, answer.value, fields);
	if (ids.length === 1) return success(ids[0]);
	const means = key.by ? `has ${key.key}` : `is called "${key.key}"`;
	const isMissing = ids.length === 0;
	return failed(
		failure(
			isMissing ? OdooErrorKind.Missing : OdooErrorKind.Validation,
			isMissing
				? `No ${key.model} ${means}`
				: `${ids.length} records of ${key.model} are meant by ${key.key} (${ids.slice(0, 10).join(', ')})`,
			{
				advice: key.by
					? 'Correct the values, or use the ID or the external ID of the record.'
					: `Looked for by ${fields.join(', ')}. Correct it, use the ID or the external ID, or say which field is meant: {"${fields[0]}": "${key.key}"}.`,
			},
		),
	);
}
