import type { Result } from '../../../core/odoo';
import { failed, failure, OdooErrorKind, success } from '../../../core/odoo';
import type { OdooClient } from '../../shared/odoo/client';

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
	const [foundModel, id] = found.value;
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

/** Ids by external id; those that do not exist are left out, other failures end the look-up. */
export async function resolveExternalIds(
	client: OdooClient,
	externalIds: string[],
	model: string,
): Promise<Map<string, Result<number>>> {
	const results = new Map<string, Result<number>>();
	const queue = [...new Set(externalIds)];
	const worker = async () => {
		for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
			results.set(next, await resolveExternalId(client, next, model));
		}
	};
	await Promise.all(Array.from({ length: PARALLEL }, worker));
	return results;
}
