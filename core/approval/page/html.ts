import { escapeHtml } from '../../odoo/routes/text';

/** Markup that is safe to send. Made by `markup` only, which escapes everything that is put into it. */
export class Html {
	constructor(readonly text: string) {}
}

type Part = Html | string | number | null | false | readonly Part[];

/** ``markup`<p>${text}</p>` ``: text is escaped, for element content and for attributes in double quotes. */
export const markup = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
	new Html(strings.reduce((text, string, at) => text + rendered(parts[at - 1]) + string));

function rendered(part: Part): string {
	if (part === null || part === false) return '';
	if (part instanceof Html) return part.text;
	if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
	return part.map(rendered).join('');
}

/**
 * Text of others. Signs that cannot be seen, or that turn the direction of what follows, can make a value look like
 * another one: they are shown by their number.
 */
export const shown = (text: string): Html =>
	markup`<bdi>${text.split(UNSEEN).map((piece) => (ONE_UNSEEN.test(piece) ? numbered(piece) : piece))}</bdi>`;

// Control signs but tab and line feed, soft hyphen, zero-width space and marks, direction, byte order mark, tags.
const SIGNS =
	'[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}]|\\p{Surrogate}';
const UNSEEN = new RegExp(`(${SIGNS})`, 'u');
const ONE_UNSEEN = new RegExp(`^(?:${SIGNS})$`, 'u');

const numbered = (sign: string): Html =>
	markup`<code class="sign">U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}</code>`;
