import { MappingBy } from '../event/mappingBy';
import type { Milestone } from '../event/milestone';
import type { Reason } from '../event/reason';
import type { SubStatus } from '../event/subStatus';
import { TimeShape } from '../event/time';
import type { CodeRow } from './codeTable';
import type { PayloadFormat, FieldPaths, LocationSpec, Lookup, SourceDefinition } from './source';
import { SourceKind } from './source';
import type { TextLanguage } from './text';

/** Meaning of one code of a user's own source. */
export interface CustomCode {
	readonly code: string;
	readonly milestone: `${Milestone}`;
	readonly subStatus?: `${SubStatus}` | '';
	readonly reason?: `${Reason}` | '';
}

/**
 * A source that is not built in, as a user describes it: where things are and what the codes mean. Paths as in
 * `FieldPaths`, those of an event from the event; several alternatives are separated by commas.
 */
export interface CustomSource {
	/** Identifier of the carrier, e.g. `acme`. */
	readonly carrier: string;
	/** Path from the root to the list of events; '' when the payload is one event. */
	readonly events: string;
	readonly trackingNumber: string;
	readonly code?: string;
	readonly description?: string;
	readonly date: string;
	readonly time?: string;
	readonly offset?: string;
	readonly shape?: `${TimeShape}`;
	/** IANA zone of local times. */
	readonly zone?: string;
	readonly city?: string;
	readonly country?: string;
	readonly signedBy?: string;
	readonly photo?: string;
	readonly signature?: string;
	readonly codes: readonly CustomCode[];
	/** Built-in table in which codes are looked for that are not among `codes`, e.g. `upu.emsevt`. */
	readonly codeTable?: string;
	/** Languages in which events without a known code are read by their words. */
	readonly languages?: readonly `${TextLanguage}`[];
	readonly format: PayloadFormat;
}

const ID = 'custom';
const TABLE = 'custom.codes';

const paths = (text: string | undefined): FieldPaths =>
	(text ?? '')
		.split(',')
		.map((path) => path.trim())
		.filter((path) => path !== '');

const rowOf = ({ code, milestone, subStatus, reason }: CustomCode): CodeRow => [
	'',
	code.trim(),
	'',
	milestone,
	subStatus ?? '',
	reason ?? '',
	'',
	'',
	'',
	'given by the user',
];

/** The code alone is asked for, and nobody vouches that it comes from whom the table was made for. */
const inTable = (table: string): Lookup => ({
	table,
	key: { code: 'code' },
	by: MappingBy.Code,
	confidence: 0.8,
});

const location = ({ city, country }: CustomSource): LocationSpec => ({
	city: paths(city),
	country: paths(country),
});

/** The definition of a user's own source, to be read by the engine like a built-in one. */
export function customDefinition(source: CustomSource): SourceDefinition {
	const languages = source.languages ?? [];
	const { codeTable = '' } = source;
	return {
		id: ID,
		name: 'Custom',
		kind: SourceKind.Carrier,
		transport: 'both',
		document: 'described by the user',
		format: source.format,
		detect: [],
		carrier: { id: source.carrier },
		levels: { events: [source.events] },
		trackingNumber: paths(source.trackingNumber).flatMap((path) =>
			// A number usually stands beside the list, sometimes in each event.
			path.includes(':') ? [path] : [`event:${path}`, `root:${path}`],
		),
		key: { code: paths(source.code) },
		description: paths(source.description),
		lookups: [
			{ table: TABLE, key: { code: 'code' }, by: MappingBy.Override, confidence: 1 },
			...(codeTable === '' ? [] : [inTable(codeTable)]),
			...(languages.length === 0 ? [] : [{ text: languages }]),
		],
		time: [
			{
				shape: source.shape ?? TimeShape.Iso,
				date: paths(source.date),
				time: paths(source.time),
				offset: paths(source.offset),
				localToPlace: source.country !== undefined && source.country !== '',
				...(source.zone ? { zone: source.zone } : {}),
			},
		] as SourceDefinition['time'],
		location: location(source),
		delivery: {
			signedBy: paths(source.signedBy),
			photo: paths(source.photo),
			signature: paths(source.signature),
		},
		tables: [
			{
				id: TABLE,
				version: '',
				document: 'given by the user',
				assignedBy: 'project',
				key: ['', 'code', ''],
				rows: source.codes.filter(({ code }) => code.trim() !== '').map(rowOf),
			},
		],
	};
}
