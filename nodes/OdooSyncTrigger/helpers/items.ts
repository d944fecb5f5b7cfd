import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { OdooRecord, OdooValue } from '../../../core/odoo';
import { simplifyRecord, stampToIso } from '../../../core/odoo';
import { ChangeKind, type ChangeVia, type NewChange } from '../../../core/odoo/changes';
import type { Memory } from './memory';
import type { ReadRecord } from './open';
import type { Settings } from './settings';

type Who = { id: number; name: string } | null;

/** Items for the changes of one record; none for those the trigger itself is the cause of. */
export function itemsFor(
	changes: readonly NewChange[],
	record: ReadRecord | null,
	via: ChangeVia,
	memory: Memory,
	{ ignoresOwn }: Settings,
): INodeExecutionData[] {
	return changes.flatMap((change) => {
		const who = record && whoMade(change.kind, record);
		const byBot = who ? who.id === memory.userId : null;
		if (byBot && ignoresOwn) return [];
		return [{ json: toJson(change, record, via, memory, who, byBot) }];
	});
}

function toJson(
	change: NewChange,
	record: ReadRecord | null,
	via: ChangeVia,
	{ ledger, schema }: Memory,
	who: Who,
	byBot: boolean | null,
): IDataObject {
	const { id, kind, recordId, stamp, changedFields, before } = change;
	const name = record?.display_name ?? before?.display_name ?? null;
	return {
		id,
		event: kind,
		model: ledger.watch.model,
		recordId,
		name,
		// When a record was deleted, Odoo does not keep.
		changedAt: stamp === '' ? null : isoOf(stamp),
		changedBy: who,
		byBot,
		changedFields: changedFields as string[] | null,
		before: before && simple({ id: recordId, ...before }, schema),
		via,
		record: record && simple(delivered(record, ledger.watch.fields), schema),
	};
}

const simple = (record: OdooRecord, schema: Memory['schema']): IDataObject =>
	simplifyRecord(record, schema) as IDataObject;

const delivered = (record: ReadRecord, fields: readonly string[]): OdooRecord =>
	Object.fromEntries(
		['id', ...fields].map((field) => [field, record[field] ?? false]),
	) as OdooRecord;

/** Odoo knows who wrote last; a moment that has come was nobody's doing. */
function whoMade(kind: ChangeKind, record: ReadRecord): Who {
	if (kind === ChangeKind.TimeReached) return null;
	const user: OdooValue = record[kind === ChangeKind.Created ? 'create_uid' : 'write_uid'];
	return Array.isArray(user) ? { id: Number(user[0]), name: String(user[1]) } : null;
}

const isoOf = (stamp: string): string => (stamp.length > 10 ? stampToIso(stamp) : stamp);
