import type { Result } from '../../../core/odoo';
import { failed, failure, OdooErrorKind, success } from '../../../core/odoo';
import type { OdooClient } from '../../shared/odoo/client';
import type { BulkAction } from './bulkAction';

const EXTERNAL_ID = /^[A-Za-z_]\w*\.[\w.-]+$/;

/** Look-ups under way at once; Odoo answers them one by one per worker process. */
const PARALLEL = 4;

export const isExternalId = (text: string): boolean => EXTERNAL_ID.test(text);

/**
 * The id behind `module.name`. Odoo has no bulk look-up of external ids that an ordinary user may call,
 * so each costs one small request.
 */
export async function resolveExternalId(
	client: OdooClient,
	externalId: string,
	model: string,
): Promise<Result<number>> {
	if (!isExternalId(externalId)) {
		return failed(
			failure(OdooErrorKind.Configuration, `"${externalId}" is not an external ID`, {
				model,
				advice: 'An external ID is written module.name, without blanks.',
			}),
		);
	}
	const dot = externalId.indexOf('.');
	const found = await client.read<[string, number | false]>({
		model: 'ir.model.data',
		method: 'check_object_reference',
		params: { module: externalId.slice(0, dot), xml_id: externalId.slice(dot + 1) },
		context: { active_test: false },
	});
	if (!found.ok) return isUnknownId(found.failure.message) ? missing(externalId, model) : found;
	return checkFound(externalId, model, found.value);
}

/** What stands behind an external id must be a record of the expected model. */
function checkFound(
	externalId: string,
	model: string,
	found: [string, number | false] | undefined,
): Result<number> {
	if (!found) return missing(externalId, model);
	const [foundModel, id] = found;
	if (foundModel !== model) {
		return failed(
			failure(OdooErrorKind.Validation, `${externalId} is a ${foundModel}, not a ${model}`, {
				model,
			}),
		);
	}
	return id === false ? missing(externalId, model) : success(id);
}

/** Odoo raises a plain ValueError here, in English whatever the language. */
const isUnknownId = (message: string): boolean => message.startsWith('External ID not found');

const missing = (externalId: string, model: string) =>
	failed(failure(OdooErrorKind.Missing, `No record has the external ID ${externalId}`, { model }));

/** Looks external ids up, each once in a run. */
export class ExternalIdFinder {
	private readonly known = new Map<string, Result<number>>();

	/** How many were asked for one by one. */
	singleRequests = 0;

	constructor(
		private readonly client: OdooClient,
		private readonly bulk: BulkAction,
	) {}

	/** The ids behind these external ids of a model, or why there is none. */
	async find(externalIds: string[], model: string): Promise<Map<string, Result<number>>> {
		const wanted = [...new Set(externalIds)];
		const open = wanted.filter((externalId) => !this.known.has(signature(model, externalId)));
		if (!(await this.findTogether(open, model))) await this.findEach(open, model);
		return new Map(
			wanted.flatMap((externalId) => {
				const id = this.known.get(signature(model, externalId));
				return id ? [[externalId, id] as const] : [];
			}),
		);
	}

	/** Forgets those that were not found, because somebody may have made them since. */
	forgetMissing(): void {
		for (const [key, id] of this.known) if (!id.ok) this.known.delete(key);
	}

	/** With Setup's action, in one request. @returns whether that was possible */
	private async findTogether(externalIds: string[], model: string): Promise<boolean> {
		if (!(await this.bulk.pays(externalIds.length))) return false;
		const valid = externalIds.filter(isExternalId);
		const answer = await this.bulk.run({ model, find: valid });
		if (!answer?.ok) return false;
		for (const externalId of valid) {
			const found = answer.value.found[externalId];
			this.known.set(signature(model, externalId), checkFound(externalId, model, found));
		}
		return valid.length === externalIds.length;
	}

	private async findEach(externalIds: string[], model: string): Promise<void> {
		const queue = [...externalIds].reverse();
		this.singleRequests += queue.length;
		const worker = async () => {
			for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
				this.known.set(signature(model, next), await resolveExternalId(this.client, next, model));
			}
		};
		await Promise.all(Array.from({ length: PARALLEL }, worker));
	}
}

const signature = (model: string, externalId: string): string => `${model} ${externalId}`;
