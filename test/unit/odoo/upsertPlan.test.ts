import fc from 'fast-check';
import type { Desired, ModelSchema } from '../../../core/odoo';
import {
	FieldType,
	groupWrites,
	intoRounds,
	planUpsert,
	Step,
	toImportTable,
} from '../../../core/odoo';

const schema: ModelSchema = {
	name: { type: FieldType.Char, string: 'Name' },
	city: { type: FieldType.Char, string: 'City' },
	partner_id: { type: FieldType.Many2one, string: 'Partner', relation: 'res.partner' },
	tag_ids: { type: FieldType.Many2many, string: 'Tags', relation: 'x.tag' },
};

const desired = (index: number, key: string, values = {}): Desired => ({ index, key, values });

describe('upsert plan', () => {
	it('creates, updates, leaves alone, and never picks one of several', () => {
		const existing = new Map([
			['a', [{ id: 1, name: 'A' }]],
			['b', [{ id: 2, name: 'old' }]],
			['c', [{ id: 3 }, { id: 4 }]],
		]);
		const items = ['a', 'b', 'c', 'd'].map((key, index) =>
			desired(index, key, { name: key.toUpperCase() }),
		);
		const plan = planUpsert(items, { records: existing }, schema);
		expect(plan.map(({ step }) => step)).toEqual([
			Step.Unchanged,
			Step.Update,
			Step.Ambiguous,
			Step.Create,
		]);
		expect(plan[1]).toMatchObject({ id: 2, changes: { name: { before: 'old', after: 'B' } } });
		expect(plan[2]).toMatchObject({ ids: [3, 4] });
	});

	it('writes equal changes together and only the fields that differ', () => {
		const existing = new Map(
			['a', 'b', 'c'].map((key, at) => [key, [{ id: at + 1, name: key, city: 'Ghent' }]]),
		);
		const items = ['a', 'b', 'c'].map((key, index) =>
			desired(index, key, { name: key, city: key === 'c' ? 'Bruges' : 'Liège' }),
		);
		const groups = groupWrites(planUpsert(items, { records: existing }, schema));
		expect(groups.map(({ values, steps }) => [values, steps.map(({ id }) => id)])).toEqual([
			[{ city: 'Liège' }, [1, 2]],
			[{ city: 'Bruges' }, [3]],
		]);
	});

	it('keeps every item, each key once a round, in the order given', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), (keys) => {
				const items = keys.map((key, index) => desired(index, key));
				const rounds = intoRounds(items);
				expect(rounds.flat()).toHaveLength(items.length);
				for (const round of rounds) {
					expect(new Set(round.map(({ key }) => key)).size).toBe(round.length);
				}
				for (const key of new Set(keys)) {
					const order = rounds
						.flat()
						.filter((item) => item.key === key)
						.map(({ index }) => index);
					expect(order).toEqual([...order].sort((a, b) => a - b));
				}
			}),
		);
	});

	it('writes relations by database id and leaves empty cells for load()', () => {
		const records = [
			{ externalId: 'wms.a', values: { name: 'A', partner_id: 7, tag_ids: [[6, 0, [1, 2]]] } },
			{ externalId: 'wms.b', values: { name: false, partner_id: false, tag_ids: [[6, 0, []]] } },
		];
		expect(toImportTable(records, 'x.model', { 'x.model': schema })).toEqual({
			columns: ['id', 'name', 'partner_id/.id', 'tag_ids/.id'],
			rows: [
				['wms.a', 'A', '7', '1,2'],
				['wms.b', '', '', ''],
			],
		});
	});
});
