import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { FieldKind, STANDARD_FIELDS } from '../../../core/tolerance';

/** `unit_price` as "Unit Price", `eta` as "ETA". */
const title = (name: string): string =>
	name === 'eta'
		? 'ETA'
		: name
				.split('_')
				.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
				.join(' ');

export const FIELD_CHOICES: INodePropertyOptions[] = Object.entries(STANDARD_FIELDS)
	.map(([name, { expected, actual }]) => ({
		name: title(name),
		value: name,
		description: `${expected} against ${actual}`,
	}))
	.sort((a, b) => a.name.localeCompare(b.name));

const TIMES = Object.entries(STANDARD_FIELDS)
	.filter(([, { kind }]) => kind === FieldKind.Time)
	.map(([name]) => name);

export const ROUTE_CHOICES: INodePropertyOptions[] = [
	{ name: 'Approval Level 1', value: 'approve:1' },
	{ name: 'Approval Level 2', value: 'approve:2' },
	{ name: 'Approval Level 3', value: 'approve:3' },
	{ name: 'Block', value: 'block' },
	{ name: 'Pass and Notify', value: 'notify' },
	{ name: 'Review', value: 'review' },
];

/** Limits for one field, set in the editor. */
export const simpleFields: INodeProperties[] = [
	{
		displayName: 'What to Compare',
		name: 'field',
		type: 'options',
		noDataExpression: true,
		default: 'quantity',
		options: FIELD_CHOICES,
	},
	{
		displayName: 'Expected',
		name: 'expected',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.ordered }}',
		description: 'What was ordered, quoted or promised',
	},
	{
		displayName: 'Actual',
		name: 'actual',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.received }}',
		description: 'What was received, billed or counted',
	},
	{
		displayName: 'Allowed Percent',
		name: 'percent',
		type: 'string',
		default: '10',
		displayOptions: { hide: { field: TIMES } },
		placeholder: 'e.g. 10',
		description:
			'How much actual may differ from expected, in percent of expected; empty for no such limit',
	},
	{
		displayName: 'Allowed Absolute',
		name: 'absolute',
		type: 'string',
		default: '',
		placeholder: 'e.g. 5',
		description:
			'How much actual may differ from expected, in its unit or currency, or in days for dates; empty for no such limit',
	},
	{
		displayName: 'When Both Are Set',
		name: 'combine',
		type: 'options',
		default: 'lesser_of',
		displayOptions: { hide: { percent: [''], absolute: [''], field: TIMES } },
		options: [
			{ name: 'The Tighter One Counts', value: 'lesser_of' },
			{ name: 'The Wider One Counts', value: 'greater_of' },
		],
	},
	{
		displayName: 'Beyond That',
		name: 'route',
		type: 'options',
		default: 'approve:1',
		options: ROUTE_CHOICES,
		description: 'What happens to an item that differs by more',
	},
];

/** Rare settings of them. */
export const simpleOptions: INodeProperties[] = [
	{
		displayName: 'Actual Unit or Currency',
		name: 'actualUnit',
		type: 'string',
		default: '',
		placeholder: 'e.g. Dozens, USD',
		description: 'Unit of the actual quantity, or currency of the actual amount',
	},
	{
		displayName: 'Allowed Absolute Below',
		name: 'lowerAbsolute',
		type: 'string',
		default: '',
		description: 'Limit for what is less or earlier than expected; the same as upwards when empty',
	},
	{
		displayName: 'Allowed Percent Below',
		name: 'lowerPercent',
		type: 'string',
		default: '',
		description: 'Limit for what is less than expected; the same as upwards when empty',
	},
	{
		displayName: 'Block Beyond Absolute',
		name: 'blockAbsolute',
		type: 'string',
		default: '',
		description: 'A second limit, beyond which an item is blocked',
	},
	{
		displayName: 'Block Beyond Percent',
		name: 'blockPercent',
		type: 'string',
		default: '',
		description: 'A second limit, beyond which an item is blocked',
	},
	{
		displayName: 'Direction',
		name: 'direction',
		type: 'options',
		default: 'both',
		options: [
			{ name: 'More and Less', value: 'both' },
			{ name: 'Only Less or Earlier', value: 'lower' },
			{ name: 'Only More or Later', value: 'upper' },
		],
		description: 'Which deviations are limited',
	},
	{
		displayName: 'Expected Unit or Currency',
		name: 'expectedUnit',
		type: 'string',
		default: '',
		placeholder: 'e.g. Units, EUR',
		description: 'Unit of the expected quantity, or currency of the expected amount',
	},
	{
		displayName: 'Measure Dates In',
		name: 'timeUnit',
		type: 'options',
		default: 'days',
		options: [
			{ name: 'Business Days', value: 'business_days' },
			{ name: 'Days', value: 'days' },
			{ name: 'Hours', value: 'hours' },
		],
	},
	{
		displayName: 'When Nothing Is Expected',
		name: 'zeroBaseline',
		type: 'options',
		default: 'absolute_only',
		options: [
			{ name: 'Block', value: 'block' },
			{ name: 'Review', value: 'review' },
			{ name: 'Use the Absolute Limit', value: 'absolute_only' },
		],
		description:
			'A percentage of zero is never taken; without an absolute limit the item is reviewed',
	},
];
