import { Pairs, type Group, type Pair } from './pairs';
import {
	ComparisonOutcome,
	type ComparedRow,
	type ComparisonResult,
	type ComparisonSpec,
	type ComparisonTotals,
	type ValueDifference,
} from './spec';
import { differenceOf } from './values';

/** How many keys had which outcome; add up what `reconcile` yields. */
export const noTotals = (): ComparisonTotals => ({
	[ComparisonOutcome.Matched]: 0,
	[ComparisonOutcome.Different]: 0,
	[ComparisonOutcome.MissingInOdoo]: 0,
	[ComparisonOutcome.MissingInSource]: 0,
	[ComparisonOutcome.Ambiguous]: 0,
});

/**
 * Holds two lists against each other, one result for each key. Rows with the same key are added up (several quants of
 * one product at one location) before they are compared.
 *
 * What Odoo has comes page by page, and no page is kept: only values by key, until the last page is read, so that a key
 * whose rows are spread over pages is complete. Results are made one at a time, those of the source first.
 */
export async function* reconcile(
	source: Iterable<ComparedRow>,
	odoo: AsyncIterable<readonly ComparedRow[]>,
	spec: ComparisonSpec,
): AsyncGenerator<ComparisonResult> {
	const pairs = new Pairs(spec);
	for (const row of source) pairs.add('source', row);
	for await (const page of odoo) for (const row of page) pairs.add('odoo', row);
	for (const pair of pairs) yield compare(pair, spec);
}

/** The result for one key of which at least one side has rows. */
function compare({ key, source, odoo }: Pair, spec: ComparisonSpec): ComparisonResult {
	const differences =
		source !== undefined && odoo !== undefined ? differencesOf(source, odoo, spec) : [];
	return {
		outcome: outcomeOf(source, odoo, differences),
		key: Object.fromEntries(spec.keys.map((name, at) => [name, key[at] ?? ''])),
		differences,
		sourceOrigins: source?.origins ?? [],
		odooOrigins: odoo?.origins ?? [],
	};
}

const differencesOf = (source: Group, odoo: Group, spec: ComparisonSpec): ValueDifference[] =>
	spec.values.flatMap((value, at) => differenceOf(value, source.values[at], odoo.values[at]) ?? []);

function outcomeOf(
	source: Group | undefined,
	odoo: Group | undefined,
	differences: ValueDifference[],
): ComparisonOutcome {
	if (source?.isAmbiguous === true || odoo?.isAmbiguous === true)
		return ComparisonOutcome.Ambiguous;
	if (odoo === undefined) return ComparisonOutcome.MissingInOdoo;
	if (source === undefined) return ComparisonOutcome.MissingInSource;
	return differences.length > 0 ? ComparisonOutcome.Different : ComparisonOutcome.Matched;
}
