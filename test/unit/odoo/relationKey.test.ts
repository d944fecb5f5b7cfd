import type { ModelSchema } from '../../../core/odoo';
import { FieldType, idsMeant, namingFields, relationDomain } from '../../../core/odoo';

const text = (more = {}) => ({ type: FieldType.Char, string: 'Text', ...more });
const schema: ModelSchema = {
	default_code: text(),
	barcode: text(),
	code: text({ searchable: false }),
	name: text(),
};

describe('what people call a record', () => {
	it('asks for all naming fields that can be searched, in one domain', () => {
		const fields = namingFields(schema);
		expect(fields).toEqual(['default_code', 'barcode', 'name']);
		const keys = ['A', 'B'].map((key) => ({ model: 'product.product', key }));
		expect(relationDomain(keys, fields)).toEqual([
			'|',
			'|',
			['default_code', 'in', ['A', 'B']],
			['barcode', 'in', ['A', 'B']],
			['name', 'in', ['A', 'B']],
		]);
		expect(namingFields({})).toEqual(['display_name']);
	});

	it('names every record that is meant, so that none is picked', () => {
		const records = [
			{ id: 1, default_code: 'A', barcode: false, name: 'First' },
			{ id: 2, default_code: 'B', barcode: 'A', name: 'Second' },
			{ id: 3, default_code: 'C', barcode: 'C', name: 'C' },
		];
		const fields = namingFields(schema);
		const ids = (key: string) => idsMeant({ model: 'm', key }, records, fields);
		expect(ids('A')).toEqual([1, 2]);
		expect(ids('C')).toEqual([3]);
		expect(ids('D')).toEqual([]);
	});

	it('takes the fields that the item names, relations by id', () => {
		const by = { name: 'North', company_id: 7 };
		const key = { model: 'stock.warehouse', key: 'North', by };
		expect(relationDomain([key], ['name', 'company_id'])).toEqual([
			'&',
			['name', '=', 'North'],
			['company_id', '=', 7],
		]);
		const records = [
			{ id: 1, name: 'North', company_id: [7, 'Own'] },
			{ id: 2, name: 'North', company_id: [8, 'Other'] },
		];
		expect(idsMeant(key, records, ['name', 'company_id'])).toEqual([1]);
	});
});
