import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { KnownState, ShipmentEvent } from '../../../core/event';
import { Milestone, SHIPMENT_EVENT_TYPE } from '../../../core/event';

/** The events of one shipment among the input items. */
export interface ShipmentGroup {
	events: ShipmentEvent[];
	itemIndexes: number[];
	/** What the first item carries beside the event. */
	otherFields: IDataObject;
	/** What another system has for the shipment, if the user said so. */
	known: KnownState | undefined;
}

export interface GroupFailure {
	itemIndex: number;
	message: string;
	advice: string;
}

const EVENT_FIELDS: ReadonlySet<string> = new Set([
	'specversion',
	'id',
	'source',
	'type',
	'subject',
	'time',
	'datacontenttype',
	'data',
]);

const MILESTONES: ReadonlySet<string> = new Set(Object.values(Milestone));

/**
 * Sorts the input items by shipment. Pieces of one master number belong together, unless their items carry
 * something different beside the event (another delivery that was found for them): then they stay apart.
 */
export function groupByShipment(node: IExecuteFunctions): {
	groups: ShipmentGroup[];
	failures: GroupFailure[];
} {
	const groups = new Map<string, ShipmentGroup>();
	const failures: GroupFailure[] = [];
	node.getInputData().forEach(({ json }, itemIndex) => {
		if (json.type !== SHIPMENT_EVENT_TYPE) {
			failures.push({
				itemIndex,
				message: 'The item is not a shipment event',
				advice: 'Fold takes what the operation Normalize puts out: connect it behind that.',
			});
			return;
		}
		const known = readKnown(node, itemIndex);
		if (typeof known === 'string') {
			failures.push({ itemIndex, message: known, advice: KNOWN_ADVICE });
			return;
		}
		const event = json as unknown as ShipmentEvent;
		const others = otherFields(json);
		const key = JSON.stringify([shipmentKey(event), others, known]);
		const group = groups.get(key) ?? { events: [], itemIndexes: [], otherFields: others, known };
		groups.set(key, group);
		group.events.push(event);
		group.itemIndexes.push(itemIndex);
	});
	return { groups: [...groups.values()], failures };
}

const KNOWN_ADVICE = `Known Milestone is one of ${[...MILESTONES].join(', ')}, or empty; Known Since is an ISO 8601 time.`;

const shipmentKey = ({ data: { carrier, shipment } }: ShipmentEvent): string =>
	`${carrier.id}\u001f${shipment.masterTrackingNumber ?? shipment.trackingNumber}`;

const otherFields = (json: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(json).filter(([name]) => !EVENT_FIELDS.has(name)));

/** The known state, undefined for none, or what is wrong with it. */
function readKnown(node: IExecuteFunctions, itemIndex: number): KnownState | undefined | string {
	const milestone = text(node.getNodeParameter('knownMilestone', itemIndex, ''));
	const since = text(node.getNodeParameter('knownSince', itemIndex, ''));
	if (milestone === '') return undefined;
	if (!MILESTONES.has(milestone)) return `"${milestone}" is not a milestone`;
	if (since !== '' && Number.isNaN(Date.parse(since))) return `"${since}" is not a time`;
	return { milestone: milestone as Milestone, occurredAt: since === '' ? null : since };
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
