import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes, updateDisplayOptions } from 'n8n-workflow';
import { success } from '../../core/odoo';
import { OdooClient } from '../shared/odoo/client';
import { CREDENTIAL_TYPE } from '../shared/odoo/credential';
import { allFailed, toItems } from '../shared/odoo/itemResult';
import { safely } from '../shared/odoo/safely';
import { clientOptions } from '../OdooSync/helpers/parameters';
import { searchModels } from '../OdooSync/methods/listSearch';
import { getFields } from '../OdooSync/methods/loadOptions';
import { carryOut } from './actions/carryOut.operation';
import { getMany } from './actions/getMany.operation';
import { levelsField } from './actions/levels.fields';
import { OUTPUT_NAMES, QueueOperation, SEND, type Operation } from './actions/operation';
import { sendOptions } from './actions/options.fields';
import { cancel, escalate, expire, remind, resume } from './actions/queue.operations';
import { dueFields, sendFields } from './actions/send.fields';
import * as sendAndWait from './actions/sendAndWait.operation';
import { verify } from './actions/verify.operation';
import { receive } from './helpers/receive';
import { approvalWebhooks } from './helpers/webhooks';

const OPERATIONS: Readonly<Record<QueueOperation, Operation>> = {
	[QueueOperation.Cancel]: cancel,
	[QueueOperation.CarryOut]: carryOut,
	[QueueOperation.Escalate]: escalate,
	[QueueOperation.Expire]: expire,
	[QueueOperation.GetMany]: getMany,
	[QueueOperation.Remind]: remind,
	[QueueOperation.Resume]: resume,
	[QueueOperation.Verify]: verify,
};

/** Only sending sorts items. */
const OUTPUTS = `={{ $parameter["operation"] === "${SEND}" ? ${JSON.stringify(
	OUTPUT_NAMES.map((displayName) => ({ type: NodeConnectionTypes.Main, displayName })),
)} : ["${NodeConnectionTypes.Main}"] }}` as const;

const operationField: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: 'sendAndWait',
	options: [
		{
			name: 'Cancel',
			value: QueueOperation.Cancel,
			description: 'Take requests back; nobody can decide them any more',
			action: 'Cancel requests',
		},
		{
			name: 'Carry Out',
			value: QueueOperation.CarryOut,
			description:
				'Apply approved changes that wait, from Odoo’s record: their workflow may be gone',
			action: 'Carry out approved requests',
		},
		{
			name: 'Escalate',
			value: QueueOperation.Escalate,
			description: 'Let others join the open level',
			action: 'Escalate requests',
		},
		{
			name: 'Expire',
			value: QueueOperation.Expire,
			description: 'End requests that are past their due time, by their own rule',
			action: 'Expire requests',
		},
		{
			name: 'Get Many',
			value: QueueOperation.GetMany,
			description: 'Read requests with their age and what is due',
			action: 'Get many requests',
		},
		{
			name: 'Remind',
			value: QueueOperation.Remind,
			description: 'Tell those who have not decided once more',
			action: 'Remind approvers',
		},
		{
			name: 'Resume',
			value: QueueOperation.Resume,
			description: 'Wake workflows that wait though it was decided',
			action: 'Resume waiting workflows',
		},
		{
			name: 'Send and Wait for Approval',
			value: 'sendAndWait',
			description: 'Ask people in Odoo, and go on when they have decided',
			action: 'Send a request and wait for approval',
		},
		{
			name: 'Verify Audit Trail',
			value: QueueOperation.Verify,
			description: 'Find what was changed, taken out, moved or cut off in the trail of approvals',
			action: 'Verify the audit trail',
		},
	],
};

export class ApprovalRequest implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Approval Request',
		name: 'approvalRequest',
		icon: { light: 'file:approvalRequest.svg', dark: 'file:approvalRequest.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] === "sendAndWait" ? $parameter["subject"] : $parameter["operation"] }}',
		description:
			'Ask people in Odoo to decide on an exact change, wait, and carry it out once when they approve',
		defaults: { name: 'Approval Request' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: OUTPUTS,
		credentials: [{ name: CREDENTIAL_TYPE, required: true }],
		webhooks: approvalWebhooks,
		properties: [
			operationField,
			...updateDisplayOptions({ show: { operation: [SEND] } }, [
				...sendFields,
				levelsField,
				...dueFields,
				sendOptions,
			]),
			...Object.entries(OPERATIONS).flatMap(([operation, { fields }]) =>
				updateDisplayOptions({ show: { operation: [operation] } }, fields),
			),
		],
	};

	methods = {
		listSearch: { searchModels },
		loadOptions: { getFields },
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as QueueOperation | typeof SEND;
		if (operation === SEND) return await sendAndWait.execute.call(this);
		const outcomes = await safely(async () => {
			const client = new OdooClient(this, clientOptions(this));
			return success(await OPERATIONS[operation].execute(this, client));
		});
		return toItems(this, outcomes.ok ? outcomes.value : allFailed(this, outcomes.failure));
	}
}
