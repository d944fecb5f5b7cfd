import type { INodeProperties } from 'n8n-workflow';
import { ChangeKind, DelayUnit, WATCH_PRESETS } from '../../../core/odoo/changes';
import { modelField } from '../../OdooSync/helpers/parameters';
import { triggerOptions } from './options';

/** Value of Start When for a watch of one's own. */
export const CUSTOM = 'custom';

const custom = { startWhen: [CUSTOM] };
const fieldOf = { loadOptionsMethod: 'getFields', loadOptionsDependsOn: ['model.value'] };
const ONE =
	'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';
const SEVERAL =
	'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

const forEvent = (kind: ChangeKind) => ({ show: { ...custom, events: [kind] } });

const eventFields: INodeProperties[] = [
	{ ...modelField, displayOptions: { show: custom } },
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		default: [ChangeKind.Created],
		required: true,
		displayOptions: { show: custom },
		options: [
			{ name: 'Archived', value: ChangeKind.Archived },
			{ name: 'Created', value: ChangeKind.Created },
			{ name: 'Deleted', value: ChangeKind.Deleted },
			{ name: 'Field Changed', value: ChangeKind.FieldChanged },
			{ name: 'State Reached', value: ChangeKind.StateReached },
			{ name: 'Time Condition', value: ChangeKind.TimeReached },
			{ name: 'Updated', value: ChangeKind.Updated },
		],
	},
	{
		displayName: 'Watched Field Names or IDs',
		name: 'changedFields',
		type: 'multiOptions',
		typeOptions: fieldOf,
		default: [],
		displayOptions: forEvent(ChangeKind.FieldChanged),
		description: `Fields that count for Field Changed. ${SEVERAL}.`,
	},
	{
		displayName: 'State Field Name or ID',
		name: 'stateField',
		type: 'options',
		typeOptions: fieldOf,
		default: '',
		displayOptions: forEvent(ChangeKind.StateReached),
		description: ONE,
	},
	{
		displayName: 'State Value',
		name: 'stateValue',
		type: 'string',
		default: '',
		placeholder: 'done',
		displayOptions: forEvent(ChangeKind.StateReached),
		description: 'Technical value, such as done or sale',
	},
	{
		displayName: 'Date Field Name or ID',
		name: 'dateField',
		type: 'options',
		typeOptions: fieldOf,
		default: '',
		displayOptions: forEvent(ChangeKind.TimeReached),
		description: ONE,
	},
	{
		displayName: 'Delay',
		name: 'delay',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		displayOptions: forEvent(ChangeKind.TimeReached),
		description: 'How far from the date the event happens',
	},
	{
		displayName: 'Delay Unit',
		name: 'delayUnit',
		type: 'options',
		default: 'hour',
		displayOptions: forEvent(ChangeKind.TimeReached),
		options: [
			{ name: 'Days', value: DelayUnit.Days },
			{ name: 'Hours', value: DelayUnit.Hours },
			{ name: 'Minutes', value: DelayUnit.Minutes },
		],
	},
	{
		displayName: 'Delay Direction',
		name: 'delayDirection',
		type: 'options',
		default: 'after',
		displayOptions: forEvent(ChangeKind.TimeReached),
		options: [
			{ name: 'After the Date', value: 'after' },
			{ name: 'Before the Date', value: 'before' },
		],
	},
	{
		displayName: 'Domain',
		name: 'domain',
		type: 'json',
		default: '[]',
		displayOptions: { show: custom },
		description:
			'Only records in this domain count; Odoo’s prefix notation, as JSON: [["picking_type_code", "=", "outgoing"]]',
	},
];

export const triggerFields: INodeProperties[] = [
	{
		displayName: 'Start When',
		name: 'startWhen',
		type: 'options',
		noDataExpression: true,
		default: 'deliveryValidated',
		options: [
			...WATCH_PRESETS.map(({ id, name, description }) => ({ name, value: id, description })),
			{ name: 'Custom', value: CUSTOM, description: 'A model and events of your choice' },
		].sort((a, b) => a.name.localeCompare(b.name)),
	},
	...eventFields,
	{
		displayName: 'Mode',
		name: 'mode',
		type: 'options',
		noDataExpression: true,
		default: 'pushAndPoll',
		options: [
			{
				name: 'Poll',
				value: 'poll',
				description: 'Ask Odoo at the poll times; needs no administrator',
			},
			{
				name: 'Push',
				value: 'push',
				description: 'Odoo calls; what it cannot deliver (n8n down) is lost',
			},
			{
				name: 'Push and Poll',
				value: 'pushAndPoll',
				description: 'Odoo calls, and the poll finds what a call lost',
			},
		],
	},
	{
		displayName:
			'Odoo calls n8n through automation rules that this node makes on activation and removes on deactivation. The user of the credential must be an administrator (Settings) for that.',
		name: 'pushNotice',
		type: 'notice',
		default: '',
		displayOptions: { hide: { mode: ['poll'] } },
	},
	{
		displayName: 'Ignore Own Changes',
		name: 'ignoreOwnChanges',
		type: 'boolean',
		default: true,
		description:
			'Whether to leave out changes made by the user of the credential, so that what a workflow writes does not start it again',
	},
	{
		displayName: 'Field Names or IDs to Deliver',
		name: 'fields',
		type: 'multiOptions',
		typeOptions: fieldOf,
		default: [],
		description: `Fields of the record in the output; none for those of the preset, or the most telling ones. ${SEVERAL}.`,
	},
	triggerOptions,
];
