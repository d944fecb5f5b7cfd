import { chooseLanguage } from '../../../../core/approval/page';
import { languageOf, TEXTS } from '../../../../core/approval/page/language';

/** Paths of all texts, with the places in them. */
function texts(node: object, path = ''): string[] {
	return Object.entries(node).flatMap(([name, inner]: [string, unknown]) =>
		typeof inner === 'object' && inner !== null
			? texts(inner, `${path}${name}.`)
			: [`${path}${name} ${(String(inner).match(/\{\w+\}/g) ?? []).sort().join('')}`],
	);
}

it.each(Object.keys(TEXTS))('%s has every text with its places', (language) => {
	expect(texts(TEXTS[language]).sort()).toEqual(texts(TEXTS.en).sort());
	expect(JSON.stringify(TEXTS[language])).not.toMatch(/""|TODO/);
});

it('translates every text', () => {
	const same = Object.keys(TEXTS)
		.filter((language) => language !== 'en')
		.filter((language) => TEXTS[language].heading === TEXTS.en.heading);
	expect(same).toEqual([]);
});

it.each([
	['de_DE', 'fr', 'de-DE'],
	['fr_BE', null, 'fr-BE'],
	['sr@latin', 'es-MX,es;q=0.9', 'es-MX'],
	['', 'ja, it;q=0.4, nl;q=0.8', 'nl'],
	[null, 'pl;q=0, *', 'en'],
	[null, null, 'en'],
	['"><script>', 'x'.repeat(100_000), 'en'],
])('%j and %j: %s', (odoo, browser, tag) => {
	expect(chooseLanguage(odoo, browser)).toBe(tag);
	expect(languageOf(tag).tag).toBe(tag);
});

it('is English where there are no texts', () => {
	expect(languageOf('ja_JP')).toEqual({ tag: 'en', texts: TEXTS.en });
});
