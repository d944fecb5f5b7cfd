import { Side, type Group } from './side';
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
 * The source is kept by key; what Odoo has comes page by page, of which only keys and values stay until the last page
 * is read, so that a key whose rows are spread over pages is complete. Results are made one at a time.
 */
export async function* reconcile(
	source: Iterable<ComparedRow>,
	odoo: AsyncIterable<readonly ComparedRow[]>,
	spec: ComparisonSpec,
): AsyncGenerator<ComparisonResult> {
	const wanted = new Side(spec);
	for (const row of source) wanted.add(row);
	const present = new Side(spec);
	for await (const page of odoo) for (const row of page) present.add(row);
	for (const group of present.rest()) yield compare(wanted.take(group.key), group, spec);
	for (const group of wanted.rest()) yield compare(group, undefined, spec);
}

/** The result for one key of which at least one side has rows. */
export function compare(
	source: Group | undefined,
	odoo: Group | undefined,
	spec: ComparisonSpec,
): ComparisonResult {
	const key = source?.key ?? odoo?.key ?? [];
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
