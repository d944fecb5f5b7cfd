import { SourceError, SourceErrorKind } from '../../carriers/engine/sourceError';

/** The characters that separate the parts of an X12 interchange. */
export interface X12Delimiters {
	readonly element: string;
	readonly segment: string;
}

/** `elements[0]` is the tag, so that `elements[3]` is element 03 of the standard. */
export interface X12Segment {
	readonly elements: readonly string[];
	/** Position in the message, from 1. */
	readonly number: number;
}

const ISA_ELEMENTS = 16;
/** More than any 214 needs; keeps hostile input from filling the memory with tiny segments. */
const MAX_SEGMENTS = 500_000;

const syntaxError = (message: string, place: string): SourceError =>
	new SourceError({
		kind: SourceErrorKind.Syntax,
		message,
		place,
		advice: 'Pass the X12 message as it was received, without re-wrapping its lines.',
	});

/**
 * ISA is of fixed length, so the standard reads the terminator at position 106. Senders trim its
 * padding; counting sixteen separators finds the terminator in both cases.
 */
const fromEnvelope = (text: string): X12Delimiters => {
	const element = text[3];
	let position = 3;
	for (let count = 1; count < ISA_ELEMENTS; count++) {
		position = text.indexOf(element, position + 1);
		if (position < 0) {
			throw syntaxError('The ISA segment has fewer than 16 elements', 'segment 1 (ISA)');
		}
	}
	const segment = text[position + 2];
	if (segment === undefined) {
		throw syntaxError('The message ends within its ISA segment', 'segment 1 (ISA)');
	}
	return { element, segment: segment === '\r' ? '\n' : segment };
};

/** Without ISA the terminator is `~` if there is one, else the end of the line. */
const withoutEnvelope = (text: string): X12Delimiters => {
	const match = /^[A-Z][A-Z0-9]{1,2}([^A-Za-z0-9\s])/.exec(text);
	if (!match) throw syntaxError('The message does not begin with an X12 segment', 'segment 1');
	return { element: match[1], segment: text.includes('~') && match[1] !== '~' ? '~' : '\n' };
};

/** Whether a text begins like an X12 interchange, group, transaction set, or a bare 214. */
export const looksLikeX12 = (text: string): boolean =>
	/^(?:ISA|GS|ST|B10)[^A-Za-z0-9\s]/.test(text);

/**
 * Splits an X12 message into segments. Line breaks between segments are ignored; the envelope may
 * be missing.
 * @throws SourceError of kind `syntax`, with the segment
 */
export function tokenizeX12(message: string): readonly X12Segment[] {
	const text = message.trimStart();
	const delimiters = text.startsWith('ISA') ? fromEnvelope(text) : withoutEnvelope(text);
	const segments: X12Segment[] = [];
	for (const part of text.split(delimiters.segment)) {
		const trimmed = part.trim();
		if (trimmed === '') continue;
		if (segments.length >= MAX_SEGMENTS) {
			throw syntaxError(`The message has more than ${MAX_SEGMENTS} segments`, '');
		}
		segments.push({
			elements: trimmed.split(delimiters.element).map((element) => element.trim()),
			number: segments.length + 1,
		});
	}
	return segments;
}
