import fc from 'fast-check';
import {
	EffectReason,
	EventClass,
	EventEffect,
	foldShipment,
	Milestone,
	SubStatus,
} from '../../../core/event';
import { day, event } from './event.helper';

const of = (milestone: Milestone, n: number, more: Partial<Parameters<typeof event>[0]> = {}) =>
	event({ milestone, at: day(n), ...more });

const { PreTransit, PickedUp, InTransit, OutForDelivery, Delivered, Exception } = Milestone;
const journey = [
	of(PreTransit, 1),
	of(PickedUp, 2),
	of(InTransit, 3),
	of(OutForDelivery, 4),
	of(Delivered, 5, { delivery: { signedBy: 'A. Doe' } }),
];

describe('a journey', () => {
	test('ends delivered, with time and proof', () => {
		const { state, transitions } = foldShipment(journey);
		expect(state).toMatchObject({
			milestone: Delivered,
			deliveredAt: day(5),
			proof: { signedBy: 'A. Doe' },
			partial: false,
			eventCount: 5,
		});
		expect(transitions.map(({ from, to }) => `${from}>${to}`)).toEqual([
			'unknown>pre_transit',
			'pre_transit>picked_up',
			'picked_up>in_transit',
			'in_transit>out_for_delivery',
			'out_for_delivery>delivered',
		]);
	});

	test('nothing at all is unknown', () => {
		expect(foldShipment([]).state).toMatchObject({ milestone: Milestone.Unknown, eventCount: 0 });
	});

	test('a duplicate is named', () => {
		const { outcomes } = foldShipment([journey[4], journey[4]]);
		expect(outcomes.map(({ effect, reason }) => [effect, reason])).toEqual([
			[EventEffect.Advance, null],
			[EventEffect.None, EffectReason.Duplicate],
		]);
	});
});

describe('after delivery', () => {
	const after = (...more: Parameters<typeof event>[0][]) =>
		foldShipment([...journey, ...more.map(event)]);
	const last = (result: ReturnType<typeof foldShipment>) => result.outcomes.at(-1);

	test.each([
		[
			{ milestone: Milestone.Informational, at: day(6) },
			EventEffect.None,
			EffectReason.Informational,
		],
		[{ milestone: Milestone.Unknown, at: day(6) }, EventEffect.None, EffectReason.Unknown],
		[
			{ milestone: InTransit, at: day(6), eventClass: EventClass.Estimated },
			EventEffect.None,
			EffectReason.NotActual,
		],
		[
			{ milestone: PickedUp, at: day(6) },
			EventEffect.RegressionBlocked,
			EffectReason.AfterTerminal,
		],
		[
			{ milestone: Exception, at: day(6) },
			EventEffect.RegressionBlocked,
			EffectReason.AfterTerminal,
		],
		[{ milestone: Delivered, at: day(6) }, EventEffect.None, EffectReason.SameMilestone],
	])('%p leaves it delivered', (sketch, effect, reason) => {
		const result = after(sketch);
		expect(result.state).toMatchObject({ milestone: Delivered, deliveredAt: day(5) });
		expect(last(result)).toMatchObject({ effect, reason });
	});

	test('damage stands beside the delivery', () => {
		const { state } = after({ milestone: Exception, subStatus: SubStatus.Damaged, at: day(6) });
		expect(state).toMatchObject({
			milestone: Delivered,
			exception: { since: day(6), subStatus: SubStatus.Damaged },
		});
	});

	test('a return and a correction may follow', () => {
		expect(after({ milestone: Milestone.Returning, at: day(6) }).state).toMatchObject({
			milestone: Milestone.Returning,
			isReturn: true,
		});
		const corrected = after({ milestone: InTransit, at: day(6), correction: true });
		expect(corrected.state).toMatchObject({ milestone: InTransit, deliveredAt: null, proof: null });
		expect(last(corrected)?.effect).toBe(EventEffect.Correction);
	});
});

test('a delivery at the end of a return is a return', () => {
	const { state } = foldShipment([of(Milestone.Returning, 1), of(InTransit, 2), of(Delivered, 3)]);
	expect(state).toMatchObject({ milestone: Milestone.Returned, deliveredAt: null, isReturn: true });
});

test('an exception stands beside the progress until the next scan', () => {
	const held = foldShipment([of(InTransit, 1), of(Exception, 2, { subStatus: SubStatus.Held })]);
	expect(held.state).toMatchObject({
		milestone: Exception,
		progress: InTransit,
		exception: { since: day(2) },
	});
	const again = foldShipment([of(InTransit, 1), of(Exception, 2), of(Exception, 3)]);
	expect(again.state.exception?.since).toBe(day(2));
	const resolved = foldShipment([of(InTransit, 1), of(Exception, 2), of(InTransit, 3)]);
	expect(resolved.state).toMatchObject({ milestone: InTransit, exception: null });
});

test('late news of the label does not set a parcel back; a van that returns to the depot does', () => {
	expect(foldShipment([of(InTransit, 1), of(PreTransit, 2)]).state.milestone).toBe(InTransit);
	expect(foldShipment([of(OutForDelivery, 1), of(InTransit, 2)]).state.milestone).toBe(InTransit);
});

