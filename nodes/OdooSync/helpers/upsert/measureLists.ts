import type { CurrencyRate, OdooRecord, Result, Unit } from '../../../../core/odoo';
import { success } from '../../../../core/odoo';
import type { OdooClient } from '../../../shared/odoo/client';

export type Rate = CurrencyRate & { hasRate: boolean; isOwn: boolean };

/** All units of measure. */
export async function readUnits(client: OdooClient): Promise<Result<Unit[]>> {
	const schema = await client.schema('uom.uom');
	if (!schema.ok) return schema;
	// Odoo 19 made a tree of what were categories, and turned the factor round.
	const isTree = 'relative_factor' in schema.value;
	const found = await client.read<OdooRecord[]>({
		model: 'uom.uom',
		method: 'search_read',
		params: { domain: [], fields: ['name', 'factor', isTree ? 'parent_path' : 'category_id'] },
	});
	if (!found.ok) return found;
	return success(
		found.value.map((unit) => ({
			id: unit.id,
			name: String(unit.name),
			factor: Number(unit.factor),
			factorIsInverse: !isTree,
			family: isTree ? String(unit.parent_path).split('/')[0] : String(unit.category_id),
		})),
	);
}

/** All currencies with today's rates. */
export async function readRates(client: OdooClient): Promise<Result<Rate[]>> {
	const found = await client.read<OdooRecord[]>({
		model: 'res.currency',
		method: 'search_read',
		params: {
			domain: [],
			fields: ['name', 'rate', 'decimal_places', 'rate_ids', 'is_current_company_currency'],
		},
		context: { active_test: false },
	});
	if (!found.ok) return found;
	return success(
		found.value.map((one) => ({
			id: one.id,
			name: String(one.name),
			rate: Number(one.rate),
			decimalPlaces: Number(one.decimal_places),
			hasRate: Array.isArray(one.rate_ids) && one.rate_ids.length > 0,
			isOwn: one.is_current_company_currency === true,
		})),
	);
}
