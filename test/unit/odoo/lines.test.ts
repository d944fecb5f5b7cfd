import fc from 'fast-check';
import type { ModelSchema, OdooRecord, WantedLines } from '../../../core/odoo';
import { FieldType, MissingLines, planLines } from '../../../core/odoo';

const schema: ModelSchema = {
	product_id: { type: FieldType.Many2one, string: 'Product', relation: 'product.product' },
	quantity: { type: FieldType.Float, string: 'Quantity' },
};

const wanted = (rows: WantedLines['rows'], more: Partial<WantedLines> = {}): WantedLines => ({
	model: 'x.line',
	keys: ['product_id'],
	missing: MissingLines.Keep,
	rows,
	...more,
});

const line = (id: number, product: number, quantity: number): OdooRecord => ({
	id,
	product_id: [product, `Product ${product}`],
	quantity,
});

describe('lines', () => {
	it('changes in place, adds, and keeps or deletes the others', () => {
		const there = [line(1, 10, 1), line(2, 20, 1), line(3, 30, 1)];
		const rows = [
			{ product_id: 10, quantity: 1 },
			{ product_id: 20, quantity: 5 },
			{ product_id: 40, quantity: 2 },
		];
		expect(planLines(there, wanted(rows), schema)).toMatchObject({
			commands: [
				[1, 2, { quantity: 5 }],
				[0, 0, { product_id: 40, quantity: 2 }],
			],
		});
		const plan = planLines(there, wanted(rows, { missing: MissingLines.Delete }), schema);
		expect(plan).toMatchObject({ commands: expect.arrayContaining([[2, 3, 0]]) });
	});

	it.each([
		['no key', wanted([{ quantity: 1 }], { keys: [] }), 'no key says which is which'],
		['two of the same', wanted([{ product_id: 10, quantity: 1 }]), 'none is picked'],
		['an unknown id', wanted([{ id: 9, quantity: 1 }], { keys: ['id'] }), 'no line with the ID 9'],
	])('refuses %s', (_name, lines, problem) => {
		const there = [line(1, 10, 1), line(2, 10, 2)];
		expect(planLines(there, lines, schema)).toEqual({
			problem: expect.stringContaining(problem),
		});
	});

	it('has nothing left to do when its own commands were carried out', () => {
		const row = fc.record({ product_id: fc.integer({ min: 1, max: 4 }), quantity: fc.nat(9) });
		fc.assert(
			fc.property(
				fc.array(row),
				fc.array(row),
				fc.constantFrom(...Object.values(MissingLines)),
				(before, rows, missing) => {
					const there = before.map(({ product_id, quantity }, at) =>
						line(at + 1, product_id, quantity),
					);
					const lines = wanted(rows, { missing });
					const plan = planLines(there, lines, schema);
					if ('problem' in plan) return;
					const after = carryOut(there, plan.commands as unknown[][]);
					expect(planLines(after, lines, schema)).toEqual({ commands: [], change: null });
				},
			),
		);
	});
});

function carryOut(lines: OdooRecord[], commands: unknown[][]): OdooRecord[] {
	const result = new Map(lines.map((one) => [one.id, one]));
	for (const [command, id, values] of commands) {
		if (command === 2) result.delete(Number(id));
		if (command === 1) {
			const old = result.get(Number(id));
			if (old) result.set(old.id, { ...old, ...(values as object) });
		}
		if (command === 0) {
			const next = Math.max(0, ...result.keys()) + 1;
			result.set(next, { id: next, ...(values as object) } as OdooRecord);
		}
	}
	return [...result.values()];
}
