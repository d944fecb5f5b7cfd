import fc from 'fast-check';
import type { ChangedRecord, NewChange, Watch } from '../../../../core/odoo/changes';
import { earlier, toStamp } from '../../../../core/odoo';
import { ChangeKind, ChangeLedger } from '../../../../core/odoo/changes';

const EPOCH = Date.UTC(2026, 0, 1);
const OVERLAP = 600_000;
const START = toStamp(EPOCH);

const watchOf = (kinds: ChangeKind[]): Watch => ({
	model: 'res.partner',
	kinds,
	domain: [],
	changedFields: ['ref'],
	fields: ['ref'],
	state: { field: 'state', value: 'done' },
});

type Told = NewChange & { value: unknown };

/** A small Odoo with a trigger that looks at it: times are cut to the second, transactions may end late. */
class World {
	private nowMs = EPOCH + 1000;
	private cursor = START;
	private readonly records = new Map<number, ChangedRecord>();
	private readonly open: Array<() => void> = [];
	private readonly hints: Array<{ kind: ChangeKind; id: number; stamp: string }> = [];
	readonly told: Told[] = [];
	readonly ledger: ChangeLedger;

	constructor(readonly kinds: ChangeKind[]) {
		this.ledger = new ChangeLedger('db', watchOf(kinds));
		this.ledger.baseline([]);
	}

	tick(ms: number): void {
		this.nowMs += ms;
	}

	write(id: number, values: object, isLate: boolean): void {
		const begun = toStamp(this.nowMs);
		const seen = this.records.get(id);
		const commit = () => {
			const old = this.records.get(id);
			// Another transaction was faster: Odoo runs this one again, from now on.
			const write_date = old === seen ? begun : toStamp(this.nowMs);
			const kind = old ? ChangeKind.Updated : ChangeKind.Created;
			const create_date = old?.create_date ?? write_date;
			const record = { ref: '', state: 'draft', ...old, ...values, id, create_date };
			this.records.set(id, { ...record, write_date });
			if (this.kinds.includes(kind)) this.hints.push({ kind, id, stamp: write_date });
		};
		if (isLate) this.open.push(commit);
		else commit();
	}

	commit(): void {
		this.open.shift()?.();
	}

	/** The hint at that place arrives, or is lost. */
	push(at: number, isLost: boolean): void {
		const [hint] = this.hints.splice(at % Math.max(this.hints.length, 1), 1);
		const record = hint && this.records.get(hint.id);
		if (!record || isLost) return;
		this.tell(record, this.ledger.ofHinted(record, [hint], this.nowMs));
	}

	poll(): void {
		const since = [earlier(this.cursor, OVERLAP), START].sort()[1];
		for (const record of this.records.values()) {
			if (record.write_date < since) continue;
			if (record.write_date > this.cursor) this.cursor = record.write_date;
			this.tell(record, this.ledger.ofPolled(record, START, this.nowMs));
		}
	}

	settle(): ChangedRecord[] {
		while (this.open.length > 0) this.commit();
		this.poll();
		this.poll();
		return [...this.records.values()];
	}

	private tell(record: ChangedRecord, changes: NewChange[]): void {
		this.told.push(...changes.map((change) => ({ ...change, value: record.ref })));
	}
}

