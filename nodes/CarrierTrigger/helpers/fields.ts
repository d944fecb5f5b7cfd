import type { INodeProperties } from 'n8n-workflow';
import { fallbackZoneField, includeRawField } from '../../shared/carriers/eventFields';
import { AUTOMATIC, sourceOptions } from '../../shared/carriers/sourceOptions';
import { Authentication } from './authenticate';
import { Respond } from './webhooks';

const settingsField: INodeProperties = {
	displayName: 'Options',
	name: 'settings',
	type: 'collection',
	default: {},
	placeholder: 'Add Option',
	options: [
		{
			displayName: 'Calls per Minute',
			name: 'callsPerMinute',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 1200,
			description:
				'More are answered with 429 and the time to wait. 0: no limit. Each webhook process of n8n counts for itself.',
		},
		fallbackZoneField,
		includeRawField,
		{
			displayName: 'Largest Body (KB)',
			name: 'maxSizeKb',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 16_384 },
			default: 5120,
			description: 'Larger calls are answered with 413',
		},
		{
			displayName: 'Replay Window (Minutes)',
			name: 'replayMinutes',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 1440 },
			default: 10,
			description:
				'A call that comes again byte by byte within this time is answered and not run again. 0: every call runs. Events have IDs, so a repeat changes nothing downstream either.',
		},
	],
};

export const carrierTriggerFields: INodeProperties[] = [
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		default: 'carrierWebhook',
		options: [
			{
				name: 'Carrier Webhook',
				value: Authentication.Credential,
				description: 'Calls are checked on their raw bytes; all others are refused with 401',
			},
			{
				name: 'None',
				value: Authentication.None,
				description: 'For senders that offer nothing',
			},
		],
	},
	{
		displayName:
			'<b>Anyone who knows the address can send events.</b> Turn on Verify by Pull, and ask the carrier before anything is changed.',
		name: 'unauthenticatedNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { authentication: [Authentication.None] } },
	},
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		default: AUTOMATIC,
		options: sourceOptions,
		description: 'Who sends the payload',
	},
	{
		displayName: 'Verify by Pull',
		name: 'verifyByPull',
		type: 'boolean',
		default: false,
		description:
			'Whether to take a call as a hint only: one item for each shipment, with carrier and tracking number, to ask the carrier itself what happened',
	},
	{
		displayName: 'Respond',
		name: 'respond',
		type: 'options',
		default: 'onReceived',
		options: [
			{
				name: 'Immediately',
				value: Respond.Immediately,
				description: 'As soon as n8n has stored the execution',
			},
			{
				name: 'When Last Node Finishes',
				value: Respond.WhenFinished,
				description:
					'200 when the workflow has ended well, 500 when it failed, so that the carrier sends again',
			},
		],
		description: 'When the carrier gets its answer',
	},
	settingsField,
	{
		// n8n leaves the body of a call unparsed for nodes with this parameter: signatures are over raw
		// bytes, and a body that cannot be parsed shall reach the second output instead of an error page.
		displayName: 'Body',
		name: 'options',
		type: 'hidden',
		default: { binaryData: true },
	},
];
