import type { INodeProperties } from 'n8n-workflow';
import { DurationUnit, OnTimeout } from '../../../core/approval';
import { modelField } from '../../OdooSync/helpers/parameters';
import { WhenApproved } from '../helpers/effects';

/** What is asked, about what, and what follows from a yes. */
export const sendFields: INodeProperties[] = [
	{
		displayName: 'Subject',
		name: 'subject',
		type: 'string',
		default: '',
		placeholder: 'Freight of S00042 is 18 % over the quote',
		description: 'One line: what approvers read first',
	},
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		description: 'Why it is asked, as plain text',
	},
	{
		...modelField,
		displayName: 'Document Model',
		required: false,
		description: 'Kind of the document that it is about, e.g. Sales Order (sale.order)',
	},
	{
		displayName: 'Document ID',
		name: 'documentId',
		type: 'string',
		default: '',
		description: 'ID of the document in Odoo; empty where it is about none',
	},
	{
		displayName: 'When Approved',
		name: 'whenApproved',
		type: 'options',
		default: 'nothing',
		description: 'What happens before the workflow goes on',
		options: [
			{
				name: 'Apply Effects',
				value: WhenApproved.Effects,
				description:
					'Carry out effects on the document (validate a transfer, create an invoice, ...), once',
			},
			{
				name: 'Nothing: The Workflow Goes On',
				value: WhenApproved.Nothing,
				description: 'The nodes on the output Approved do what was approved',
			},
			{
				name: 'Write Values on the Document',
				value: WhenApproved.Write,
				description: 'Write exactly what approvers saw, once, if it is still what they saw',
			},
		],
	},
	{
		displayName: 'Values From',
		name: 'valuesFrom',
		type: 'options',
		default: 'fields',
		displayOptions: { show: { whenApproved: [WhenApproved.Write] } },
		options: [
			{ name: 'Fields Below', value: 'fields' },
			{ name: 'JSON', value: 'json' },
		],
	},
	{
		displayName: 'Values',
		name: 'values',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Value' },
		default: {},
		displayOptions: { show: { whenApproved: [WhenApproved.Write], valuesFrom: ['fields'] } },
		options: [
			{
				displayName: 'Value',
				name: 'value',
				values: [
					{
						displayName: 'Field Name or ID',
						name: 'field',
						type: 'options',
						typeOptions: { loadOptionsMethod: 'getFields', loadOptionsDependsOn: ['model.value'] },
						default: '',
						description:
							'Field of the document. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						description: 'What it would be; records by their ID',
					},
				],
			},
		],
	},
	{
		displayName: 'Values (JSON)',
		name: 'valuesJson',
		type: 'json',
		default: '{}',
		displayOptions: { show: { whenApproved: [WhenApproved.Write], valuesFrom: ['json'] } },
		description: 'Object of technical field names and values',
	},
	{
		displayName: 'Effects',
		name: 'effects',
		type: 'json',
		default: '[\n  { "kind": "validate_picking", "backorder": true }\n]',
		displayOptions: { show: { whenApproved: [WhenApproved.Effects] } },
		description:
			'List of effects on the document, as routes of events have them; the page on events in the documentation lists them. Approvers see them whole.',
	},
];

export const dueFields: INodeProperties[] = [
	{
		displayName: 'Decide Within',
		name: 'dueAmount',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 3,
		description: 'After this time nobody can decide any more; 0 for no limit',
	},
	{
		displayName: 'Unit',
		name: 'dueUnit',
		type: 'options',
		default: 'days',
		options: [
			{ name: 'Days', value: DurationUnit.Days },
			{ name: 'Hours', value: DurationUnit.Hours },
			{ name: 'Minutes', value: DurationUnit.Minutes },
		],
	},
	{
		displayName: 'When Nobody Decides',
		name: 'onTimeout',
		type: 'options',
		default: 'reject',
		options: [
			{
				name: 'Approve (Only One Level That Asks for a Link)',
				value: OnTimeout.Approve,
				description: 'Odoo refuses it for anything but the lowest tier',
			},
			{
				name: 'Hold',
				value: OnTimeout.Hold,
				description: 'The request expires; items leave on No Answer',
			},
			{ name: 'Reject', value: OnTimeout.Reject, description: 'Items leave on Rejected' },
		],
	},
];
