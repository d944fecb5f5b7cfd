import { BREAK, type Words } from './words';

/** One step of a phrase: a word, the beginning of one, either of several, or a gap before the next step. */
interface Step {
	readonly words: ReadonlySet<string>;
	readonly beginnings: readonly string[];
	/** Up to this many words may stand before. */
	readonly gap: number;
}

export interface Phrase {
	readonly text: string;
	readonly steps: readonly Step[];
}

/** Where a phrase stands: index of its first word. */
export type Found = { readonly at: number };

const MAX_GAP = 4;
const GAP = '...';

const stepOf = (text: string, gap: number): Step => {
	const words = text.split('/').map((word) => word.replaceAll('-', ''));
	return {
		words: new Set(words.filter((word) => !word.endsWith('*'))),
		beginnings: words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
		gap,
	};
};

/**
 * Compiles a phrase: words in their order; `a/b` either of them, `word*` any ending, `...` up to four words
 * between (breaks between clauses do not count).
 */
export function compilePhrase(text: string): Phrase {
	const steps: Step[] = [];
	let gap = 0;
	for (const part of text.split(' ')) {
		if (part === GAP) gap = MAX_GAP;
		else {
			steps.push(stepOf(part, gap));
			gap = 0;
		}
	}
	return { text, steps };
}

const fits = (word: string, { words, beginnings }: Step): boolean =>
	words.has(word) || beginnings.some((beginning) => word.startsWith(beginning));

/** Whether the steps from `index` on stand at `at`; with at most four words per gap, so in bounded time. */
const standsAt = (words: Words, at: number, steps: readonly Step[], index: number): boolean => {
	if (index === steps.length) return true;
	const step = steps[index];
	let left = step.gap;
	for (let position = at; position < words.length; position++) {
		const word = words[position];
		if (word === BREAK) continue;
		if (fits(word, step) && standsAt(words, position + 1, steps, index + 1)) return true;
		if (left-- === 0) return false;
	}
	return false;
};

/** The first place where a phrase stands; null when it does not. */
export function findPhrase(words: Words, { steps }: Phrase): Found | null {
	for (let at = 0; at < words.length; at++) {
		if (!fits(words[at], steps[0])) continue;
		if (standsAt(words, at + 1, steps, 1)) return { at };
	}
	return null;
}
