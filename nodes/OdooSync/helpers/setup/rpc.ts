import type { OdooValue, Result } from '../../../../core/odoo';
import { failed, Repeatable, success } from '../../../../core/odoo';
import type { OdooClient } from '../../../shared/odoo/client';

/** Making models and fields loads Odoo's registry anew, which takes its time. */
const CREATE_TIMEOUT_CONTEXT = { tracking_disable: true };

type Values = Record<string, OdooValue>;

export async function searchRead<T>(
	client: OdooClient,
	model: string,
	domain: OdooValue[],
	fields: string[],
): Promise<Result<T[]>> {
	return await client.read<T[]>({
		model,
		method: 'search_read',
		params: { domain, fields },
		context: { active_test: false },
	});
}

/** Ids in the order of the values. */
export async function createAll(
	client: OdooClient,
	model: string,
	values: Values[],
): Promise<Result<number[]>> {
	if (values.length === 0) return success([]);
	const created = await client.call<number[] | number>({
		model,
		method: 'create',
		params: { vals_list: values },
		context: CREATE_TIMEOUT_CONTEXT,
		repeatable: Repeatable.No,
	});
	return created.ok ? success([created.value].flat()) : created;
}

export async function write(
	client: OdooClient,
	model: string,
	ids: number[],
	vals: Values,
): Promise<Result<unknown>> {
	return await client.call({
		model,
		method: 'write',
		ids,
		params: { vals },
		repeatable: Repeatable.Yes,
	});
}

export async function unlink(
	client: OdooClient,
	model: string,
	ids: number[],
): Promise<Result<unknown>> {
	if (ids.length === 0) return success(true);
	return await client.call({ model, method: 'unlink', ids, repeatable: Repeatable.No });
}

/** One after the other; the first failure ends it. */
export async function inOrder<T>(
	items: readonly T[],
	work: (item: T) => Promise<Result<unknown>>,
): Promise<Result<true>> {
	for (const item of items) {
		const done = await work(item);
		if (!done.ok) return failed(done.failure);
	}
	return success(true);
}
