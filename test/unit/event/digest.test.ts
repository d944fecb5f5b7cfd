import fc from 'fast-check';
import { EventType, Milestone, type ShipmentEvent } from '../../../core/event';
import { eventDigest, ledgerKey } from '../../../core/event/digest';
import { event } from './event.helper';
import { EXAMPLES } from './examples';

const SCAN = event({ milestone: Milestone.Delivered, at: '2026-01-30T08:00:00Z' });

const withData = (data: Partial<ShipmentEvent['data']>): ShipmentEvent => ({
	...SCAN,
	data: { ...SCAN.data, ...data },
});

test('what varies between two sendings of one event does not change its digest', () => {
	const variants: ShipmentEvent[] = [
		withData({
			raw: { ...SCAN.data.raw, pointer: '/a/3', description: 'Zugestellt', payload: {} },
		}),
		withData({ time: { ...SCAN.data.time, receivedAt: '2026-01-31T00:00:00Z' } }),
		withData({ estimate: { to: '2026-02-01' } }),
		withData({ delivery: { signedBy: 'Ann', photo: { kind: 'url', url: 'https://x.example/p' } } }),
		withData({ location: { city: 'Bonn' } }),
	];
	for (const variant of variants) expect(eventDigest(variant)).toBe(eventDigest(SCAN));
});

test('what an event says changes its digest', () => {
	const others: ShipmentEvent[] = [
		withData({ milestone: Milestone.Returned }),
		withData({ flags: { ...SCAN.data.flags, correction: true } }),
		withData({ shipment: { ...SCAN.data.shipment, piece: { id: '2' } } }),
		withData({ time: { ...SCAN.data.time, occurredAtLocal: '2026-01-30T09:00:00' } }),
		withData({ raw: { ...SCAN.data.raw, code: 'X' } }),
	];
	expect(new Set([SCAN, ...others].map(eventDigest)).size).toBe(others.length + 1);
});

test('the order of properties does not matter, the time of receipt neither', () => {
	const stock = EXAMPLES[EventType.StockLevel];
	const { product, location, ...rest } = stock.data;
	const turned = {
		...stock,
		data: { receivedAt: '2026-02-02T00:00:00Z', ...rest, location, product },
	};
	expect(eventDigest(turned)).toBe(eventDigest(stock));
	expect(eventDigest({ ...stock, data: { ...stock.data, quantity: '13' } })).not.toBe(
		eventDigest(stock),
	);
});

test('a key fits an external id whatever the id of the event, and tells sources apart', () => {
	const own = `cse_${'0a'.repeat(16)}`;
	expect(ledgerKey({ ...SCAN, id: own })).toBe(own);
	fc.assert(
		fc.property(fc.string(), fc.string(), (id, source) => {
			const stock = EXAMPLES[EventType.StockLevel];
			const key = ledgerKey({ ...stock, id, source });
			expect(key).toMatch(/^[a-z0-9_]{1,60}$/);
			expect(ledgerKey({ ...stock, id, source: `${source}/2` })).not.toBe(key);
		}),
	);
});
