import { looksLikeX12, readX12Shipments } from '../../standards/x12';
import { checkDepth, checkLength, type Limits } from '../engine/limits';
import { SourceError, SourceErrorKind, type SourceProblem } from '../engine/sourceError';
import { PayloadFormat } from '../source';
import { keepDigits } from './keepDigits';

/** A payload as a tree, with the syntax it had. */
export interface ReadPayload {
	readonly format: PayloadFormat;
	readonly root: unknown;
	/** Parts that could not be read while the others could. */
	readonly problems: readonly SourceProblem[];
}

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
	if (failure === undefined) return { format: PayloadFormat.Json, root: value, problems: [] };
	throw new SourceError({
		kind: SourceErrorKind.Syntax,
		message: `The payload is not valid JSON: ${failure}`,
		place: '',
		advice: 'Pass the body as the carrier sent it: valid JSON, or the text of an EDI message.',
	});
};

/**
 * Makes a tree of a payload: a parsed JSON value as it is, a text by its syntax (JSON or X12).
 * Tracking numbers that JSON writes as numbers keep all their digits when the payload is a text.
 * @throws SourceError of kind `syntax`, `too_large` or `too_deep`, with the place
 */
export function readPayload(payload: unknown, limits: Limits): ReadPayload {
	if (typeof payload === 'object' && payload !== null) {
		return { format: PayloadFormat.Json, root: payload, problems: [] };
	}
	if (typeof payload === 'string') {
		checkLength(payload, limits);
		const text = payload.replace(/^\uFEFF/, '').trimStart();
		if (text.startsWith('{') || text.startsWith('[')) return readJson(text, limits);
		if (looksLikeX12(text)) {
			const { tree, problems } = readX12Shipments(text);
			return { format: PayloadFormat.X12, root: tree, problems };
		}
	}
	throw new SourceError({
		kind: SourceErrorKind.Syntax,
		message:
			payload === undefined || payload === null || payload === ''
				? 'There is no payload'
				: 'The payload is neither a JSON object or list nor an X12 message',
		place: '',
		advice: 'Check the Payload parameter: it should hold the body that the carrier sent.',
	});
}
