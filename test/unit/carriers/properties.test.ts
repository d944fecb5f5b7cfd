import fc from 'fast-check';
import { normalize } from '../../../core/carriers';
import { foldShipment, TimeCertainty } from '../../../core/event';
import { fixture } from './helpers/fixture';

const NAMES = [
	'upsTrackV1.history',
	'fedexTrackV1.history',
	'dhlUnified.push',
	'uspsV3.delivered',
	'aftership.webhook',
	'easypost.tracker',
	'x12_214.interchange',
];

const wall = fc
	.date({
		min: new Date('2000-01-01T00:00:00Z'),
		max: new Date('2035-12-31T00:00:00Z'),
		noInvalidDate: true,
	})
	.map((date) => date.toISOString().slice(0, 19));
const offset = fc
	.tuple(
		fc.constantFrom('+', '-'),
		fc.integer({ min: 0, max: 13 }),
		fc.constantFrom('00', '30', '45'),
	)
	.map(([sign, hours, minutes]) => `${sign}${String(hours).padStart(2, '0')}:${minutes}`);

const checkpoint = (time: string, country: string | null, message = 'x'): unknown => ({
	event: 'tracking_update',
	msg: {
		tracking_number: 'T1',
		slug: 'usps',
		tag: 'InTransit',
		checkpoints: [
			{
				tag: 'InTransit',
				subtag: 'InTransit_003',
				checkpoint_time: time,
				country_iso3: country,
				message,
			},
		],
	},
});

const certaintyRank: Record<TimeCertainty, number> = {
	[TimeCertainty.Explicit]: 5,
	[TimeCertainty.CarrierGmt]: 4,
	[TimeCertainty.LocationInferred]: 3,
	[TimeCertainty.CarrierDefault]: 2,
	[TimeCertainty.AssumedUtc]: 1,
	[TimeCertainty.Unknown]: 0,
};

test('replaying a payload gives the same ids and the same events', () => {
	for (const name of NAMES) {
		const { payload } = fixture(name);
		expect(normalize(structuredClone(payload))).toEqual(normalize(payload));
		const later = normalize(payload, null, { receivedAt: '2030-01-01T00:00:00Z' });
		expect(later.events.map(({ id }) => id)).toEqual(normalize(payload).events.map(({ id }) => id));
	}
});

test('any order and any repetition of the same events folds to the same state', () => {
	for (const name of NAMES) {
		const { events } = normalize(fixture(name).payload);
		const { state, transitions } = foldShipment(events);
		fc.assert(
			fc.property(
				fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
				(shuffled) => {
					const again = foldShipment(shuffled);
					expect(again.state).toEqual(state);
					expect(again.transitions).toEqual(transitions);
				},
			),
			{ numRuns: 40 },
		);
	}
});

test('removing an offset lowers certainty, keeps the id and never shifts an instant', () => {
	fc.assert(
		fc.property(wall, offset, (local, written) => {
			const [full] = normalize(checkpoint(local + written, null)).events;
			const [bare] = normalize(checkpoint(local, null)).events;
			expect(certaintyRank[bare.data.time.certainty]).toBeLessThan(
				certaintyRank[full.data.time.certainty],
			);
			expect(bare.data.time.occurredAt).toBeNull();
			expect(bare.time).toBeUndefined();
			expect(full.data.time.occurredAt).toBe(
				new Date(local + written).toISOString().replace('.000Z', 'Z'),
			);
			expect(bare.id).toBe(full.id);
		}),
	);
});

test('a country with one zone gives the instant that its zone has, or none at all', () => {
	fc.assert(
		fc.property(wall, (local) => {
			const { time } = normalize(checkpoint(local, 'DEU')).events[0].data;
			if (time.occurredAt === null) {
				expect(time.anomaly).toBeDefined();
				expect(time.certainty).toBe(TimeCertainty.Unknown);
			} else {
				expect(['+01:00', '+02:00']).toContain(time.offset);
				expect(Date.parse(`${local}${time.offset ?? ''}`)).toBe(Date.parse(time.occurredAt));
			}
		}),
	);
});

test('the words of a coded event change neither its id nor its milestone', () => {
	const [reference] = normalize(checkpoint('2026-07-10T10:33:38', null)).events;
	fc.assert(
		fc.property(fc.string(), (message) => {
			const [event] = normalize(checkpoint('2026-07-10T10:33:38', null, message)).events;
			expect(event.id).toBe(reference.id);
			expect(event.data.milestone).toBe(reference.data.milestone);
		}),
	);
});

test('any JSON value is read or refused with a place and an advice, never with a raw error', () => {
	const shapes = NAMES.slice(0, 6).map((name) => fixture(name).payload as Record<string, unknown>);
	fc.assert(
		fc.property(
			fc.constantFrom(...shapes),
			fc.jsonValue({ maxDepth: 4 }),
			fc.nat(),
			(shape, value, n) => {
				const keys = Object.keys(shape);
				const mutated = { ...shape, [keys[n % keys.length]]: value };
				try {
					normalize(mutated);
				} catch (error) {
					expect((error as Error).name).toBe('SourceError');
				}
			},
		),
		{ numRuns: 1000 },
	);
});

test('a forecast that cannot be read costs no event', () => {
	const tracker = fixture('easypost.tracker').payload as Record<string, unknown>;
	const { events, problems } = normalize({ ...tracker, est_delivery_date: -9007199254740992 });
	expect(events).toHaveLength(2);
	expect(problems).toEqual([expect.objectContaining({ kind: 'number_precision' })]);
});
