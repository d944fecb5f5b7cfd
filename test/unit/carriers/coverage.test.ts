import { readFileSync } from 'node:fs';
import path from 'node:path';
import { codeTable } from '../../../core/carriers/tables';
import { Milestone } from '../../../core/event';

interface OfficialList {
	readonly list: string;
	/** Id of our table; null where there is none yet. */
	readonly table: string | null;
	readonly codes: readonly (readonly [type: string, code: string, subCode: string])[];
}

const FILE = path.join(__dirname, '../../fixtures/carriers-official-codes.json');
const { lists } = JSON.parse(readFileSync(FILE, 'utf8')) as { lists: readonly OfficialList[] };
const covered = lists.filter(({ table }) => table !== null);

const milestoneOf = (list: OfficialList, key: OfficialList['codes'][number]): Milestone | null =>
	list.table === null ? null : (codeTable(list.table).find(...key)?.milestone ?? null);

describe("the carriers' own code lists", () => {
	it.each(covered.map((list) => [list.list, list] as const))(
		'%s: every code resolves',
		(_name, list) => {
			expect(list.codes.length).toBeGreaterThan(0);
			const lost = list.codes.filter((key) => milestoneOf(list, key) === null);
			expect(lost).toEqual([]);
		},
	);

	// Ends here when somebody adds the table: the list then belongs to those above.
	for (const { list } of lists.filter(({ table }) => table === null))
		it.todo(`${list}: has no table yet`);

	it('are not answered by "unknown", but where the carrier itself says so', () => {
		const unknown = covered.flatMap((list) =>
			list.codes
				.filter((key) => milestoneOf(list, key) === Milestone.Unknown)
				.map((key) => `${list.table ?? ''}:${key.join('/')}`),
		);
		expect(unknown.length).toBeLessThanOrEqual(UNKNOWN_BY_THE_CARRIER);
	});

	it('have their share of each kind printed', () => {
		const counts = new Map<string, number>();
		for (const list of covered) {
			for (const key of list.codes) {
				const milestone = milestoneOf(list, key) ?? 'none';
				counts.set(milestone, (counts.get(milestone) ?? 0) + 1);
			}
		}
		const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
		const rows = [...counts].sort((a, b) => b[1] - a[1]);
		const shares = rows.map(
			([name, count]) => `${name} ${count} (${((count / total) * 100).toFixed(1)} %)`,
		);
		expect(total).toBeGreaterThanOrEqual(OFFICIAL_CODES);
		process.stdout.write(`${total} official codes: ${shares.join(', ')}\n`);
		expect(counts.has('none')).toBe(false);
	});
});

/** What the carriers' lists hold together. */
const OFFICIAL_CODES = 3_400;
/** DHL's "unknown" and its like: words of the carrier that say nothing. */
const UNKNOWN_BY_THE_CARRIER = 10;
