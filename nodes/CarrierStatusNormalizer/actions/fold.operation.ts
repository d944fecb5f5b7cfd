import {
	NodeOperationError,
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';
import type { Judgement } from '../../../core/event';
import { judgeShipment } from '../../../core/event';
import { groupByShipment, type ShipmentGroup } from '../helpers/shipmentGroups';

const fields: INodeProperties[] = [
	{
		displayName:
			'Takes the events of the operation Normalize and gives one item per shipment: where it stands, and whether that is news. Other fields of the items are kept.',
		name: 'foldNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Known Milestone',
		name: 'knownMilestone',
		type: 'string',
		default: '',
		placeholder: 'in_transit',
		description:
			'Milestone that Odoo has for the shipment already; empty when it has none. An older scan never moves it back.',
	},
	{
		displayName: 'Known Since',
		name: 'knownSince',
		type: 'string',
		default: '',
		placeholder: '2026-01-31T08:00:00Z',
		description: 'Time of the scan behind the known milestone; empty when it is not known',
	},
];

export const description = updateDisplayOptions({ show: { operation: ['fold'] } }, fields);

/** One item per shipment, with its state, what changed against the known one, and what each event did. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const { groups, failures } = groupByShipment(this);
	if (failures.length > 0 && !this.continueOnFail()) {
		const [{ itemIndex, message, advice }] = failures;
		throw new NodeOperationError(this.getNode(), message, { itemIndex, description: advice });
	}
	return [
		[
			...groups.map(toItem),
			...failures.map(({ itemIndex, message, advice }) => ({
				json: { error: message, message: advice, details: {} },
				pairedItem: { item: itemIndex },
			})),
		],
	];
}

function toItem(group: ShipmentGroup): INodeExecutionData {
	const judgement = judgeShipment(group.events, group.known);
	return {
		json: { ...group.otherFields, ...report(group, judgement) } as IDataObject,
		pairedItem: group.itemIndexes.map((item) => ({ item })),
	};
}

const report = ({ events, known }: ShipmentGroup, judgement: Judgement) => ({
	trackingNumber: events[0].data.shipment.trackingNumber,
	carrier: events[0].data.carrier,
	changed: judgement.changed,
	milestoneChanged: judgement.milestoneChanged,
	reason: judgement.reason,
	known: known ?? null,
	next: judgement.next,
	state: judgement.state,
	transitions: judgement.transitions,
	events: events.map((event, at) => ({
		id: event.id,
		milestone: event.data.milestone,
		subStatus: event.data.subStatus,
		time: event.time ?? event.data.time.occurredAtLocal,
		description: event.data.raw.description,
		place: event.data.location?.city ?? null,
		effect: judgement.outcomes[at].effect,
		reason: judgement.outcomes[at].reason,
	})),
});
