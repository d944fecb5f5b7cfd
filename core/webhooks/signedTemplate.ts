import type { SignedPart } from './spec';

const NAMES: ReadonlySet<string> = new Set(['body', 'id', 'secret', 'timestamp']);

/** `{timestamp}.{body}` as the parts of what is signed, or the placeholder that is not known. */
export function parseSignedTemplate(
	template: string,
): { ok: true; parts: SignedPart[] } | { ok: false; unknown: string } {
	const parts: SignedPart[] = [];
	for (const part of template.split(/(\{[^{}]*\})/).filter((text) => text !== '')) {
		const isName = part.startsWith('{') && part.endsWith('}');
		const name = part.slice(1, -1);
		if (isName && !NAMES.has(name)) return { ok: false, unknown: part };
		parts.push(isName ? (name as SignedPart) : `=${part}`);
	}
	return { ok: true, parts };
}
