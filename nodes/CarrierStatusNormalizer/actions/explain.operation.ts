import {
	NodeOperationError,
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';
import { explain, SOURCES, type Question, type SourceId } from '../../../core/carriers';
import { sorted, sourceChoices } from '../helpers/sourceOptions';

const PARTS = {
	explainType: 'type',
	explainCode: 'code',
	explainSubCode: 'subCode',
	explainDescription: 'description',
	explainCarrier: 'carrier',
} as const satisfies Record<string, keyof Question>;

const fields: INodeProperties[] = [
	{
		displayName: 'Source',
		name: 'explainSource',
		type: 'options',
		default: 'upsTrackAlert',
		description: 'As in data.raw.source of an event',
		options: sorted(sourceChoices()),
	},
	{
		displayName: 'Code',
		name: 'explainCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. OT',
		description: 'As in data.raw.code of an event',
	},
	{
		displayName: 'Type',
		name: 'explainType',
		type: 'string',
		default: '',
		placeholder: 'e.g. I',
		description: 'As in data.raw.type, for sources whose codes need it',
	},
	{
		displayName: 'More Parts',
		name: 'explainMore',
		type: 'collection',
		default: {},
		placeholder: 'Add Part',
		options: [
			{
				displayName: 'Carrier',
				name: 'explainCarrier',
				type: 'string',
				default: '',
				placeholder: 'e.g. ups',
				description: 'As in data.carrier.ID, for sources that speak for several carriers',
			},
			{
				displayName: 'Description',
				name: 'explainDescription',
				type: 'string',
				default: '',
				placeholder: 'e.g. Out for delivery',
				description: 'As in data.raw.description, for sources that are read by their words',
			},
			{
				displayName: 'Sub-Code',
				name: 'explainSubCode',
				type: 'string',
				default: '',
				description: 'As in data.raw.subCode',
			},
		],
	},
];

export const description = updateDisplayOptions({ show: { operation: ['explain'] } }, fields);

function question(node: IExecuteFunctions, item: number): Question {
	const more = node.getNodeParameter('explainMore', item, {}) as IDataObject;
	const values: IDataObject = {
		...more,
		explainCode: node.getNodeParameter('explainCode', item, ''),
		explainType: node.getNodeParameter('explainType', item, ''),
	};
	return Object.fromEntries(
		Object.entries(PARTS).map(([name, part]) => [part, String(values[name] ?? '').trim()]),
	);
}

/** One item per input item: what the code means, by which row of which table, and from which document. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return [this.getInputData().map((_item, item) => explainItem(this, item))];
}

function explainItem(node: IExecuteFunctions, item: number): INodeExecutionData {
	const pairedItem = { item };
	const source = String(node.getNodeParameter('explainSource', item));
	if (isSource(source)) {
		const json = explain(source, question(node, item)) as unknown as IDataObject;
		return { json, pairedItem };
	}
	const error = `There is no source "${source}"`;
	const advice = 'Use an identifier that the operation List Sources shows.';
	if (node.continueOnFail()) return { json: { error, message: advice, details: {} }, pairedItem };
	throw new NodeOperationError(node.getNode(), error, { itemIndex: item, description: advice });
}

const isSource = (source: string): source is SourceId => Object.hasOwn(SOURCES, source);
