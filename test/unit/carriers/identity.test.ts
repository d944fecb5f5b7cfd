import fc from 'fast-check';
import { normalize, SourceId } from '../../../core/carriers';
import { foldShipment, Milestone, type ShipmentEvent } from '../../../core/event';

/** One scan of UPS as the webhook pushes it, and as the API answers; the zone only where the source writes one. */
const scans = fc.record({
	code: fc.constantFrom('OT', 'DP', 'AR', 'OR'),
	minute: fc.integer({ min: 10, max: 59 }),
	city: fc.constantFrom('Boston', 'Berlin'),
	text: fc.string(),
});

type Scan = typeof scans extends fc.Arbitrary<infer T> ? T : never;

const pushed = ({ code, minute, city, text }: Scan): ShipmentEvent =>
	normalize(
		{
			trackingNumber: '1Z12345E1512345676',
			localActivityDate: '20240423',
			localActivityTime: `0950${minute}`,
			activityLocation: { city, country: 'US' },
			activityStatus: { type: 'I', code, description: text },
		},
		SourceId.UpsTrackAlert,
	).events[0];

const polled = ({ code, minute, city, text }: Scan, resent: number): readonly ShipmentEvent[] => {
	const activity = {
		date: '20240423',
		time: `0950${minute}`,
		gmtDate: '20240423',
		gmtTime: `13:50:${minute}`,
		gmtOffset: '-04:00',
		location: { address: { city: city.toUpperCase(), country: 'US' } },
		status: { type: 'I', code, description: text },
	};
	return normalize(
		{
			trackResponse: {
				shipment: [
					{
						package: [
							{ trackingNumber: '1Z12345E1512345676', activity: Array(resent).fill(activity) },
						],
					},
				],
			},
		},
		SourceId.UpsTrackV1,
	).events;
};

test('a scan has one id, pushed or polled, in any words, however often it is sent', () => {
	fc.assert(
		fc.property(scans, fc.string(), fc.integer({ min: 1, max: 4 }), (scan, words, resent) => {
			const ids = [pushed(scan), ...polled({ ...scan, text: words }, resent)].map(({ id }) => id);
			expect(new Set(ids).size).toBe(1);
		}),
	);
});

test('two different scans never share an id', () => {
	fc.assert(
		fc.property(scans, scans, (a, b) => {
			const same = a.code === b.code && a.minute === b.minute && a.city === b.city;
			expect(pushed(a).id === pushed(b).id).toBe(same);
		}),
	);
});

test('an informational event after the delivery leaves it delivered', () => {
	const delivered = normalize(
		{
			trackingNumber: '1Z12345E1512345676',
			localActivityDate: '20240423',
			localActivityTime: '095004',
			activityStatus: { type: 'D', descriptionCode: '011' },
		},
		SourceId.UpsTrackAlert,
	).events[0];
	expect(delivered.data.milestone).toBe(Milestone.Delivered);
	fc.assert(
		fc.property(scans, (scan) => {
			const later = pushed(scan);
			const note: ShipmentEvent = {
				...later,
				data: {
					...later.data,
					milestone: Milestone.Informational,
					time: { ...later.data.time, occurredAtLocal: '2024-05-01T10:00:00' },
				},
			};
			for (const events of [
				[delivered, note],
				[note, delivered],
			]) {
				expect(foldShipment(events).state.milestone).toBe(Milestone.Delivered);
			}
		}),
	);
});
