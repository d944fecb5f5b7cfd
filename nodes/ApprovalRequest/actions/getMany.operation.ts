import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { OdooValue } from '../../../core/odoo';
import { earlier, success, toStamp } from '../../../core/odoo';
import { ApprovalState, DueState, LOST_AFTER_MS, OUTSTANDING } from '../../../core/approval';
import { limitFields, readLimit } from '../../OdooSync/helpers/limitFields';
import { optionsField } from '../../OdooSync/helpers/parameters';
import { perItemMany } from '../../OdooSync/helpers/perItemMany';
import { typed } from '../helpers/problem';
import { tellRequest } from '../helpers/row';
import { readApprovals } from '../helpers/stored';
import type { Operation } from './operation';

interface Filters {
	states?: ApprovalState[];
	due?: DueState;
	model?: string;
	documentId?: string;
	policy?: string;
	askedBefore?: string;
}

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{ displayName: 'Asked Before', name: 'askedBefore', type: 'dateTime', default: '' },
		{
			displayName: 'Document ID',
			name: 'documentId',
			type: 'string',
			default: '',
		},
		{
			displayName: 'Document Model',
			name: 'model',
			type: 'string',
			default: '',
			placeholder: 'purchase.order',
		},
		{
			displayName: 'Due State',
			name: 'due',
			type: 'options',
			default: 'overdue',
			description: 'Requests for which this is due',
			options: [
				{ name: 'Escalation Due', value: DueState.Escalate },
				{
					name: 'Not Carried Out',
					value: DueState.CarryOut,
					description: 'Approved, and its change waits or was refused by Odoo',
				},
				{
					name: 'Not Gone On',
					value: DueState.Resume,
					description: 'Decided, and its workflow has not gone on',
				},
				{ name: 'Overdue', value: DueState.Overdue },
				{ name: 'Reminder Due', value: DueState.Remind },
			],
		},
		{ displayName: 'Policy', name: 'policy', type: 'string', default: '' },
		{
			displayName: 'States',
			name: 'states',
			type: 'multiOptions',
			default: [],
			options: [
				{ name: 'Approved', value: ApprovalState.Approved },
				{ name: 'Blocked', value: ApprovalState.Blocked },
				{ name: 'Cancelled', value: ApprovalState.Cancelled },
				{ name: 'Expired', value: ApprovalState.Expired },
				{ name: 'Pending', value: ApprovalState.Pending },
				{ name: 'Rejected', value: ApprovalState.Rejected },
				{ name: 'Stale', value: ApprovalState.Stale },
			],
		},
	],
};

const OPEN = ['x_state', 'in', [ApprovalState.Pending, ApprovalState.Blocked]];

/** Requests for which something is due, in Odoo's notation. */
export const DUE: Readonly<Record<string, (now: string) => OdooValue[][]>> = {
	[DueState.Overdue]: (now) => [OPEN, ['x_due_at', '!=', false], ['x_due_at', '<=', now]],
	[DueState.Escalate]: (now) => [
		OPEN,
		['x_escalate_at', '!=', false],
		['x_escalate_at', '<=', now],
		['x_escalated_at', '=', false],
	],
	[DueState.CarryOut]: () => [
		['x_state', '=', ApprovalState.Approved],
		['x_effect_state', 'in', [...OUTSTANDING]],
	],
	[DueState.Resume]: (now) => [
		['x_wake_at', '!=', false],
		['x_decided_at', '<=', earlier(now, LOST_AFTER_MS)],
	],
	[DueState.Remind]: (now) => [OPEN, ['x_remind_at', '!=', false], ['x_remind_at', '<=', now]],
};

function domainOf(node: IExecuteFunctions, itemIndex: number, now: string): OdooValue[][] {
	const given = node.getNodeParameter('filters', itemIndex, {}) as Filters;
	const before = given.askedBefore ? Date.parse(given.askedBefore) : Number.NaN;
	const terms: Array<OdooValue[] | false> = [
		(given.states?.length ?? 0) > 0 && ['x_state', 'in', given.states ?? []],
		typed(given.model) !== '' && ['x_model', '=', typed(given.model)],
		typed(given.documentId) !== '' && ['x_res_id', '=', Number(given.documentId)],
		typed(given.policy) !== '' && ['x_policy', 'ilike', typed(given.policy)],
		!Number.isNaN(before) && ['create_date', '<', toStamp(before)],
	];
	const due = given.due ? DUE[given.due](now) : [];
	return [...terms.filter((term) => term !== false), ...due];
}

export const getMany: Operation = {
	fields: [...limitFields, filters, optionsField([])],
	execute: async (node, client) =>
		await perItemMany(node, async (itemIndex) => {
			const nowMs = Date.now();
			const found = await readApprovals(client, {
				domain: domainOf(node, itemIndex, toStamp(nowMs)),
				limit: readLimit(node, itemIndex),
				order: 'id desc',
			});
			return found.ok ? success(found.value.map((one) => tellRequest(one, nowMs))) : found;
		}),
};
