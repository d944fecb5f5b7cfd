/** The words of a text: lower case, without accents; a break stands where a clause ends. */
export type Words = readonly string[];

/** Stands between two clauses: a negation does not reach over it. */
export const BREAK = '|';

/** Status texts are short; what comes after this says no more about the status. */
const MAX_LENGTH = 600;
const MAX_WORDS = 80;

const LETTERS: Readonly<Record<string, string>> = {
	ł: 'l',
	ß: 'ss',
	ø: 'o',
	æ: 'ae',
	œ: 'oe',
	đ: 'd',
};

/** Lower case without accents; letters that are not made of a letter and an accent are written out. */
export const plain = (text: string): string =>
	text
		.toLowerCase()
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[łßøæœđ]/g, (letter) => LETTERS[letter]);

const TOKEN = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*|[.,;:!?()|]|(?<=\s)[-–—](?=\s)/gu;

/** Splits a text into words and breaks. Hyphens within words are dropped: "drop-off" is "dropoff". */
export function wordsOf(text: string): Words {
	const words: string[] = [];
	for (const [token] of plain(text.slice(0, MAX_LENGTH)).matchAll(TOKEN)) {
		if (words.length >= MAX_WORDS) break;
		const isWord = /[\p{L}\p{N}]/u.test(token);
		if (isWord) words.push(token.replaceAll('-', ''));
		else if (words.at(-1) !== BREAK) words.push(BREAK);
	}
	return words;
}
