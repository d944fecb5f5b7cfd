import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { CREDENTIAL_TYPE } from '../shared/odoo/credential';
import * as evaluate from './actions/evaluate.operation';
import * as explain from './actions/explain.operation';
import { policyFields } from './actions/policy.fields';
import * as validatePolicy from './actions/validatePolicy.operation';

/** Only Evaluate sorts items. */
const OUTPUTS = `={{ $parameter["operation"] === "evaluate" ? ${JSON.stringify([
	{ type: NodeConnectionTypes.Main, displayName: 'Within Tolerance' },
	{ type: NodeConnectionTypes.Main, displayName: 'Needs Approval' },
	{ type: NodeConnectionTypes.Main, displayName: 'Blocked' },
])} : ["${NodeConnectionTypes.Main}"] }}` as const;

const OPERATIONS = { evaluate, explain, validatePolicy };

export class ToleranceGate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Tolerance Gate',
		name: 'toleranceGate',
		icon: { light: 'file:toleranceGate.svg', dark: 'file:toleranceGate.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] === "evaluate" ? ($parameter["limitsFrom"] === "policy" ? "evaluate by policy" : "evaluate " + $parameter["field"]) : $parameter["operation"] }}',
		description:
			'Decide by limits or a policy whether a deviation passes, needs approval or is blocked, and say why',
		defaults: { name: 'Tolerance Gate' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: OUTPUTS,
		credentials: [
			{
				name: CREDENTIAL_TYPE,
				required: true,
				displayOptions: { show: { useOdoo: [true] } },
			},
		],
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				default: 'evaluate',
				options: [
					{
						name: 'Evaluate',
						value: 'evaluate',
						description: 'Compare what was expected with what came, and sort items by the verdict',
						action: 'Evaluate deviations',
					},
					{
						name: 'Explain',
						value: 'explain',
						description: 'Put a decision in words, and check that it was not altered',
						action: 'Explain a decision',
					},
					{
						name: 'Validate Policy',
						value: 'validatePolicy',
						description: 'Find what is wrong in a policy, and get its hash',
						action: 'Validate a policy',
					},
				],
			},
			...evaluate.modeFields,
			...policyFields,
			...evaluate.description,
			...explain.description,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as keyof typeof OPERATIONS;
		return await OPERATIONS[operation].execute.call(this);
	}
}
