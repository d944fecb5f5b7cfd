import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { Milestone, SubStatus } from '../../../core/event';
import { AUTOMATIC } from '../helpers/readItem';

/** `out_for_delivery` as "Out for Delivery". */
const title = (value: string): string =>
	value
		.split('_')
		.map((word, index) =>
			index > 0 && ['for', 'to', 'at', 'by', 'from'].includes(word)
				? word
				: word.charAt(0).toUpperCase() + word.slice(1),
		)
		.join(' ');

const choices = (values: readonly string[]): INodePropertyOptions[] =>
	values
		.map((value) => ({ name: title(value), value }))
		.sort((a, b) => a.name.localeCompare(b.name));

const milestones = choices(Object.values(Milestone).filter((value) => value !== Milestone.Unknown));

const overrideFields: INodeProperties[] = [
	{
		displayName: 'Code',
		name: 'code',
		type: 'string',
		default: '',
		placeholder: 'e.g. OT',
		description: 'As in data.raw.code. Empty: any code of the type.',
	},
	{
		displayName: 'Milestone',
		name: 'milestone',
		type: 'options',
		default: 'in_transit',
		options: milestones,
	},
	{
		displayName: 'Source',
		name: 'source',
		type: 'string',
		default: '',
		placeholder: 'e.g. upsTrackAlert',
		description: 'As in data.raw.source. Empty: all sources.',
	},
	{
		displayName: 'Sub-Status',
		name: 'subStatus',
		type: 'options',
		default: '',
		options: [{ name: 'None', value: '' }, ...choices(Object.values(SubStatus))],
	},
	{
		displayName: 'Type',
		name: 'type',
		type: 'string',
		default: '',
		placeholder: 'e.g. I',
		description: 'As in data.raw.type. Empty: any type.',
	},
];

export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	default: {},
	placeholder: 'Add Option',
	options: [
		{
			displayName: 'Fallback Time Zone',
			name: 'fallbackZone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Europe/Berlin',
			description:
				'Time zone of local times of which nothing else is known. Without it such events have no instant, only a local time.',
		},
		{
			displayName: 'Include Raw Event',
			name: 'includeRaw',
			type: 'boolean',
			default: false,
			description: 'Whether to keep a copy of what the carrier sent in data.raw.payload',
		},
		{
			displayName: 'Overrides',
			name: 'overrides',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			default: {},
			placeholder: 'Add Override',
			description: 'Meanings of codes that go before the built-in tables',
			options: [{ displayName: 'Override', name: 'override', values: overrideFields }],
		},
		{
			displayName: 'Received At',
			name: 'receivedAt',
			type: 'dateTime',
			default: '',
			description: 'When the payload arrived. Now, if left empty.',
		},
		{
			displayName: 'Unknown Codes Are Errors',
			name: 'strict',
			type: 'boolean',
			default: false,
			description: `Whether a payload with a code that is on no list fails as a whole, instead of leaving on the output Unmapped. Works with a chosen source as well as with "${AUTOMATIC}".`,
		},
	],
};
