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
}

const PAGE_SIZE = 1000;

/**
 * Reads any number of records page by page. By id, each page starts behind the last id seen, so nothing is
 * skipped or repeated while others write; with an order of the user's, pages are counted off.
 */
export async function findRecords(
	client: OdooClient,
	search: RecordSearch,
): Promise<Result<OdooRecord[]>> {
	const records: OdooRecord[] = [];
	const byId = search.order === '';
	while (records.length < search.limit) {
		const size = Math.min(PAGE_SIZE, search.limit - records.length);
		const lastId = records.at(-1)?.id ?? 0;
		const page = await client.read<OdooRecord[]>({
			model: search.model,
			method: 'search_read',
			params: {
				domain:
					byId && lastId > 0 ? andDomain(search.domain, [['id', '>', lastId]]) : search.domain,
				fields: search.fields,
				limit: size,
				offset: byId ? 0 : records.length,
				order: byId ? 'id' : search.order,
			},
			...(search.includeArchived && { context: { active_test: false } }),
		});
		if (!page.ok) return page;
		for (const record of page.value) records.push(record);
		if (page.value.length < size) break;
	}
	return success(records);
}
