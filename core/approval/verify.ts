import { hash } from 'node:crypto';
import type { AuditExport, AuditRecord, AuditRow } from './audit';

/** What is wrong with a trail. */
export enum AuditProblem {
	/** The record is not what was hashed: something was changed. */
	Altered = 'altered',
	/** A number is missing: rows were taken out. */
	Missing = 'missing',
	/** Numbers do not rise: rows were moved or doubled. */
	Reordered = 'reordered',
	/** The row does not follow from the one before it. */
	Unchained = 'unchained',
	/** The end was cut off: a request knows of a later row. */
	CutTail = 'cut_tail',
	/** The request says otherwise than its last row. */
	OtherState = 'other_state',
	/** Rows of a request that is not there. */
	RequestMissing = 'request_missing',
	/** The trail does not end as it did when it was noted down elsewhere. */
	OtherAnchor = 'other_anchor',
}

export interface AuditFinding {
	problem: AuditProblem;
	/** Number of the row; 0 where it is about the whole. */
	sequence: number;
	/** Key of the request where it is known. */
	approval: string;
	/** For people. */
	message: string;
}

/** A row that was noted outside of Odoo; what came up to it cannot be made anew. */
export interface Anchor {
	sequence: number;
	hash: string;
}

export const rowHash = (previous: string, record: string): string =>
	hash('sha256', `${previous}\n${record}`, 'hex');

/** The record of a row, null when it is not one. */
export function readRecord({ record }: AuditRow): AuditRecord | null {
	try {
		const read = JSON.parse(record) as AuditRecord | null;
		return typeof read === 'object' ? read : null;
	} catch {
		return null;
	}
}

/** Whether a row says what was hashed. */
export const isIntactRow = (row: AuditRow): boolean =>
	row.hash === rowHash(row.previous, row.record) && readRecord(row)?.sequence === row.sequence;

/** Everything that is wrong with an exported trail; empty when it is whole. */
export function verifyAudit(audit: AuditExport, anchors: readonly Anchor[] = []): AuditFinding[] {
	return [
		...audit.rows.flatMap((row, at) => checkRow(row, at === 0 ? null : audit.rows[at - 1])),
		...checkRequests(audit),
		...anchors.flatMap((anchor) => checkAnchor(audit, anchor)),
	];
}

function checkRow(row: AuditRow, before: AuditRow | null): AuditFinding[] {
	const found: AuditFinding[] = [];
	const approval = readRecord(row)?.approval ?? '';
	const add = (problem: AuditProblem, message: string) =>
		found.push({ problem, sequence: row.sequence, approval, message });
	if (!isIntactRow(row)) {
		add(
			AuditProblem.Altered,
			`Row ${row.sequence} was changed: its hash is that of another record`,
		);
	}
	const due = (before?.sequence ?? 0) + 1;
	if (row.sequence < due) {
		add(AuditProblem.Reordered, `Row ${row.sequence} stands behind row ${before?.sequence}`);
	} else if (row.sequence > due) {
		const gone =
			row.sequence - 1 === due ? `Row ${due} is` : `Rows ${due} to ${row.sequence - 1} are`;
		add(AuditProblem.Missing, `${gone} missing`);
	} else if (row.previous !== (before?.hash ?? '')) {
		add(AuditProblem.Unchained, `Row ${row.sequence} does not follow from the row before it`);
	}
	return found;
}

function checkRequests({ rows, approvals }: AuditExport): AuditFinding[] {
	const last = new Map<string, AuditRow>();
	for (const row of rows) last.set(readRecord(row)?.approval ?? '', row);
	const known = new Set(approvals.map(({ approval }) => approval));
	const orphans = [...last].filter(([approval]) => approval !== '' && !known.has(approval));
	return [
		...approvals.flatMap((one) => checkRequest(one, last.get(one.approval))),
		...orphans.map(([approval, { sequence }]) => ({
			problem: AuditProblem.RequestMissing,
			sequence,
			approval,
			message: `The request ${approval} of row ${sequence} is not there`,
		})),
	];
}

function checkRequest(
	request: AuditExport['approvals'][number],
	row: AuditRow | undefined,
): AuditFinding[] {
	const { approval, last_sequence: sequence, last_hash: lastHash, state } = request;
	const finding = (problem: AuditProblem, message: string): AuditFinding[] => [
		{ problem, sequence, approval, message },
	];
	if (row === undefined || row.sequence < sequence) {
		const end = row ? `ends at row ${row.sequence}` : 'has no row';
		return finding(
			AuditProblem.CutTail,
			`${approval} ${end} and knows of row ${sequence}: rows at the end were taken away`,
		);
	}
	if (row.sequence !== sequence || row.hash !== lastHash) {
		return finding(
			AuditProblem.OtherState,
			`${approval} has row ${row.sequence} last, and knows of row ${sequence} with another hash`,
		);
	}
	const told = readRecord(row)?.state;
	return told === state
		? []
		: finding(AuditProblem.OtherState, `${approval} is ${state}, and its last row says ${told}`);
}

function checkAnchor({ rows }: AuditExport, anchor: Anchor): AuditFinding[] {
	const row = rows.find(({ sequence }) => sequence === anchor.sequence);
	if (row?.hash === anchor.hash) return [];
	const message = row
		? `Row ${anchor.sequence} has another hash than was noted`
		: `Row ${anchor.sequence}, of which the hash was noted, is not there`;
	return [{ problem: AuditProblem.OtherAnchor, sequence: anchor.sequence, approval: '', message }];
}
