import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { success } from '../../core/odoo';
import { OdooClient } from '../shared/odoo/client';
import { CREDENTIAL_TYPE } from '../shared/odoo/credential';
import { allFailed, toItems } from '../shared/odoo/itemResult';
import { safely } from '../shared/odoo/safely';
import type { Operation } from './actions/operation';
import { Resource } from './actions/operation';
import { OUTPUTS, RESOURCES } from './actions/resources';
import { clientOptions } from './helpers/parameters';
import { searchModels, searchRecords, searchUsers } from './methods/listSearch';
import { getFields } from './methods/loadOptions';
import { getUpsertFields, getWritableFields } from './methods/resourceMapping';

export class OdooSync implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Odoo Sync',
		name: 'odooSync',
		icon: { light: 'file:odooSync.svg', dark: 'file:odooSync.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] + ": " + ($parameter["model"]?.value || $parameter["model"] || $parameter["resource"]) }}',
		description:
			'Keep Odoo in step with other systems: idempotent, in batches, with an outcome per item',
		defaults: { name: 'Odoo Sync' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: OUTPUTS,
		credentials: [{ name: CREDENTIAL_TYPE, required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				default: 'record',
				options: [
					{ name: 'Event', value: Resource.Event },
					{ name: 'Exception', value: Resource.Exception },
					{ name: 'Reconciliation', value: Resource.Reconciliation },
					{ name: 'Record', value: Resource.Record },
					{ name: 'Setup', value: Resource.Setup },
				],
			},
			...Object.values(RESOURCES).flatMap(({ fields }) => fields),
		],
	};

	methods = {
		listSearch: { searchModels, searchRecords, searchUsers },
		loadOptions: { getFields },
		resourceMapping: { getUpsertFields, getWritableFields },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = currentOperation(this);
		const outcomes = await safely(async () => {
			const client = new OdooClient(this, clientOptions(this));
			return success(await operation.execute(this, client));
		});
		const items = outcomes.ok ? outcomes.value : allFailed(this, outcomes.failure);
		return toItems(this, items, operation.outputs?.length);
	}
}

function currentOperation(node: IExecuteFunctions): Operation {
	const resource = node.getNodeParameter('resource', 0) as Resource;
	return RESOURCES[resource].operations[node.getNodeParameter('operation', 0)];
}
