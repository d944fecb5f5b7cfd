import { readFileSync } from 'node:fs';
import path from 'node:path';
import { normalize } from '../../core/carriers';
import type { ShipmentEvent } from '../../core/event';
import { runNode, type NodeUnderTest } from './harness/engine';

type Json = NodeUnderTest['items'][number];

function eventsOf(name: string): ShipmentEvent[] {
	const file = path.join(__dirname, '../fixtures/carriers', `${name}.json`);
	const { payload } = JSON.parse(readFileSync(file, 'utf8')) as { payload: unknown };
	return [...normalize(payload).events];
}

const DELIVERED = eventsOf('upsTrackAlert.delivered');
const OUT_FOR_DELIVERY = eventsOf('upsTrackAlert.outForDelivery');
const USPS = eventsOf('uspsV3.delivered');

async function fold(items: object[], known = {}, onError?: NodeUnderTest['onError']) {
	const { outputs, error } = await runNode({
		type: 'carrierStatusNormalizer',
		parameters: { operation: 'fold', knownMilestone: '', knownSince: '', ...known },
		items: items as Json[],
		...(onError && { onError }),
	});
	return { shipments: outputs[0] ?? [], errors: outputs[1] ?? [], error };
}

test('many events become one item per shipment, paired with all of its items', async () => {
	const { shipments } = await fold([...OUT_FOR_DELIVERY, ...USPS, ...DELIVERED]);
	expect(
		shipments.map(({ json, pairedItem }) => [
			json.trackingNumber,
			(json.next as Json).milestone,
			json.changed,
			pairedItem,
		]),
	).toEqual([
		['1Z204W4R0308071865', 'delivered', true, [{ item: 0 }, { item: 13 }]],
		['9400109104250532908587', 'delivered', true, USPS.map((_event, at) => ({ item: at + 1 }))],
	]);
});

test('what Odoo knows stands against an older scan; other fields of the item are kept', async () => {
	const items = OUT_FOR_DELIVERY.map((event) => ({ ...event, deliveries: [{ id: 7 }] }));
	const known = { knownMilestone: 'delivered', knownSince: '2024-04-23T13:50:04Z' };
	const { shipments } = await fold(items, known);
	expect(shipments[0].json).toMatchObject({
		changed: false,
		reason: 'after_terminal',
		next: { milestone: 'delivered', occurredAt: '2024-04-23T13:50:04Z' },
		deliveries: [{ id: 7 }],
	});
});

test('pieces of one shipment stay apart when something else was found for each', async () => {
	const [first, ...rest] = eventsOf('upsTrackV1.history').map((event) => ({
		...event,
		deliveries: [{ id: event.subject }],
	}));
	const { shipments } = await fold([first, ...rest]);
	expect(shipments.map(({ json }) => json.deliveries)).toEqual([
		[{ id: '1Z204W4R0308071865' }],
		[{ id: '1Z204W4R0308071874' }],
	]);
});

test('an item that is no event, or an unknown milestone, is an error of that item', async () => {
	const none = await fold([{ hello: 'world' }, ...DELIVERED], {}, 'continueErrorOutput');
	expect(none.shipments).toHaveLength(1);
	expect(none.errors[0].json).toMatchObject({ error: 'The item is not a shipment event' });
	const { error } = await fold(DELIVERED, { knownMilestone: 'arrived' });
	expect(error?.message).toBe('"arrived" is not a milestone');
});