test('of two scans of the same moment the one further along comes last', () => {
	const van = of(OutForDelivery, 4, { id: 'a' });
	const hub = of(InTransit, 4, { id: 'b' });
	expect(foldShipment([van, hub]).state.milestone).toBe(OutForDelivery);
});

test('an estimate is kept without moving the state', () => {
	const estimate = { to: '2024-01-09' };
	const news = of(Milestone.Informational, 2, { eventClass: EventClass.Estimated, estimate });
	expect(foldShipment([of(InTransit, 1), news]).state).toMatchObject({
		milestone: InTransit,
		estimate,
	});
});

describe('pieces', () => {
	const piece = (id: string, count = 2) => ({ piece: { id, count } });

	test('the least advanced piece decides', () => {
		const { state } = foldShipment([
			of(Delivered, 3, piece('A')),
			of(InTransit, 1, piece('A')),
			of(InTransit, 2, piece('B')),
		]);
		expect(state).toMatchObject({
			milestone: InTransit,
			partial: true,
			pieces: { expected: 2, seen: 2, delivered: 1 },
		});
	});

	test('an event of the whole shipment moves each piece', () => {
		const { state } = foldShipment([
			of(InTransit, 1, piece('A')),
			of(InTransit, 1, piece('B')),
			of(Delivered, 2),
		]);
		expect(state).toMatchObject({ milestone: Delivered, partial: false, pieces: { delivered: 2 } });
	});

	test('a piece not seen yet makes it partial', () => {
		expect(foldShipment([of(Delivered, 1, piece('A'))]).state.partial).toBe(true);
	});

	test('numbers under one master are pieces', () => {
		const { state } = foldShipment([
			of(Delivered, 1, { number: 'P1', master: 'M' }),
			of(OutForDelivery, 1, { number: 'P2', master: 'M' }),
		]);
		expect(state).toMatchObject({ milestone: OutForDelivery, partial: true });
		expect(Object.keys(state.pieces.byId)).toEqual(['P1', 'P2']);
	});

	test('a piece called __proto__ is a piece', () => {
		const { state } = foldShipment([
			of(InTransit, 1, piece('__proto__')),
			of(InTransit, 1, piece('B')),
		]);
		expect(Object.keys(state.pieces.byId)).toEqual(['B', '__proto__']);
	});
});

test('events of an earlier shipment under the same number are stale', () => {
	const recycled = { shippedAt: '2024-06-01T00:00:00Z', days: 30 };
	const label = event({ milestone: PreTransit, at: '2024-06-01T08:00:00Z' });
	const { state, outcomes } = foldShipment([...journey, label], { recycled });
	expect(state).toMatchObject({ milestone: PreTransit, eventCount: 1 });
	expect(outcomes[4]).toMatchObject({ effect: EventEffect.None, reason: EffectReason.Stale });
});

test('events without an instant are ordered by their neighbours', () => {
	const local = event({ milestone: OutForDelivery, at: null, local: '2024-01-04T18:00:00' });
	expect(foldShipment([journey[4], local, journey[2]]).state.milestone).toBe(Delivered);
});

const anyEvent = fc
	.record({
		milestone: fc.constantFrom(...Object.values(Milestone)),
		n: fc.integer({ min: 1, max: 9 }),
		known: fc.boolean(),
		correction: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
		isReturn: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
		id: fc.constantFrom(undefined, 'A', 'B'),
		eventClass: fc.constantFrom(EventClass.Actual, EventClass.Actual, EventClass.Estimated),
		signedBy: fc.constantFrom(undefined, 'X', 'Y'),
	})
	.map(({ milestone, n, known, correction, isReturn, id, eventClass, signedBy }) =>
		event({
			milestone,
			at: known ? day(n) : null,
			local: day(n).slice(0, 19),
			correction,
			isReturn,
			eventClass,
			...(id === undefined ? {} : { piece: { id } }),
			...(signedBy === undefined ? {} : { delivery: { signedBy } }),
		}),
	);

test('any order and any repetition of any events gives the same state', () => {
	fc.assert(
		fc.property(
			fc
				.array(anyEvent, { maxLength: 12 })
				.chain((events) =>
					fc.tuple(
						fc.constant(events),
						fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
					),
				),
			([events, shuffled]) => {
				const [a, b] = [foldShipment(events), foldShipment(shuffled)];
				expect(b.state).toEqual(a.state);
				expect(b.transitions).toEqual(a.transitions);
			},
		),
		{ numRuns: 500 },
	);
});

test('nothing but a return, a correction or damage follows a delivery', () => {
	const quiet = anyEvent.filter(
		({ data }) =>
			!data.flags.correction &&
			![Milestone.Returning, Milestone.Returned].includes(data.milestone) &&
			!data.shipment.isReturn,
	);
	fc.assert(
		fc.property(fc.array(quiet, { maxLength: 8 }), (events) => {
			const first = event({ milestone: Delivered, at: '2023-12-01T00:00:00Z' });
			const { state } = foldShipment([first, ...events]);
			expect(state.milestone).toBe(Delivered);
		}),
	);
});
