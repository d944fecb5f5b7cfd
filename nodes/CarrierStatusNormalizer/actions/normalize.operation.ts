import {
	NodeOperationError,
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';
import {
	NoticeKind,
	SourceId,
	type NormalizeResult,
	type SourceProblem,
} from '../../../core/carriers';
import { Milestone } from '../../../core/event';
import { AUTOMATIC, readItem } from '../helpers/readItem';
import { unmappedItems } from '../helpers/unmappedItems';
import { optionsField } from './normalize.options';

const fields: INodeProperties[] = [
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		default: AUTOMATIC,
		description: 'Who sent the payload',
		options: [
			{
				name: 'AfterShip',
				value: SourceId.AfterShip,
				description: 'Webhook tracking_update, or trackings from the API',
			},
			{
				name: 'Detect Automatically',
				value: AUTOMATIC,
				description: 'Recognize the source by the shape of the payload; refuse when two fit',
			},
			{
				name: 'DHL Shipment Tracking Unified',
				value: SourceId.DhlUnified,
				description: 'Request and push, all DHL divisions',
			},
			{
				name: 'EasyPost',
				value: SourceId.EasyPost,
				description: 'Tracker events of the webhook, or trackers from the API',
			},
			{
				name: 'FedEx Track',
				value: SourceId.FedexTrackV1,
				description: 'Track API v1 and Advanced Integrated Visibility webhook',
			},
			{
				name: 'UPS Track Alert',
				value: SourceId.UpsTrackAlert,
				description: 'One event per webhook call',
			},
			{
				name: 'UPS Track API',
				value: SourceId.UpsTrackV1,
				description: 'History of all packages of a shipment',
			},
			{
				name: 'USPS Tracking V3',
				value: SourceId.UspsV3,
				description: 'Tracking API and subscription notifications',
			},
			{
				name: 'X12 214 Shipment Status',
				value: SourceId.X12Shipment214,
				description: 'EDI message as text',
			},
		],
	},
	{
		displayName: 'Payload',
		name: 'payload',
		type: 'json',
		required: true,
		default: '={{ $json.body ?? $json }}',
		description:
			'What the carrier sent: a JSON object, a list of them, or the text of a JSON or EDI message',
	},
	optionsField,
];

export const description = updateDisplayOptions({ show: { operation: ['normalize'] } }, fields);

/** Hints beside the output for what the events themselves only show on a closer look. */
const HINTS: Readonly<Partial<Record<NoticeKind, string>>> = {
	[NoticeKind.CoarseCode]:
		'events have a code that is on no list and the milestone of its group: see "data.mapping"',
	[NoticeKind.DoubtfulTime]: 'events have a doubtful time: see "data.time.anomaly"',
	[NoticeKind.UnknownReason]: 'events have a reason code that is on no list: see "data.reason.raw"',
};

const isKnown = ({ data }: NormalizeResult['events'][number]): boolean =>
	data.milestone !== Milestone.Unknown;

const errorItem = (
	{ message, advice, ...rest }: SourceProblem,
	item: number,
): INodeExecutionData => ({
	json: { error: message, message: advice, details: { ...rest } },
	pairedItem: { item },
});

/**
 * Every event leaves on `Events`, or on `Unmapped` when its code is on no list. So do unreadable
 * events and shipments without events: nothing that came in goes missing.
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const events: INodeExecutionData[] = [];
	const unmapped: INodeExecutionData[] = [];
	const counts = new Map<NoticeKind, number>();
	this.getInputData().forEach((_item, item) => {
		const reading = readItem(this, item);
		if (!reading.ok) {
			const { message, advice, place } = reading.problem;
			if (!this.continueOnFail()) {
				throw new NodeOperationError(this.getNode(), message, {
					itemIndex: item,
					description: place === '' ? advice : `${advice} (at ${place})`,
				});
			}
			events.push(errorItem(reading.problem, item));
			return;
		}
		const pairedItem = { item };
		for (const event of reading.result.events.filter(isKnown)) {
			events.push({ json: event as unknown as IDataObject, pairedItem });
		}
		unmapped.push(...unmappedItems(reading.result).map((json) => ({ json, pairedItem })));
		for (const { kind } of reading.result.notices) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	});
	for (const [kind, count] of counts) {
		const hint = HINTS[kind];
		if (hint === undefined) continue;
		this.addExecutionHints({
			message: `${count} ${hint}`,
			type: 'warning',
			location: 'outputPane',
		});
	}
	return [events, unmapped];
}
