import type { ProofReference } from '../event/shipmentEvent';
import { ownValue } from './engine/path';
import { textOf } from './engine/text';

/** A proof of delivery as a file. */
export interface ProofFile {
	/** Without line breaks and without `data:`. */
	readonly base64: string;
	readonly mimeType: string;
	readonly extension: string;
}

/** What files begin with, in base64. */
const KINDS: readonly (readonly [start: string, mimeType: string, extension: string])[] = [
	['iVBORw0KGgo', 'image/png', 'png'],
	['/9j/', 'image/jpeg', 'jpg'],
	['R0lGOD', 'image/gif', 'gif'],
	['JVBERi', 'application/pdf', 'pdf'],
	['SUkqA', 'image/tiff', 'tif'],
	['TU0AK', 'image/tiff', 'tif'],
	['UklGR', 'image/webp', 'webp'],
	['PHN2Zy', 'image/svg+xml', 'svg'],
	['PD94bWwg', 'image/svg+xml', 'svg'],
	['Qk', 'image/bmp', 'bmp'],
];
const DATA_URL = /^data:([\w.+-]{1,40}\/[\w.+-]{1,60})?(?:;[\w=-]{1,40}){0,3};base64,/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

const unescape = (step: string): string => step.replace(/~1/g, '/').replace(/~0/g, '~');

/** The value at a JSON pointer (RFC 6901) of a parsed payload; undefined where there is none. */
export const valueAt = (tree: unknown, pointer: string): unknown =>
	pointer === ''
		? tree
		: pointer
				.slice(1)
				.split('/')
				.reduce((value, step) => ownValue(value, unescape(step)), tree);

/** Standard base64 of the URL-safe kind and of text in lines; null when it is none. */
const cleaned = (text: string): string | null => {
	const joined = text.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/');
	return joined.length > 0 && BASE64.test(joined) ? joined : null;
};

/**
 * The file that a proof of an event refers to. Its kind is read from its first bytes.
 * @param tree the payload as it was parsed (`NormalizeResult.tree`)
 * @returns null for links, and for what is no base64
 */
export function proofFile(tree: unknown, proof: ProofReference): ProofFile | null {
	if (proof.kind === 'url') return null;
	const text = textOf(valueAt(tree, proof.pointer));
	if (text === null) return null;
	if (text.startsWith('<svg') || text.startsWith('<?xml')) {
		const base64 = Buffer.from(text, 'utf8').toString('base64');
		return { base64, mimeType: 'image/svg+xml', extension: 'svg' };
	}
	const head = DATA_URL.exec(text);
	const base64 = cleaned(head === null ? text : text.slice(head[0].length));
	if (base64 === null) return null;
	const kind = KINDS.find(([start]) => base64.startsWith(start));
	if (kind !== undefined) return { base64, mimeType: kind[1], extension: kind[2] };
	return { base64, mimeType: head?.[1] ?? 'application/octet-stream', extension: 'bin' };
}
