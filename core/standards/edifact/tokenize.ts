import { SourceError, SourceErrorKind } from '../../carriers/engine/sourceError';

/** `elements[2][0]` is the first component of the second element; `elements[0][0]` is the tag. */
export interface EdifactSegment {
	readonly elements: readonly (readonly string[])[];
	/** Position in the message, from 1; UNA does not count. */
	readonly number: number;
}

interface Delimiters {
	readonly component: string;
	readonly element: string;
	readonly release: string;
	readonly segment: string;
}

const STANDARD: Delimiters = { component: ':', element: '+', release: '?', segment: "'" };
const UNA_LENGTH = 9;
/** More than any status message needs; keeps hostile input from filling the memory with tiny segments. */
const MAX_SEGMENTS = 500_000;

const syntaxError = (message: string, place: string): SourceError =>
	new SourceError({
		kind: SourceErrorKind.Syntax,
		message,
		place,
		advice: 'Pass the EDIFACT message as it was received.',
	});

/** Whether a text begins like an EDIFACT interchange or message. */
export const looksLikeEdifact = (text: string): boolean => /^(?:UNA.{6}|UNB\+|UNH\+)/s.test(text);

/** The service string advice names the characters; a blank as release character means that there is none. */
const delimitersOf = (text: string): Delimiters => {
	if (!text.startsWith('UNA')) return STANDARD;
	if (text.length < UNA_LENGTH) throw syntaxError('The message ends within UNA', 'UNA');
	const [component, element, , release, , segment] = text.slice(3, UNA_LENGTH);
	if (new Set([component, element, segment]).size < 3) {
		throw syntaxError('UNA names one character for several purposes', 'UNA');
	}
	return { component, element, release: release === ' ' ? '' : release, segment };
};

/** A segment while its characters are read. */
class SegmentBuilder {
	private elements: string[][] = [];
	private components: string[] = [];
	private text = '';

	add(text: string): void {
		this.text += text;
	}

	endComponent(): void {
		this.components.push(this.text.trim());
		this.text = '';
	}

	endElement(): void {
		this.endComponent();
		this.elements.push(this.components);
		this.components = [];
	}

	/** The elements read; null when there is nothing but blanks. */
	end(): readonly (readonly string[])[] | null {
		this.endElement();
		const { elements } = this;
		this.elements = [];
		return elements.length === 1 && elements[0].join('') === '' ? null : elements;
	}
}

/**
 * Splits an EDIFACT message into segments, elements and components; release characters are taken out.
 * Line breaks between segments are ignored. Linear time.
 * @throws SourceError of kind `syntax`, with the segment
 */
export function tokenizeEdifact(message: string): readonly EdifactSegment[] {
	const text = message.trimStart();
	const { component, element, release, segment } = delimitersOf(text);
	const segments: EdifactSegment[] = [];
	const builder = new SegmentBuilder();
	const endSegment = (): void => {
		const elements = builder.end();
		if (elements === null) return;
		if (segments.length >= MAX_SEGMENTS) {
			throw syntaxError(`The message has more than ${MAX_SEGMENTS} segments`, '');
		}
		segments.push({ elements, number: segments.length + 1 });
	};
	const start = text.startsWith('UNA') ? UNA_LENGTH : 0;
	let from = start;
	for (let at = start; at < text.length; at++) {
		const character = text[at];
		const ends = character === segment || character === element || character === component;
		if (!ends && character !== release) continue;
		builder.add(text.slice(from, at));
		from = at + 1;
		if (character === segment) endSegment();
		else if (character === element) builder.endElement();
		else if (character === component) builder.endComponent();
		else {
			// The character after the release character stands for itself.
			builder.add(text.slice(at + 1, at + 2));
			at++;
			from = at + 1;
		}
	}
	builder.add(text.slice(from));
	endSegment();
	if (segments.length === 0) throw syntaxError('The message has no segments', 'segment 1');
	return segments;
}
