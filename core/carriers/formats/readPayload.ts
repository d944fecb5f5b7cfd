import { looksLikeCargoImp, readCargoImpStatuses } from '../../standards/cargoImp';
import { looksLikeEdifact, readEdifactStatuses } from '../../standards/edifact';
import { looksLikeX12, readX12Shipments } from '../../standards/x12';
import { checkDepth, checkLength, type Limits } from '../engine/limits';
import { SourceError, SourceErrorKind, type SourceProblem } from '../engine/sourceError';
import { PayloadFormat } from '../source';
import { keepDigits } from './keepDigits';
import { readXml } from './readXml';

/** A payload as a tree, with the syntax it had. */
export interface ReadPayload {
	readonly format: PayloadFormat;
	readonly root: unknown;
	/** Where the root is, when an envelope around it was taken off. */
	readonly pointer: string;
	/** The whole, with the envelope: what pointers start from. */
	readonly tree: unknown;
	/** Parts that could not be read while the others could. */
	readonly problems: readonly SourceProblem[];
}

/** A syntax of electronic data interchange: text in, tree out. */
interface EdiFormat {
	readonly format: PayloadFormat;
	readonly looksLike: (text: string) => boolean;
	readonly read: (text: string) => {
		readonly tree: unknown;
		readonly problems: readonly SourceProblem[];
	};
}

const EDI: readonly EdiFormat[] = [
	{ format: PayloadFormat.X12, looksLike: looksLikeX12, read: readX12Shipments },
	{ format: PayloadFormat.Edifact, looksLike: looksLikeEdifact, read: readEdifactStatuses },
	{ format: PayloadFormat.CargoImp, looksLike: looksLikeCargoImp, read: readCargoImpStatuses },
];

const parse = (json: string): { readonly value?: unknown; readonly failure?: string } => {
	try {
		return { value: JSON.parse(json) as unknown };
	} catch (error) {
		return { failure: error instanceof Error ? error.message : String(error) };
	}
};

const readJson = (json: string, limits: Limits): ReadPayload => {
	checkDepth(json, limits);
	const { value, failure } = parse(keepDigits(json));
	if (failure === undefined)
		return { format: PayloadFormat.Json, root: value, tree: value, pointer: '', problems: [] };
	throw new SourceError({
		kind: SourceErrorKind.Syntax,
		message: `The payload is not valid JSON: ${failure}`,
		place: '',
		advice: 'Pass the body as the carrier sent it: JSON, XML, or the text of an EDI message.',
	});
};

/**
 * Makes a tree of a payload: a parsed JSON value as it is, a text by its syntax (JSON, XML, X12, EDIFACT or Cargo-IMP).
 * Tracking numbers that JSON writes as numbers keep all their digits when the payload is a text.
 * @throws SourceError of kind `syntax`, `too_large` or `too_deep`, with the place
 */
export function readPayload(payload: unknown, limits: Limits): ReadPayload {
	if (typeof payload === 'object' && payload !== null) {
		return { format: PayloadFormat.Json, root: payload, tree: payload, pointer: '', problems: [] };
	}
	if (typeof payload === 'string') {
		checkLength(payload, limits);
		const text = payload.replace(/^\uFEFF/, '').trimStart();
		if (text.startsWith('{') || text.startsWith('[')) return readJson(text, limits);
		if (text.startsWith('<')) {
			return { format: PayloadFormat.Xml, ...readXml(text, limits), problems: [] };
		}
		const edi = EDI.find(({ looksLike }) => looksLike(text));
		if (edi !== undefined) {
			const { tree, problems } = edi.read(text);
			return { format: edi.format, root: tree, tree, pointer: '', problems };
		}
	}
	throw new SourceError({
		kind: SourceErrorKind.Syntax,
		message:
			payload === undefined || payload === null || payload === ''
				? 'There is no payload'
				: 'The payload is neither JSON nor XML nor an EDI message that is known',
		place: '',
		advice: 'Check the Payload parameter: it should hold the body that the carrier sent.',
	});
}
