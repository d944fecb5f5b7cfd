import type { Domain, OdooRecord, OdooValue, Result } from '../../../../core/odoo';
import { andDomain, success } from '../../../../core/odoo';
import type { ComparedRow, ComparisonPlan } from '../../../../core/odoo/reconcile';
import type { OdooClient } from '../../../shared/odoo/client';
import { FailureError } from '../../../shared/odoo/safely';

const PAGE_SIZE = 2000;

/**
 * The rows of Odoo, page by page in the order of their ids. A failed page ends it: half of what Odoo has would make
 * the rest missing.
 * @throws FailureError
 */
export async function* odooRows(
	client: OdooClient,
	plan: ComparisonPlan,
): AsyncGenerator<ComparedRow[]> {
	const reader = new RelatedReader(client, plan.model);
	const paths = [...plan.keys, ...plan.values].map(({ odoo }) => odoo);
	const fields = [...new Set(paths.map((path) => path.split('.')[0]))];
	for (let lastId = 0; ; ) {
		const page = await client.read<OdooRecord[]>({
			model: plan.model,
			method: 'search_read',
			params: {
				domain: andDomain([['id', '>', lastId]] as Domain, plan.domain),
				fields,
				limit: PAGE_SIZE,
				order: 'id',
			},
		});
		if (!page.ok) throw new FailureError(page.failure);
		await reader.prepare(page.value, paths);
		yield page.value.map((row) => ({
			key: plan.keys.map(({ odoo }) => reader.value(row, odoo)),
			values: plan.values.map(({ odoo }) => reader.value(row, odoo)),
			origin: row.id,
		}));
		if (page.value.length < PAGE_SIZE) return;
		lastId = page.value[page.value.length - 1].id;
	}
}

/** Fields behind one relation (`product_id.default_code`), read once for each record they stand on. */
class RelatedReader {
	private readonly cache = new Map<string, Map<number, OdooValue>>();

	constructor(
		private readonly client: OdooClient,
		private readonly model: string,
	) {}

	async prepare(rows: OdooRecord[], paths: string[]): Promise<void> {
		for (const path of paths.filter((one) => one.includes('.'))) await this.read(rows, path);
	}

	value(row: OdooRecord, path: string): OdooValue {
		const [field] = path.split('.');
		const value = row[field] ?? false;
		if (!path.includes('.')) return Array.isArray(value) ? value[1] : value;
		const id = Array.isArray(value) ? Number(value[0]) : 0;
		return this.cache.get(path)?.get(id) ?? false;
	}

	private async read(rows: OdooRecord[], path: string): Promise<void> {
		const [field, wanted] = path.split('.');
		const known = this.cache.get(path) ?? new Map<number, OdooValue>();
		this.cache.set(path, known);
		const ids = new Set(
			rows.flatMap(({ [field]: value }) => (Array.isArray(value) ? [Number(value[0])] : [])),
		);
		const missing = [...ids].filter((id) => !known.has(id));
		if (missing.length === 0) return;
		const related = await this.relatedRows(field, wanted, missing);
		if (!related.ok) throw new FailureError(related.failure);
		for (const row of related.value) known.set(row.id, row[wanted]);
	}

	private async relatedRows(
		field: string,
		wanted: string,
		ids: number[],
	): Promise<Result<OdooRecord[]>> {
		const schema = await this.client.schema(this.model);
		if (!schema.ok) return schema;
		const relation = schema.value[field]?.relation;
		if (!relation) return success([]);
		return await this.client.read<OdooRecord[]>({
			model: relation,
			method: 'search_read',
			params: { domain: [['id', 'in', ids]], fields: [wanted] },
			context: { active_test: false },
		});
	}
}