const step = fc.oneof(
	fc.record({
		do: fc.constant('write' as const),
		id: fc.integer({ min: 1, max: 4 }),
		ref: fc.constantFrom('a', 'b', 'c'),
		isLate: fc.boolean(),
	}),
	fc.record({ do: fc.constant('tick' as const), ms: fc.constantFrom(200, 1000, 30_000) }),
	fc.record({ do: fc.constant('push' as const), at: fc.nat(9), isLost: fc.boolean() }),
	fc.constant({ do: 'commit' as const }),
	fc.constant({ do: 'poll' as const }),
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function run(kinds: ChangeKind[], steps: Step[]): { world: World; records: ChangedRecord[] } {
	const world = new World(kinds);
	for (const one of steps) {
		if (one.do === 'write') world.write(one.id, { ref: one.ref }, one.isLate);
		else if (one.do === 'tick') world.tick(one.ms);
		else if (one.do === 'push') world.push(one.at, one.isLost);
		else if (one.do === 'commit') world.commit();
		else world.poll();
	}
	return { world, records: world.settle() };
}

describe('the ledger of changes, whatever the order of pushes, polls and late commits', () => {
	it('tells each creation once', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
				const { world, records } = run([ChangeKind.Created], steps);
				expect(world.told.map(({ recordId }) => recordId).sort()).toEqual(
					records.map(({ id }) => id).sort(),
				);
			}),
			{ numRuns: 500 },
		);
	});

	it('tells the last state of each record, and nothing twice', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
				const { world, records } = run([ChangeKind.Created, ChangeKind.Updated], steps);
				const ids = world.told.map(({ id }) => id);
				expect(new Set(ids).size).toBe(ids.length);
				for (const { id, write_date, create_date, ref } of records) {
					if (write_date === create_date) continue;
					const last = world.told.filter(
						(one) => one.recordId === id && one.kind === ChangeKind.Updated,
					);
					expect(last).toContainEqual(expect.objectContaining({ stamp: write_date, value: ref }));
				}
			}),
			{ numRuns: 500 },
		);
	});

	it('tells every value that a watched field is left with, and none twice in a row', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
				const { world, records } = run([ChangeKind.Created, ChangeKind.FieldChanged], steps);
				for (const { id, ref } of records) {
					const values = world.told.filter((one) => one.recordId === id).map((one) => one.value);
					expect(values.at(-1)).toBe(ref);
				}
			}),
			{ numRuns: 500 },
		);
	});
});

describe('a change', () => {
	const record = (write: number, values: object): ChangedRecord => ({
		id: 7,
		create_date: toStamp(EPOCH - 86_400_000),
		write_date: toStamp(EPOCH + write),
		ref: 'a',
		state: 'draft',
		active: true,
		...values,
	});

	it('carries what was before, and the same id when it is read again after a crash', () => {
		const ledger = new ChangeLedger('db', watchOf([ChangeKind.FieldChanged]));
		ledger.baseline([record(0, {})]);
		const changed = record(5000, { ref: 'b' });
		const [first] = ledger.ofPolled(changed, START, EPOCH + 6000);
		expect(first).toMatchObject({ before: { ref: 'a' }, changedFields: ['ref'] });
		const restarted = new ChangeLedger(
			'db',
			watchOf([ChangeKind.FieldChanged]),
			ledger.known.toData(),
		);
		expect(restarted.ofPolled(changed, START, EPOCH + 60_000)).toEqual([first]);
		expect(restarted.ofPolled(changed, START, EPOCH + 61_000)).toEqual([]);
	});

	it('within the second of another is told too', () => {
		const ledger = new ChangeLedger('db', watchOf([ChangeKind.FieldChanged]));
		ledger.baseline([record(0, {})]);
		expect(ledger.ofPolled(record(5000, { ref: 'b' }), START, EPOCH + 5100)).toHaveLength(1);
		expect(ledger.ofPolled(record(5900, { ref: 'c' }), START, EPOCH + 5950)).toMatchObject([
			{ before: { ref: 'b' } },
		]);
	});

	it('to a state counts once, however often the record is written in it', () => {
		const ledger = new ChangeLedger('db', watchOf([ChangeKind.StateReached]));
		ledger.baseline([record(0, {})]);
		expect(ledger.ofPolled(record(5000, { state: 'done' }), START, EPOCH + 6000)).toHaveLength(1);
		expect(ledger.ofPolled(record(9000, { state: 'done' }), START, EPOCH + 9500)).toEqual([]);
	});

	it('that is a creation leaves nothing to remember, all others do', () => {
		const left = (kinds: ChangeKind[]) => {
			const ledger = new ChangeLedger('db', watchOf(kinds));
			ledger.ofPolled(record(5000, {}), START, EPOCH + 6000);
			return ledger.known.ids();
		};
		expect(left([ChangeKind.Created, ChangeKind.TimeReached])).toEqual([]);
		for (const kind of Object.values(ChangeKind)) {
			if (kind === ChangeKind.Created || kind === ChangeKind.TimeReached) continue;
			expect(left([ChangeKind.Created, kind])).toEqual([7]);
		}
	});

	it('is a deletion only once', () => {
		const ledger = new ChangeLedger('db', watchOf([ChangeKind.Deleted]));
		expect(ledger.deletion(7, EPOCH)).not.toBeNull();
		expect(ledger.deletion(7, EPOCH + 1000)).toBeNull();
	});
});
