import type { INodeProperties } from 'n8n-workflow';
import { fallbackZoneField, includeRawField } from '../../shared/carriers/eventFields';
import { AUTOMATIC } from '../helpers/readItem';
import { MILESTONES, REASONS, SUB_STATUSES } from '../helpers/words';

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
		options: MILESTONES,
	},
	{ displayName: 'Reason', name: 'reason', type: 'options', default: '', options: REASONS },
	{
		displayName: 'Source',
		name: 'source',
		type: 'string',
		default: '',
		placeholder: 'e.g. upsTrackAlert',
		description: 'As in data.raw.source. Empty: all sources.',
	},
	{
		displayName: 'Sub-Code',
		name: 'subCode',
		type: 'string',
		default: '',
		description: 'As in data.raw.subCode. Empty: any sub-code.',
	},
	{
		displayName: 'Sub-Status',
		name: 'subStatus',
		type: 'options',
		default: '',
		options: SUB_STATUSES,
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
		fallbackZoneField,
		includeRawField,
		{
			displayName: 'Minimum Confidence',
			name: 'minConfidence',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
			default: 0,
			description:
				'Events whose status is less sure leave on the output Unmapped: 1 is a list of the carrier, 0.9 a standard, 0.8 a platform, 0.7 a group of codes, 0.5 a text',
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
			displayName: 'Proof as Binary',
			name: 'proofBinary',
			type: 'boolean',
			default: true,
			description:
				'Whether to put photos and signatures that the payload holds as base64 into binary data of the item (photo, signature, document). Links stay links.',
		},
		{
			displayName: 'Received At',
			name: 'receivedAt',
			type: 'dateTime',
			default: '',
			description: 'When the payload arrived. Now, if left empty.',
		},
		{
			displayName: 'Tracking Number',
			name: 'trackingNumber',
			type: 'string',
			default: '',
			placeholder: 'e.g. Z1234567890',
			description:
				'Number of the shipment that was asked about, for answers that do not name it (Packeta, some of DPD and Schenker)',
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
