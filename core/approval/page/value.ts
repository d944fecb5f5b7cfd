import type { OdooValue } from '../../odoo';
import { markup, shown, type Html } from './html';
import { numberText, type Language } from './language';

/** Deeper than this, JSON is shown as it is written. */
const DEEPEST = 5;

/**
 * A value as Odoo gives it, whole. `flag`: of a checkbox, so that `false` is an answer; elsewhere it is Odoo's word for
 * an empty field.
 */
export function valueHtml(value: OdooValue, language: Language, flag = false, depth = 0): Html {
	const { texts } = language;
	if (typeof value === 'boolean' && flag) return markup`${value ? texts.yes : texts.no}`;
	if (value === null || value === false || value === '') {
		return markup`<span class="none">${texts.empty}</span>`;
	}
	if (value === true) return markup`${texts.yes}`;
	if (typeof value === 'number') return markup`${numberText(value, language)}`;
	if (typeof value === 'string') return textHtml(value);
	if (isLink(value)) return markup`${shown(value[1])} <span class="name">#${value[0]}</span>`;
	if (depth >= DEEPEST) return markup`<pre>${shown(JSON.stringify(value, null, 2))}</pre>`;
	const whole = (part: OdooValue) => valueHtml(part, language, true, depth + 1);
	if (Array.isArray(value)) {
		return value.length === 0
			? markup`<span class="none">${texts.empty}</span>`
			: markup`<ol>${value.map((part) => markup`<li>${whole(part)}</li>`)}</ol>`;
	}
	const entries = Object.entries(value).map(
		([name, part]) => markup`<dt>${shown(name)}</dt><dd>${whole(part)}</dd>`,
	);
	return markup`<dl>${entries}</dl>`;
}

/** Odoo stores times in UTC and does not say so. */
const textHtml = (text: string): Html =>
	/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) ? markup`${text} UTC` : shown(text);

const isLink = (value: OdooValue): value is [number, string] =>
	Array.isArray(value) &&
	value.length === 2 &&
	typeof value[0] === 'number' &&
	typeof value[1] === 'string';
