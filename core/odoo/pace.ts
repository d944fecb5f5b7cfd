/** How many rows, records and their lines, the first request carries. */
const FIRST_ROWS = 500;

/** Beyond this a larger request is no faster. */
const MOST_ROWS = 2000;

/** What one request should take at most: far below the time-out, also when the next rows are heavier. */
const TARGET_MS = 8000;

/**
 * Sizes requests by how long Odoo took for the last one: a quick Odoo gets few large ones, and one that needs long
 * for a record (orders, many modules) is not asked for more than it can do before the time-out.
 */
export class Pace {
	private rows = FIRST_ROWS;

	/** How many of the items from `start` on make the next request; at least one. */
	take(weights: readonly number[], start: number): number {
		let rows = 0;
		let end = start;
		while (end < weights.length && (end === start || rows + weights[end] <= this.rows)) {
			rows += weights[end];
			end += 1;
		}
		return end - start;
	}

	/** After a request of so many rows; one that failed in part is repeated in halves, which large ones make slow. */
	took(rows: number, ms: number, allWell: boolean): void {
		const fitting = Math.round((rows * TARGET_MS) / Math.max(1, ms));
		this.rows = allWell
			? Math.min(MOST_ROWS, Math.max(1, fitting))
			: Math.min(FIRST_ROWS, this.rows);
	}
}
