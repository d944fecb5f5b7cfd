import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import * as explain from './actions/explain.operation';
import * as fold from './actions/fold.operation';
import * as listSources from './actions/listSources.operation';
import * as normalize from './actions/normalize.operation';

/** Only Normalize has something to set aside. */
const OUTPUTS = `={{ $parameter["operation"] === "normalize" ? ${JSON.stringify([
	{ type: NodeConnectionTypes.Main, displayName: 'Events' },
	{ type: NodeConnectionTypes.Main, displayName: 'Unmapped' },
])} : ["${NodeConnectionTypes.Main}"] }}` as const;

const OPERATIONS = { explain, fold, listSources, normalize };

export class CarrierStatusNormalizer implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Carrier Status Normalizer',
		name: 'carrierStatusNormalizer',
		icon: {
			light: 'file:carrierStatusNormalizer.svg',
			dark: 'file:carrierStatusNormalizer.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] + ($parameter["source"] ? ": " + $parameter["source"] : "") }}',
		description:
			'Turn tracking data of carriers and tracking platforms into one kind of shipment event',
		defaults: { name: 'Carrier Status Normalizer' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: OUTPUTS,
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				default: 'normalize',
				options: [
					{
						name: 'Explain',
						value: 'explain',
						description: 'Say why a code means what it means, from which table and document',
						action: 'Explain a status code',
					},
					{
						name: 'Fold',
						value: 'fold',
						description: 'Take events together to where each shipment stands, and what is news',
						action: 'Fold events to the state of each shipment',
					},
					{
						name: 'List Sources',
						value: 'listSources',
						description: 'Show the carriers, platforms and standards that are built in',
						action: 'List the built in sources',
					},
					{
						name: 'Normalize',
						value: 'normalize',
						description: 'Read a payload into canonical shipment events',
						action: 'Normalize a carrier payload',
					},
				],
			},
			...normalize.description,
			...fold.description,
			...explain.description,
			...listSources.description,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as keyof typeof OPERATIONS;
		return await OPERATIONS[operation].execute.call(this);
	}
}
