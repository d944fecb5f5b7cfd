import type { INodeProperties } from 'n8n-workflow';
import { ROUTE_CHOICES } from './simple.fields';

/** What can be set whatever the limits come from. */
export const commonOptions: INodeProperties[] = [
	{
		displayName: 'At Least',
		name: 'atLeast',
		type: 'options',
		default: 'review',
		options: ROUTE_CHOICES,
		description:
			'The verdict is never milder than this. The only setting that an AI agent may fill in without every item going to review.',
	},
	{
		displayName: 'At Least: Reason',
		name: 'atLeastReason',
		type: 'string',
		default: '',
		description: 'Why, for the record',
	},
	{
		displayName: 'Document Name',
		name: 'documentName',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.name }}',
		description: 'The business document, e.g. PO00012, for the record',
	},
	{
		displayName: 'Event Time',
		name: 'at',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-01-31T08:00:00Z',
		description:
			'When it happened: decides which version of a policy and which rate holds. Now when empty.',
	},
	{
		displayName: 'Key',
		name: 'key',
		type: 'string',
		default: '',
		description:
			'Unique name of what is judged, so that the same thing judged again is not counted twice',
	},
	{
		displayName: 'Put Decision in Field',
		name: 'outputField',
		type: 'string',
		default: 'tolerance',
		description: 'Name of the field of the item that gets the decision',
	},
];
