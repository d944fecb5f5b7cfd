import type { Measured, ModelSchema, OdooValue, Result, Unit } from '../../../../core/odoo';
import {
	convertCurrency,
	convertUnit,
	failed,
	failure,
	OdooErrorKind,
	success,
} from '../../../../core/odoo';
import type { OdooClient } from '../../../shared/odoo/client';
import type { Rate } from './measureLists';
import { readRates, readUnits } from './measureLists';

/** The record or line that the amount belongs to. */
export interface MeasuredRecord {
	model: string;
	schema: ModelSchema;
	/** Its other values, relations as ids. */
	values: Record<string, OdooValue>;
}

/** Converts amounts to the unit or currency that Odoo keeps them in, with Odoo's own factors and rates of today. */
export class Measures {
	private units: Result<Unit[]> = success([]);

	private rates: Result<Rate[]> = success([]);

	private loaded = false;

	private readonly productUnits = new Map<string, Promise<Result<number>>>();

	constructor(private readonly client: OdooClient) {}

	/** Both are short lists; read once in a run. */
	async load(): Promise<void> {
		if (this.loaded) return;
		this.loaded = true;
		this.units = await readUnits(this.client);
		this.rates = await readRates(this.client);
	}

	async convert(measured: Measured, record: MeasuredRecord): Promise<Result<number>> {
		return measured.unit === undefined
			? this.convertMoney(measured.amount, measured.currency ?? '', record)
			: await this.convertQuantity(measured.amount, measured.unit, record);
	}

	private async convertQuantity(
		amount: number,
		name: string,
		record: MeasuredRecord,
	): Promise<Result<number>> {
		if (!this.units.ok) return this.units;
		const from = onlyOne(this.units.value, 'unit of measure', name);
		if (!from.ok) return from;
		const targetId = await this.unitOf(record);
		if (!targetId.ok) return targetId;
		const to = this.units.value.find(({ id }) => id === targetId.value);
		const converted = to ? convertUnit(amount, from.value, to) : null;
		return converted === null
			? problem(`${from.value.name} cannot be converted to ${to?.name ?? 'the unit in Odoo'}`)
			: success(converted);
	}

	/** The unit written beside the amount, or that of the product. */
	private async unitOf({ model, schema, values }: MeasuredRecord): Promise<Result<number>> {
		const beside = idsBeside(values, schema, 'uom.uom');
		if (beside.length === 1) return success(beside[0]);
		const product = values.product_id ?? values.product_tmpl_id;
		if (beside.length > 1 || typeof product !== 'number') {
			return problem(`${model}: it is not said in which unit Odoo keeps the amount`);
		}
		const productModel =
			schema['product_id' in values ? 'product_id' : 'product_tmpl_id'].relation ?? '';
		const key = `${productModel} ${product}`;
		const asked = this.productUnits.get(key) ?? this.readProductUnit(productModel, product);
		this.productUnits.set(key, asked);
		return await asked;
	}

	private async readProductUnit(model: string, id: number): Promise<Result<number>> {
		const found = await this.client.read<Array<{ uom_id: [number, string] }>>({
			model,
			method: 'search_read',
			params: { domain: [['id', '=', id]], fields: ['uom_id'] },
			context: { active_test: false },
		});
		if (!found.ok) return found;
		const [product] = found.value;
		return product ? success(product.uom_id[0]) : problem(`There is no ${model} ${id}`);
	}

	private convertMoney(amount: number, code: string, record: MeasuredRecord): Result<number> {
		if (!this.rates.ok) return this.rates;
		const from = onlyOne(this.rates.value, 'currency', code);
		if (!from.ok) return from;
		const to = this.currencyOf(record, this.rates.value);
		if (!to.ok) return to;
		// Without a rate Odoo would silently count 1 : 1.
		const unknown = [from.value, to.value].find(({ hasRate, isOwn }) => !hasRate && !isOwn);
		if (unknown && from.value.id !== to.value.id) {
			return problem(`Odoo has no exchange rate for ${unknown.name}`);
		}
		return success(convertCurrency(amount, from.value, to.value));
	}

	/** The currency written beside the amount; the company's for models that keep amounts in no other. */
	private currencyOf({ model, schema, values }: MeasuredRecord, rates: Rate[]): Result<Rate> {
		const beside = idsBeside(values, schema, 'res.currency');
		const isCompanys = !('currency_id' in schema) || model.startsWith('product.');
		const to =
			beside.length === 1
				? rates.find(({ id }) => id === beside[0])
				: rates.find(({ isOwn }) => isOwn && beside.length === 0 && isCompanys);
		return to
			? success(to)
			: problem(`${model}: it is not said in which currency Odoo keeps the amount`);
	}
}

/** Names listed in a message. */
const MOST_NAMED = 20;

const ADVICE =
	'Give the amount in the unit or currency that Odoo keeps, or name that unit or currency in its field beside the amount.';

const problem = (message: string) =>
	failed(failure(OdooErrorKind.Validation, message, { advice: ADVICE }));

/** Ids of the given model among the values. */
const idsBeside = (
	values: MeasuredRecord['values'],
	schema: ModelSchema,
	model: string,
): number[] =>
	Object.entries(values).flatMap(([name, value]) =>
		schema[name]?.relation === model && typeof value === 'number' ? [value] : [],
	);

function onlyOne<T extends { name: string }>(all: T[], what: string, name: string): Result<T> {
	const exact = all.filter((one) => one.name.toLowerCase() === name.toLowerCase());
	if (exact.length === 1) return success(exact[0]);
	return problem(
		exact.length === 0
			? `Odoo has no ${what} "${name}"; it has ${all
					.slice(0, MOST_NAMED)
					.map((one) => one.name)
					.join(', ')}`
			: `Odoo has ${exact.length} times the ${what} "${name}"`,
	);
}
