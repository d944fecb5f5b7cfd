import { stampMs } from '../../odoo/stamp';
import de from './texts/de.json';
import en from './texts/en.json';
import es from './texts/es.json';
import fr from './texts/fr.json';
import it from './texts/it.json';
import nl from './texts/nl.json';
import pl from './texts/pl.json';
import pt from './texts/pt.json';

export type Texts = typeof en;

export const TEXTS: Readonly<Record<string, Texts>> = { de, en, es, fr, it, nl, pl, pt };

export interface Language {
	/** BCP 47, as in `lang` and for dates and numbers. */
	tag: string;
	texts: Texts;
}

/** `de_DE`, `de-AT`, `sr@latin`, ...; English where there are no texts. */
export function languageOf(code: string): Language {
	const tag = tagOf(code);
	return tag === null ? { tag: 'en', texts: en } : { tag, texts: TEXTS[baseOf(tag)] };
}

/**
 * What to show a page in: the approver's language in Odoo (`de_DE`), else what the browser asks for
 * (`Accept-Language`), else English.
 */
export function chooseLanguage(odooLang: string | null, acceptLanguage: string | null): string {
	const wanted = [odooLang ?? '', ...accepted(acceptLanguage ?? '')];
	return wanted.map(tagOf).find((tag) => tag !== null) ?? 'en';
}

const baseOf = (tag: string): string => tag.split('-')[0];

function tagOf(code: string): string | null {
	try {
		const [tag] = Intl.getCanonicalLocales(code.trim().replace(/@.*$/, '').replaceAll('_', '-'));
		return tag !== undefined && Object.hasOwn(TEXTS, baseOf(tag)) ? tag : null;
	} catch {
		return null;
	}
}

function accepted(header: string): string[] {
	return header
		.slice(0, 500)
		.split(',')
		.map((part) => {
			const [tag, ...parameters] = part.split(';');
			const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
			return { tag, quality: Number(quality ?? 1) };
		})
		.filter(({ quality }) => quality > 0)
		.sort((one, other) => other.quality - one.quality)
		.map(({ tag }) => tag);
}

/** Puts values into `{places}` of a text. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
	text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** `2026-11-25 14:30:00` (naive UTC, as Odoo stores it) with weekday and zone, in the language. */
export function dateText(stored: string, { tag }: Language): string {
	const date = new Date(stampMs(stored));
	if (Number.isNaN(date.getTime())) return `${stored} UTC`;
	return new Intl.DateTimeFormat(tag, {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		hour: 'numeric',
		minute: '2-digit',
		timeZone: 'UTC',
		timeZoneName: 'short',
	}).format(date);
}

/** All digits that tell the number from its neighbours. */
export const numberText = (value: number, { tag }: Language): string => {
	const digits = new Intl.NumberFormat(tag, { maximumFractionDigits: 20 }).format(value);
	return Math.abs(value) < 1e21 ? digits : String(value);
};
