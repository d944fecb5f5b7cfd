import {
	updateDisplayOptions,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';
import { tablesWithoutSource, TextLanguage } from '../../../core/carriers';
import { TimeShape } from '../../../core/event';
import { byName } from '../../shared/byName';
import { CUSTOM } from '../helpers/customSource';
import { MILESTONES, REASONS, SUB_STATUSES } from '../helpers/words';

const LANGUAGES: Readonly<Record<TextLanguage, string>> = {
	[TextLanguage.Dutch]: 'Dutch',
	[TextLanguage.English]: 'English',
	[TextLanguage.French]: 'French',
	[TextLanguage.German]: 'German',
	[TextLanguage.Italian]: 'Italian',
	[TextLanguage.Polish]: 'Polish',
	[TextLanguage.Portuguese]: 'Portuguese',
	[TextLanguage.Spanish]: 'Spanish',
};

/** How a date may be written, with an example. */
const SHAPES: readonly (readonly [name: string, shape: TimeShape])[] = [
	['/Date(1722924060000+0300)/', TimeShape.DotNetDate],
	['01DEC1430', TimeShape.CargoImp],
	['12/01/2026 2:30 PM (Month First)', TimeShape.MonthFirst],
	['2026-12-01T14:30:00Z (ISO 8601)', TimeShape.Iso],
	['2026/12/01 14:30 (Year First)', TimeShape.YearFirst],
	['20261201 and 143000', TimeShape.CompactSeconds],
	['31.12.2026 14:30 (Day First)', TimeShape.DayFirst],
	['Dec 1, 2026 2:30 pm (English)', TimeShape.English],
	['Unix Time (Seconds or Milliseconds)', TimeShape.Epoch],
];

const ISO: string = TimeShape.Iso;

const shapeChoices = (): INodePropertyOptions[] => SHAPES.map(([name, value]) => ({ name, value }));

const pathField = (
	displayName: string,
	name: string,
	placeholder: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${placeholder}`,
	description,
});

const required = (field: INodeProperties): INodeProperties => ({ ...field, required: true });

const FROM_EVENT = 'Path within the event; "root:" in front starts from the payload';

const codeFields: INodeProperties[] = [
	{
		displayName: 'Code',
		name: 'code',
		type: 'string',
		default: '',
		placeholder: 'e.g. DELIVERED',
		description: 'As the source writes it',
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
		displayName: 'Sub-Status',
		name: 'subStatus',
		type: 'options',
		default: '',
		options: SUB_STATUSES,
	},
];

const tableChoices = (): INodePropertyOptions[] =>
	tablesWithoutSource()
		// The document begins with the name of the carrier.
		.map(({ id, document }) => ({ name: id, value: id, description: document.split(/[:,]/)[0] }))
		.sort(byName);

const moreFields: INodeProperties[] = [
	pathField('City Path', 'city', 'location.city', FROM_EVENT),
	{
		displayName: 'Code Table',
		name: 'codeTable',
		type: 'options',
		default: '',
		description:
			'Table in which codes are looked for that are not among Codes: states of carriers whose answer is not public. Such events have a confidence of 0.8.',
		options: [{ name: 'None', value: '' }, ...tableChoices()],
	},
	pathField('Country Path', 'country', 'location.country', FROM_EVENT),
	pathField('Description Path', 'description', 'message', FROM_EVENT),
	pathField('Photo Path', 'photo', 'root:pod.photo', 'Base64 or link of a photo'),
	pathField('Signature Path', 'signature', 'root:pod.image', 'Base64 or link of a signature'),
	pathField('Signed By Path', 'signedBy', 'root:pod.name', 'Name of who took delivery'),
	{
		displayName: 'Text Languages',
		name: 'languages',
		type: 'multiOptions',
		default: [],
		description:
			'Languages in which events without a known code are read by their description. Such events have a confidence of 0.5.',
		options: Object.entries(LANGUAGES).map(([value, name]) => ({ name, value })),
	},
	pathField('Time Path', 'time', 'event_time', 'Where the time stands apart from the date'),
	pathField('Zone Path', 'offset', 'utc_offset', 'Offset or time zone in a field of its own'),
];

const fields: INodeProperties[] = [
	required({
		...pathField('Carrier', 'customCarrier', 'acme', 'Identifier of the carrier, for the events'),
		default: 'custom',
	}),
	pathField(
		'Events Path',
		'customEvents',
		'data.history',
		'Path to the list of events: names joined by dots, list[0] for a position, list[key=value] for what matches. Empty if the payload is one event.',
	),
	required(
		pathField(
			'Tracking Number Path',
			'customTrackingNumber',
			'data.tracking_number',
			'From the event or from the payload, whichever has it',
		),
	),
	pathField('Code Path', 'customCode', 'status.code', FROM_EVENT),
	required(pathField('Date Path', 'customDate', 'timestamp', FROM_EVENT)),
	{
		displayName: 'Date Format',
		name: 'customShape',
		type: 'options',
		default: ISO,
		options: shapeChoices(),
	},
	{
		displayName: 'Time Zone',
		name: 'customZone',
		type: 'string',
		default: '',
		placeholder: 'e.g. Europe/Berlin',
		description:
			'Time zone of times without one. Empty: the zone of the country, if it has only one; else there is no instant, only a local time.',
	},
	{
		displayName: 'Codes',
		name: 'customCodes',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add Code',
		description: 'What the codes of the source mean. Others leave on the output Unmapped.',
		options: [{ displayName: 'Code', name: 'code', values: codeFields }],
	},
	{
		displayName: 'More Fields',
		name: 'customMore',
		type: 'collection',
		default: {},
		placeholder: 'Add Field',
		options: moreFields,
	},
];

/** What describes a source that is not built in. */
export const customFields = updateDisplayOptions({ show: { source: [CUSTOM] } }, fields);
