import { createHash } from 'node:crypto';
import type { ChangeKind } from './changeKind';
import type { Values } from './record';

export const hashOfValues = (values: Values): string =>
	createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16);

/**
 * The same change has the same id, however and however often it becomes known. The values are part of it because
 * Odoo's times are cut to the second, and a record can be written twice in one.
 */
export function changeId(
	database: string,
	model: string,
	recordId: number,
	kind: ChangeKind,
	stamp: string,
	valuesHash: string,
): string {
	const parts = [database, model, recordId, kind, stamp, valuesHash];
	return `odc_${createHash('sha256').update(parts.join('\u001f')).digest('hex').slice(0, 32)}`;
}
