import type { OdooFailure, Result } from '../../../core/odoo';
import { afterRepeating, OdooErrorKind } from '../../../core/odoo';

/** Kinds of failure that one item of a batch can cause for all the others. */
const CAUSED_BY_AN_ITEM: ReadonlySet<OdooErrorKind> = new Set([
	OdooErrorKind.Access,
	OdooErrorKind.Missing,
	OdooErrorKind.Validation,
	OdooErrorKind.Configuration,
]);

interface Attempt<Item, Outcome> {
	/** Does the work for all items in one transaction. */
	attempt(items: Item[]): Promise<Result<Outcome[]>>;
	giveUp(item: Item, reason: OdooFailure): Outcome;
	/** Whether fewer items may go through; by default, when one of them can be to blame. */
	isWorthSplitting?: (reason: OdooFailure) => boolean;
}

const isCausedByAnItem = ({ kind }: OdooFailure): boolean => CAUSED_BY_AN_ITEM.has(kind);

/** Tries a batch as a whole and halves it until the guilty items stand alone, so that the others go through. */
export async function splitOnFailure<Item, Outcome>(
	items: Item[],
	work: Attempt<Item, Outcome>,
	/** Of the larger batch that they were part of. */
	before?: OdooFailure,
): Promise<Outcome[]> {
	if (items.length === 0) return [];
	const result = await work.attempt(items);
	if (result.ok) return result.value;
	const reason = afterRepeating(before, result.failure);
	const isWorthSplitting = work.isWorthSplitting ?? isCausedByAnItem;
	if (items.length === 1 || !isWorthSplitting(result.failure)) {
		return items.map((item) => work.giveUp(item, reason));
	}
	const middle = Math.ceil(items.length / 2);
	return [
		...(await splitOnFailure(items.slice(0, middle), work, reason)),
		...(await splitOnFailure(items.slice(middle), work, reason)),
	];
}
