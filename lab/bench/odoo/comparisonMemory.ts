import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
	reconcile,
	ValueKind,
	type ComparedRow,
	type ComparisonSpec,
} from '../../../core/odoo/reconcile';

const PAGE = 2000;
const SPEC: ComparisonSpec = {
	keys: ['product', 'location'],
	values: [{ name: 'quantity', kind: ValueKind.Number }],
};

/** What is still reachable, in bytes. */
function reachable(): number {
	setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
	return process.memoryUsage().heapUsed;
}

/**
 * Bytes that a comparison keeps for each row, when both sides are read and no result is made yet: the most it ever
 * keeps. Of that n8n's process needs much more, for the items, and for what it has not collected yet.
 */
export async function keptByComparison(
	items: ReadonlyArray<{ sku: string; location: string; quantity: number }>,
): Promise<number> {
	// Each side has texts of its own, as answers of servers have.
	const row = (origin: number): ComparedRow => {
		const { sku, location } = items[origin];
		return { key: [`${sku} `.trim(), `${location} `.trim()], values: [10], origin };
	};
	function* source(): Generator<ComparedRow> {
		for (const [origin, { sku, location, quantity }] of items.entries()) {
			yield { key: [sku, location], values: [quantity], origin };
		}
	}
	async function* odoo(): AsyncGenerator<ComparedRow[]> {
		for (let at = 0; at < items.length; at += PAGE) {
			yield Array.from({ length: Math.min(PAGE, items.length - at) }, (_row, n) => row(at + n));
		}
	}
	const before = reachable();
	const results = reconcile(source(), odoo(), SPEC);
	await results.next();
	const kept = reachable() - before;
	await results.return(undefined);
	return kept / items.length;
}
