import handshakes from './handshakes.json';

/** A call that a sender makes to see whether the address is alive and meant. */
export interface Handshake {
	readonly name: string;
	readonly document: string;
	/** The name of the value that is sent back. */
	readonly value: string;
	/** Where it comes in. */
	readonly in: 'query' | 'body' | 'header';
	/** Further values of the same place that must be as given. */
	readonly when?: Readonly<Record<string, string>>;
	readonly answer: 'text' | 'json' | 'header';
	/** Name in the answer, where it is not the name of the value. */
	readonly as?: string;
}

export interface HandshakeAnswer {
	readonly body: string | Record<string, string>;
	readonly headers: Readonly<Record<string, string>>;
}

type Values = Readonly<Record<string, unknown>>;

const MAX_LENGTH = 512;
const OK: HandshakeAnswer = { body: 'ok', headers: {} };

/**
 * The answer to a handshake, or null when the call is none. Values go back as plain text or JSON, never as HTML.
 * @param places the call's values by place, names in lower case for headers and query
 */
export function answerHandshake(places: {
	query: Values;
	body: Values;
	header: Values;
}): HandshakeAnswer | null {
	for (const handshake of handshakes as Handshake[]) {
		const values = places[handshake.in];
		const value = values[handshake.value];
		if (typeof value !== 'string' || value === '' || value.length > MAX_LENGTH) continue;
		const conditions = Object.entries(handshake.when ?? {});
		if (!conditions.every(([name, wanted]) => values[name] === wanted)) continue;
		const name = handshake.as ?? handshake.value;
		if (handshake.answer === 'text') return { body: value, headers: {} };
		if (handshake.answer === 'json') return { body: { [name]: value }, headers: {} };
		return { ...OK, headers: { [name]: value } };
	}
	return null;
}
