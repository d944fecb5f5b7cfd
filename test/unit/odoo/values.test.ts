import type { FieldSchema } from '../../../core/odoo';
import { FieldType, findChanges, toOdooValue } from '../../../core/odoo';

const field = (type: FieldType, more: Partial<FieldSchema> = {}): FieldSchema => ({
	type,
	string: 'Field',
	...more,
});

const convert = (input: unknown, schema: FieldSchema, zone = 'Europe/Brussels') =>
	toOdooValue(input, schema, zone);

describe('conversion to what Odoo stores', () => {
	it.each([
		[FieldType.Char, '', false],
		[FieldType.Char, null, false],
		[FieldType.Char, 12, '12'],
		[FieldType.Boolean, 'yes', true],
		[FieldType.Boolean, undefined, false],
		[FieldType.Integer, '42', 42],
		[FieldType.Float, '1.5', 1.5],
		[FieldType.Date, '2026-01-31', '2026-01-31'],
		[FieldType.Datetime, '2026-01-31 08:00:00', '2026-01-31 08:00:00'],
		[FieldType.Datetime, '2026-01-31T08:00:00Z', '2026-01-31 08:00:00'],
		[FieldType.Datetime, '2026-01-31T08:00:00-05:00', '2026-01-31 13:00:00'],
		[FieldType.Datetime, '2026-07-31T08:00:00', '2026-07-31 06:00:00'],
		// 23:30 UTC is the next day in Brussels, whatever zone this machine is in.
		[FieldType.Date, Date.UTC(2026, 0, 30, 23, 30), '2026-01-31'],
		[FieldType.Date, new Date(Date.UTC(2026, 0, 30, 23, 30)), '2026-01-31'],
	])('%s %p', (type, input, value) => {
		expect(convert(input, field(type))).toEqual({ kind: 'value', value });
	});

	it.each([
		[FieldType.Integer, '1,5'],
		[FieldType.Float, '1.234,56'],
		[FieldType.Float, 'NaN'],
		[FieldType.Integer, 1.5],
		[FieldType.Boolean, 'maybe'],
		[FieldType.Datetime, '31/01/2026'],
		[FieldType.Date, '2026-02-30'],
	])('refuses to guess: %s %p', (type, input) => {
		expect(convert(input, field(type)).kind).toBe('problem');
	});

	it('takes the key or the label of a selection, and names the options otherwise', () => {
		const state = field(FieldType.Selection, {
			selection: [
				['draft', 'New'],
				['done', 'Done'],
			],
		});
		expect(convert('done', state)).toEqual({ kind: 'value', value: 'done' });
		expect(convert('new', state)).toEqual({ kind: 'value', value: 'draft' });
		expect(convert('open', state)).toMatchObject({
			kind: 'problem',
			problem: expect.stringContaining('draft (New), done (Done)') as string,
		});
	});

	it('takes relations by id or leaves a key to look up', () => {
		const partner = field(FieldType.Many2one, { relation: 'res.partner' });
		const keysOf = (input: unknown) => convert(input, partner);
		for (const input of [7, '7', [7, 'Azure'], { id: 7, name: 'Azure' }]) {
			expect(keysOf(input)).toEqual({ kind: 'keys', keys: [7], many: false });
		}
		expect(keysOf('base.main_partner')).toEqual({
			kind: 'keys',
			keys: [{ model: 'res.partner', key: 'base.main_partner' }],
			many: false,
		});
		expect(keysOf('')).toEqual({ kind: 'value', value: false });
	});

	it('reads many2many from lists, comma lists and commands', () => {
		const tags = field(FieldType.Many2many, { relation: 'x.tag' });
		expect(convert('VIP, 3', tags)).toEqual({
			kind: 'keys',
			keys: [{ model: 'x.tag', key: 'VIP' }, 3],
			many: true,
		});
		expect(convert([[4, 1, 0]], tags)).toEqual({ kind: 'value', value: [[4, 1, 0]] });
		expect(convert('', tags)).toEqual({ kind: 'keys', keys: [], many: true });
	});
});

describe('what counts as a change', () => {
	const schema = {
		name: field(FieldType.Char),
		partner_id: field(FieldType.Many2one),
		tag_ids: field(FieldType.Many2many),
		weight: field(FieldType.Float, { digits: [16, 2] }),
		body: field(FieldType.Html),
	};

	it.each([
		['name', 'A', 'A'],
		['partner_id', [7, 'Azure'], 7],
		['tag_ids', [2, 1], [[6, 0, [1, 2]]]],
		['weight', 0.3, 0.1 + 0.2],
		['weight', 1.23, 1.2333],
		['body', '<p>Arrived</p>', 'Arrived'],
	])('%s: nothing to write', (name, current, wanted) => {
		expect(findChanges({ [name]: current }, { [name]: wanted }, schema)).toEqual({});
	});

	it.each([
		['name', 'A', 'B', 'A'],
		['name', 'A', false, 'A'],
		['partner_id', false, 7, false],
		['weight', 1.23, 1.24, 1.23],
	])('%s: before and after', (name, current, after, before) => {
		expect(findChanges({ [name]: current }, { [name]: after }, schema)).toEqual({
			[name]: { before, after },
		});
	});
});
