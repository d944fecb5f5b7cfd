import { EventClass } from '../../event/eventClass';
import type { Milestone } from '../../event/milestone';
import { REASON_PARTY, type Reason } from '../../event/reason';
import type { SubStatus } from '../../event/subStatus';
import type { CodeFlag } from '../codeTable';
import type { CodeMeaning } from '../engine/codeLookup';
import de from './de.text.json';
import en from './en.text.json';
import es from './es.text.json';
import fr from './fr.text.json';
import it from './it.text.json';
import { TextLanguage } from './language';
import nl from './nl.text.json';
import outcomes from './outcomes.text.json';
import { compilePhrase, findPhrase, type Phrase } from './phrase';
import pl from './pl.text.json';
import pt from './pt.text.json';
import { BREAK, wordsOf, type Words } from './words';

/** The rules of one language, as data. */
export interface TextTable {
	readonly language: string;
	readonly document: string;
	readonly version: string;
	readonly negations: readonly string[];
	readonly futures: readonly string[];
	/** Id of an outcome, and the phrases that say it. */
	readonly rows: readonly (readonly string[])[];
}

export const TEXT_TABLES: Readonly<Record<TextLanguage, TextTable>> = {
	[TextLanguage.German]: de,
	[TextLanguage.English]: en,
	[TextLanguage.Spanish]: es,
	[TextLanguage.French]: fr,
	[TextLanguage.Italian]: it,
	[TextLanguage.Dutch]: nl,
	[TextLanguage.Polish]: pl,
	[TextLanguage.Portuguese]: pt,
};

interface Outcome {
	readonly id: string;
	readonly meaning: CodeMeaning;
	/** Ids of the outcomes that take its place; '' where the words say nothing then. */
	readonly whenNegated: string;
	readonly whenFuture: string;
}

const outcomeOf = (row: readonly string[]): Outcome => {
	const [id, milestone, subStatus, reason, flags, whenNegated, whenFuture] = row;
	const code = reason === '' ? null : (reason as Reason);
	const scheduled = id === 'scheduled' || id === 'rescheduled';
	return {
		id,
		meaning: {
			milestone: milestone as Milestone,
			subStatus: subStatus === '' ? null : (subStatus as SubStatus),
			reason: code === null ? null : { code, party: REASON_PARTY[code] },
			eventClass: scheduled ? EventClass.Estimated : EventClass.Actual,
			flags: new Set(flags.split(' ').filter((flag) => flag !== '') as CodeFlag[]),
			text: '',
			rule: `text:${id}`,
			tableVersion: outcomes.version,
			coarse: false,
			typed: false,
		},
		whenNegated,
		whenFuture,
	};
};

const OUTCOMES: ReadonlyMap<string, Outcome> = new Map(
	outcomes.rows.map((row) => [row[0], outcomeOf(row)]),
);

interface Rules {
	readonly table: TextTable;
	readonly negations: readonly Phrase[];
	readonly futures: readonly Phrase[];
	readonly rows: readonly { readonly outcome: Outcome; readonly phrases: readonly Phrase[] }[];
}

const compiled = new Map<TextLanguage, Rules>();

const rulesOf = (language: TextLanguage): Rules => {
	const known = compiled.get(language);
	if (known !== undefined) return known;
	const table = TEXT_TABLES[language];
	const rules: Rules = {
		table,
		negations: table.negations.map(compilePhrase),
		futures: table.futures.map(compilePhrase),
		rows: table.rows.flatMap(([id, ...phrases]) => {
			const outcome = OUTCOMES.get(id);
			return outcome === undefined ? [] : [{ outcome, phrases: phrases.map(compilePhrase) }];
		}),
	};
	compiled.set(language, rules);
	return rules;
};

/** How far before a phrase a negation or a word of the future still belongs to it. */
const REACH = 6;

/** The words before `at` in the same clause. */
const before = (words: Words, at: number): Words => {
	const start = words.lastIndexOf(BREAK, at - 1);
	return words.slice(Math.max(at < 1 ? 0 : start + 1, at - REACH), at);
};

const says = (words: Words, phrases: readonly Phrase[]): boolean =>
	words.length > 0 && phrases.some((phrase) => findPhrase(words, phrase) !== null);

/** What the words of an outcome mean where they stand; null when they say nothing there. */
const inContext = (outcome: Outcome, words: Words, at: number, rules: Rules): Outcome | null => {
	const context = before(words, at);
	const negated = says(context, rules.negations);
	const future = says(context, rules.futures);
	if (!negated && !future) return outcome;
	const next = negated ? outcome.whenNegated : outcome.whenFuture;
	return OUTCOMES.get(next) ?? null;
};

export interface TextReading {
	readonly meaning: CodeMeaning;
	/** Language and phrase: `en:out for delivery`. */
	readonly rule: string;
	readonly version: string;
}

/**
 * Reads a status text by the rules of one language, which understand negation ("could not be delivered") and
 * future ("will be delivered today"). Linear time; null when no rule knows the words.
 */
export function readStatusText(text: string, language: TextLanguage): TextReading | null {
	const rules = rulesOf(language);
	const words = wordsOf(text);
	for (const { outcome, phrases } of rules.rows) {
		for (const phrase of phrases) {
			const found = findPhrase(words, phrase);
			if (found === null) continue;
			const meant = inContext(outcome, words, found.at, rules);
			if (meant === null) continue;
			const rule = `${rules.table.language}:${phrase.text}`;
			return { meaning: meant.meaning, rule, version: rules.table.version };
		}
	}
	return null;
}
