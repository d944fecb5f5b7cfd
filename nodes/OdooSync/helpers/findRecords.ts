import type { Domain, OdooRecord, Result } from '../../../core/odoo';
import { andDomain, success } from '../../../core/odoo';
import type { OdooClient } from '../../shared/odoo/client';

export interface RecordSearch {
	model: string;
	domain: Domain;
	/** Infinity for all. */
	limit: number;
	/** Empty for all fields. */
	fields: string[];
	/** Odoo's notation; empty for by id. */
	order: string;
	includeArchived: boolean;
	/** Only records behind this id, where the order is by id. */
	afterId?: number;
}

/** Records that are in memory at a time where they are passed on page by page. */
export const PAGE_SIZE = 1000;

/**
 * Reads any number of records page by page. By id, each page starts behind the last id seen, so nothing is
 * skipped or repeated while others write; with an order of the user's, pages are counted off.
 */
export async function* findPages(
	client: OdooClient,
	search: RecordSearch,
): AsyncGenerator<Result<OdooRecord[]>> {
	const byId = search.order === '';
	let count = 0;
	let lastId = search.afterId ?? 0;
	while (count < search.limit) {
		const size = Math.min(PAGE_SIZE, search.limit - count);
		const page = await client.read<OdooRecord[]>({
			model: search.model,
			method: 'search_read',
			params: {
				domain:
					byId && lastId > 0 ? andDomain(search.domain, [['id', '>', lastId]]) : search.domain,
				fields: search.fields,
				limit: size,
				offset: byId ? 0 : count,
				order: byId ? 'id' : search.order,
			},
			...(search.includeArchived && { context: { active_test: false } }),
		});
		yield page;
		if (!page.ok || page.value.length < size) return;
		count += page.value.length;
		lastId = page.value.at(-1)?.id ?? lastId;
	}
}

/** All records at once. */
export async function findRecords(
	client: OdooClient,
	search: RecordSearch,
	change: (record: OdooRecord) => OdooRecord = (record) => record,
): Promise<Result<OdooRecord[]>> {
	const records: OdooRecord[] = [];
	for await (const page of findPages(client, search)) {
		if (!page.ok) return page;
		for (const record of page.value) records.push(change(record));
	}
	return success(records);
}
