import type { OdooValue, WantedLines } from '../../../../core/odoo';
import { MissingLines } from '../../../../core/odoo';

/** How the lines in one field are recognised, as the user set it. */
export interface LineRule {
	field: string;
	/** Field names separated by commas. */
	keys: string;
	missing: MissingLines;
}

/** Recognises lines where the user gave no rule: orders, transfers and invoices have one product a line. */
const USUAL_KEY = 'product_id';

/** The key of the lines in a field: the user's rule, else their IDs, else their product where each has one. */
export function lineKeys(
	rules: LineRule[],
	field: string,
	rows: Array<Record<string, OdooValue>>,
): Pick<WantedLines, 'keys' | 'missing'> {
	const rule = rules.find((one) => one.field.trim() === field);
	const missing = rule?.missing ?? MissingLines.Keep;
	const chosen = (rule?.keys ?? '').split(',').map((name) => name.trim());
	const keys = chosen.filter((name) => name !== '');
	if (keys.length > 0) return { keys, missing };
	const usual = ['id', USUAL_KEY].find((name) => rows.every((row) => name in row));
	return { keys: usual === undefined ? [] : [usual], missing };
}
