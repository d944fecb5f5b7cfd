import {
	NodeOperationError,
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';
import { NoticeKind, type NormalizeResult, type SourceProblem } from '../../../core/carriers';
import { Milestone } from '../../../core/event';
import { AUTOMATIC, readItem } from '../helpers/readItem';
import { unmappedItems } from '../helpers/unmappedItems';
import { CUSTOM } from '../helpers/customSource';
import { proofBinary } from '../helpers/proofBinary';
import { sorted, sourceChoices } from '../helpers/sourceOptions';
import { customFields } from './normalize.custom';
import { optionsField } from './normalize.options';

const fields: INodeProperties[] = [
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		default: AUTOMATIC,
		description: 'Who sent the payload',
		options: sorted([
			...sourceChoices(),
			{
				name: 'Custom',
				value: CUSTOM,
				description:
					'A source that is not on the list: say where things are and what its codes mean',
			},
			{
				name: 'Detect Automatically',
				value: AUTOMATIC,
				description: 'Recognize the source by the shape of the payload; refuse when two fit',
			},
		]),
	},
	{
		displayName: 'Payload',
		name: 'payload',
		type: 'json',
		required: true,
		default: '={{ $json.body ?? $json }}',
		description:
			'What the carrier sent: a JSON object, a list of them, or the text of a JSON, XML or EDI message',
	},
	...customFields,
	optionsField,
];

export const description = updateDisplayOptions({ show: { operation: ['normalize'] } }, fields);

/** Hints beside the output for what the events themselves only show on a closer look. */
const HINTS: Readonly<Partial<Record<NoticeKind, string>>> = {
	[NoticeKind.CoarseCode]:
		'events have a code that is on no list and the milestone of its group: see "data.mapping"',
	[NoticeKind.DoubtfulTime]: 'events have a doubtful time: see "data.time.anomaly"',
	[NoticeKind.ImplausibleNumber]: 'tracking numbers have a wrong check digit',
	[NoticeKind.UnknownReason]: 'events have a reason code that is on no list: see "data.reason.raw"',
};

const isSure = ({ data }: NormalizeResult['events'][number], minConfidence: number): boolean =>
	data.milestone !== Milestone.Unknown && data.mapping.confidence >= minConfidence;

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
	for (let item = 0; item < this.getInputData().length; item++) {
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
			continue;
		}
		const { result, minConfidence, withProof } = reading;
		const pairedItem = { item };
		for (const event of result.events) {
			if (!isSure(event, minConfidence)) continue;
			const binary = withProof ? await proofBinary(this, event, result.tree) : undefined;
			const json = event as unknown as IDataObject;
			events.push({ json, pairedItem, ...(binary === undefined ? {} : { binary }) });
		}
		unmapped.push(...unmappedItems(result, minConfidence).map((json) => ({ json, pairedItem })));
		for (const { kind } of result.notices) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	}
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
