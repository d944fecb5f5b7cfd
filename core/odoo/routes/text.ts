/** `out_for_delivery` as "out for delivery". */
export const words = (value: string): string => value.replaceAll('_', ' ');

/** A text as part of a pattern of Odoo's `=ilike`, where %, _ and \ have a meaning. */
export const likePattern = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
	'`': '&#96;',
};

/** Text of others inside HTML: element content, and attributes in quotes. */
export const escapeHtml = (text: string): string =>
	text.replace(/[&<>"'`]/g, (character) => ENTITIES[character]);
