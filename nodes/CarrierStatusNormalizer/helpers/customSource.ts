import type { IExecuteFunctions } from 'n8n-workflow';
import {
	customDefinition,
	PayloadFormat,
	type CustomCode,
	type CustomSource,
	type SourceDefinition,
} from '../../../core/carriers';

/** Value of the source parameter for a source that the user describes. */
export const CUSTOM = 'custom';

type More = Pick<
	CustomSource,
	| 'city'
	| 'codeTable'
	| 'country'
	| 'description'
	| 'languages'
	| 'offset'
	| 'photo'
	| 'signature'
	| 'signedBy'
	| 'time'
>;

const formatOf = (payload: unknown): PayloadFormat =>
	typeof payload === 'string' && payload.trimStart().startsWith('<')
		? PayloadFormat.Xml
		: PayloadFormat.Json;

/** The definition that the parameters of one item describe. */
export function readCustomSource(
	node: IExecuteFunctions,
	item: number,
	payload: unknown,
): SourceDefinition {
	const text = (name: string): string => String(node.getNodeParameter(name, item, '')).trim();
	const { code = [] } = node.getNodeParameter('customCodes', item, {}) as {
		code?: readonly CustomCode[];
	};
	const more = node.getNodeParameter('customMore', item, {}) as More;
	return customDefinition({
		...more,
		carrier: text('customCarrier'),
		events: text('customEvents'),
		trackingNumber: text('customTrackingNumber'),
		code: text('customCode'),
		date: text('customDate'),
		shape: text('customShape') as CustomSource['shape'],
		zone: text('customZone'),
		codes: code,
		format: formatOf(payload),
	});
}
