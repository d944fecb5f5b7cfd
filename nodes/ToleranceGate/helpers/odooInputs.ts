import type { Domain, OdooRecord, Result } from '../../../core/odoo';
import { andDomain, success } from '../../../core/odoo';
import type { RateText, UnitText } from '../../../core/tolerance';
import type { OdooClient } from '../../shared/odoo/client';

const PAGE = 1000;

/** All records of a search, a page at a time. */
async function readAll(
	client: OdooClient,
	model: string,
	domain: Domain,
	fields: string[],
	order: string,
): Promise<Result<OdooRecord[]>> {
	const records: OdooRecord[] = [];
	for (;;) {
		const page = await client.read<OdooRecord[]>({
			model,
			method: 'search_read',
			params: { domain, fields, order, limit: PAGE, offset: records.length },
			// A warehouse may count in a unit, or bill in a currency, that is archived in Odoo.
			context: { active_test: false },
		});
		if (!page.ok) return page;
		records.push(...page.value);
		if (page.value.length < PAGE) return success(records);
	}
}

const idOf = (relation: unknown): number =>
	Number(Array.isArray(relation) ? relation[0] : relation);
const nameOf = (relation: unknown): string =>
	String(Array.isArray(relation) ? relation[1] : relation);

/**
 * Units of measure with their factors. Odoo 19 chains units (`relative_uom_id`) and has `factor` in the root
 * unit; before, units have a category, and `factor` says how many of them the reference unit is.
 */
export async function readUnits(client: OdooClient): Promise<Result<UnitText[]>> {
	const schema = await client.schema('uom.uom');
	if (!schema.ok) return schema;
	const hasCategories = 'category_id' in schema.value;
	const fields = hasCategories
		? ['name', 'factor_inv', 'category_id']
		: ['name', 'factor', 'parent_path'];
	const found = await readAll(client, 'uom.uom', [], fields, 'id');
	if (!found.ok) return found;
	const names = new Map(found.value.map(({ id, name }) => [id, String(name)]));
	return success(
		found.value.map((unit) => ({
			name: String(unit.name),
			factor: hasCategories ? unit.factor_inv : unit.factor,
			reference: hasCategories
				? nameOf(unit.category_id)
				: (names.get(Number(String(unit.parent_path).split('/')[0])) ?? String(unit.name)),
		})),
	);
}

/** Rates as Odoo keeps them: units of a currency for one of the company's currency. */
export async function readRates(client: OdooClient): Promise<Result<RateText[]>> {
	const companies = await client.read<OdooRecord[]>({
		model: 'res.company',
		method: 'search_read',
		params: { domain: [], fields: ['currency_id'], order: 'id' },
	});
	if (!companies.ok) return companies;
	const bases = new Map(companies.value.map(({ id, currency_id }) => [id, nameOf(currency_id)]));
	const currencies = await readAll(client, 'res.currency', [], ['name'], 'id');
	if (!currencies.ok) return currencies;
	const names = new Map(currencies.value.map(({ id, name }) => [id, String(name)]));
	const fields = ['currency_id', 'rate', 'name', 'company_id'];
	const rates = await readAll(client, 'res.currency.rate', [], fields, 'name, id');
	if (!rates.ok) return rates;
	const [[firstCompany]] = companies.value.length > 0 ? [...bases] : [[0]];
	return success(
		rates.value.flatMap(({ currency_id, rate, name, company_id }) => {
			const company = company_id === false ? Number(firstCompany) : idOf(company_id);
			const currency = names.get(idOf(currency_id));
			// Rates of other companies than the user's main one would be another truth about the same day.
			if (currency === undefined || company !== Number(firstCompany)) return [];
			const base = bases.get(company);
			const at = String(name);
			if (base === undefined || currency === base) return [];
			// A company's own currency is 1 at any time, however old the row of its own is.
			return [
				{ currency, rate, at, base },
				{ currency: base, rate: 1, at, base },
			];
		}),
	);
}

export interface PriorQuery {
	readonly model: string;
	readonly domain: Domain;
	readonly field: string;
	readonly statusField: string | null;
}

/** Earlier decisions with their status, oldest first. */
export async function readPriorRecords(
	client: OdooClient,
	query: PriorQuery,
): Promise<Result<unknown[]>> {
	const { model, domain, field, statusField } = query;
	const only: Domain = [[field, 'like', 'tolerance-decision']];
	const fields = [field, ...(statusField === null ? [] : [statusField])];
	const found = await readAll(client, model, andDomain(only, domain), fields, 'id');
	if (!found.ok) return found;
	return success(
		found.value.map((record) => ({
			decision: record[field],
			...(statusField !== null && { status: record[statusField] }),
		})),
	);
}
