import type { OutputUnit } from '@cfworker/json-schema';

/** What is wrong with an event, and where. */
export interface Fault {
	/** JSON pointer (RFC 6901) into the event, '' for the event as a whole. */
	readonly path: string;
	readonly message: string;
}

/** Keywords that only say that something below them failed. */
const ENVELOPES: ReadonlySet<string> = new Set([
	'$ref',
	'additionalProperties',
	'allOf',
	'anyOf',
	'if',
	'items',
	'properties',
	'then',
]);

/** A list of thousands of faults helps nobody. */
const MOST = 20;

/**
 * The faults that a person can act on. Of alternatives (`anyOf`) that all failed, one that got further into the event
 * tells what is wrong; the others only say that they were not meant.
 */
export function readFaults(units: readonly OutputUnit[]): Fault[] {
	const telling = units.filter(({ keyword }) => !ENVELOPES.has(keyword));
	const paths = telling.map(({ instanceLocation }) => instanceLocation);
	const messages = new Map<string, string[]>();
	for (const unit of telling) {
		const { instanceLocation: at, keywordLocation } = unit;
		const isAlternative = keywordLocation.includes('/anyOf/');
		if (isAlternative && paths.some((path) => path.startsWith(`${at}/`))) continue;
		messages.set(at, [...(messages.get(at) ?? []), sentence(unit)]);
	}
	return [...messages]
		.map(([at, texts]) => ({ path: at.replace(/^#/, ''), message: texts.join(', or ') }))
		.slice(0, MOST);
}

/** The library's words are about "the instance"; here the path says what is meant. */
function sentence({ keyword, error }: OutputUnit): string {
	if (keyword === 'false') return 'is not a known property';
	const missing = /required property (".*")/.exec(error);
	if (missing) return `lacks the property ${missing[1]}`;
	const text = error.replace(/^(Instance|String) /, '').replace(/\.$/, '');
	return text.replace(/^type (".*") is invalid\. Expected (".*)$/, 'is $1 instead of $2');
}
