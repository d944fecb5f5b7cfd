import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from '../../OdooSync/helpers/parameters';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const calendar: INodeProperties = {
	displayName: 'Business Hours',
	name: 'calendar',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add Business Hours',
	description: 'When time counts; without it, it always does',
	options: [
		{
			displayName: 'Hours',
			name: 'hours',
			values: [
				{ displayName: 'From', name: 'from', type: 'string', default: '08:00' },
				{
					displayName: 'Holidays',
					name: 'holidays',
					type: 'string',
					default: '',
					placeholder: '2026-12-25, 2026-12-26',
				},
				{
					displayName: 'Time Zone',
					name: 'zone',
					type: 'string',
					default: '',
					placeholder: 'Europe/Berlin',
					description: 'Empty for that of the workflow',
				},
				{ displayName: 'To', name: 'to', type: 'string', default: '17:00' },
				{
					displayName: 'Workdays',
					name: 'weekdays',
					type: 'multiOptions',
					default: [1, 2, 3, 4, 5],
					options: WEEKDAYS.map((name, at) => ({ name, value: at + 1 })),
				},
			],
		},
	],
};

export const sendOptions: INodeProperties = optionsField([
	calendar,
	{
		displayName: 'Code',
		name: 'code',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'What approvers type where the assurance is Link and Code: something they know, and that is not on the page',
	},
	{
		displayName: 'Code Label',
		name: 'codeLabel',
		type: 'string',
		default: '',
		placeholder: 'Last four digits of the order',
		description: 'What the page asks for',
	},
	{
		displayName: 'Decision Record',
		name: 'record',
		type: 'json',
		default: '',
		description:
			'Why it is asked, as data; that of the Tolerance Gate is taken from the item by itself',
	},
	{
		displayName: 'Details',
		name: 'details',
		type: 'json',
		default: '',
		description: 'What the workflow does when it is approved, shown to approvers whole',
	},
	{
		displayName: 'Escalate After',
		name: 'escalateAfter',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Hours after which others join; 0 for never',
	},
	{
		displayName: 'Escalate to Group',
		name: 'escalateToGroup',
		type: 'string',
		default: '',
		placeholder: 'base.group_erp_manager',
		description: 'External ID of the group whose members join the open level',
	},
	{
		displayName: 'Excluded',
		name: 'excluded',
		type: 'string',
		default: '',
		description:
			'Logins or e-mail addresses of people who may not decide besides the requester, separated by commas: e.g. the author of the policy',
	},
	{
		displayName: 'Levels (JSON)',
		name: 'levelsJson',
		type: 'json',
		default: '',
		description: 'Levels as data, instead of those above: to choose them by expression',
	},
	{
		displayName: 'Must Not Change',
		name: 'watch',
		type: 'string',
		default: '',
		placeholder: 'state, amount_total',
		description:
			'Technical names of fields of the document, separated by commas. When one has changed until the decision, it is asked anew.',
	},
	{
		displayName: 'Output Field',
		name: 'outputField',
		type: 'string',
		default: 'approval',
		description: 'Field of the item that gets the decision',
	},
	{
		displayName: 'Policy ID',
		name: 'policyId',
		type: 'string',
		default: '',
		description: 'Empty for that of the Tolerance Gate, where the item carries it',
	},
	{ displayName: 'Policy Version', name: 'policyVersion', type: 'string', default: '' },
	{
		displayName: 'Remind After',
		name: 'remindAfter',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Hours after which those who have not decided are reminded; 0 for never',
	},
	{
		displayName: 'Remind Every',
		name: 'remindEvery',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Hours between further reminders; 0 for one only',
	},
	{
		displayName: 'Request Key',
		name: 'requestKey',
		type: 'string',
		default: '',
		placeholder: 'freight_S00042',
		description:
			'Makes the same question the same request: it is not asked twice, and what was decided holds. Empty: each run asks anew.',
	},
	{
		displayName: 'Requester',
		name: 'requester',
		type: 'string',
		default: '',
		description: 'Login or e-mail address of who wants it; empty for the user of the credential',
	},
	{
		displayName: 'Tolerance Field',
		name: 'toleranceField',
		type: 'string',
		default: 'tolerance',
		description: 'Field of the item with the decision of the Tolerance Gate',
	},
]);
