import { MappingBy } from '../../event/mappingBy';
import type { TextLookup } from '../source';
import type { TextLanguage } from '../text/language';
import { readStatusText, type TextReading } from '../text/rules';
import type { CompiledLookup, FoundMeaning } from './lookup';
import { compilePaths } from './path';
import { readText } from './text';

const CONFIDENCE = 0.5;
const CONFIRMED = 0.6;
/** Sources repeat a few hundred sentences; each is read once. */
const MAX_REMEMBERED = 5000;

const reader = (languages: readonly TextLanguage[]): ((text: string) => TextReading | null) => {
	const known = new Map<string, TextReading | null>();
	return (text) => {
		const before = known.get(text);
		if (before !== undefined) return before;
		let reading: TextReading | null = null;
		for (const language of languages) reading ??= readStatusText(text, language);
		if (known.size >= MAX_REMEMBERED) known.clear();
		known.set(text, reading);
		return reading;
	};
};

/** Compiles the lookup of an event's words; `confirmedBy` is the compiled lookup of that name. */
export function compileTextLookup(
	lookup: TextLookup,
	confirmedBy: CompiledLookup | null,
): CompiledLookup {
	const paths = lookup.words === undefined ? null : compilePaths(lookup.words);
	const read = reader(lookup.text as readonly TextLanguage[]);
	const tableId = `text:${lookup.text.join(',')}`;
	return {
		tableId,
		find: (key, beside): FoundMeaning | null => {
			if (lookup.withoutCode === true && key.code !== null) return null;
			const text = paths === null ? beside.description : readText(beside.context, paths);
			const reading = text === null ? null : read(text);
			if (reading === null) return null;
			const { meaning, rule, version } = reading;
			const said = confirmedBy?.find(key, beside)?.meaning.milestone;
			const confidence = lookup.confidence ?? (said === meaning.milestone ? CONFIRMED : CONFIDENCE);
			return {
				meaning,
				mapping: { by: MappingBy.Text, rule: `text.${rule}`, confidence, tableVersion: version },
			};
		},
	};
}
