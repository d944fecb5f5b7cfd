import type { Result } from '../../../core/odoo';
import { success } from '../../../core/odoo';
import {
	ApprovalState,
	fold,
	isIntactRow,
	readRecord,
	type AuditRow,
	type Folded,
} from '../../../core/approval';
import type { OdooClient } from '../../shared/odoo/client';
import { readTrail, type StoredApproval } from './stored';

/** A request with what its trail comes to; or why the two cannot both be right. */
export type Judged =
	| { ok: true; approval: StoredApproval; folded: Folded }
	| { ok: false; approval: StoredApproval; problem: string };

/** Holds each request against its trail: nothing is believed that does not follow from the votes. */
export async function judgeApprovals(
	client: OdooClient,
	approvals: readonly StoredApproval[],
): Promise<Result<Judged[]>> {
	const ids = approvals.map(({ id }) => id);
	const rows = await readTrail(client, [['x_approval_id', 'in', ids]]);
	if (!rows.ok) return rows;
	return success(
		approvals.map((approval) =>
			judge(
				approval,
				rows.value.filter(({ approvalId }) => approvalId === approval.id),
			),
		),
	);
}

function judge(approval: StoredApproval, rows: readonly AuditRow[]): Judged {
	const doubt = (problem: string): Judged => ({ ok: false, approval, problem });
	const broken = rows.find((row) => !isIntactRow(row));
	if (broken) return doubt(`row ${broken.sequence} of its trail was changed`);
	const last = rows.at(-1);
	if (last?.sequence !== approval.lastSequence || last.hash !== approval.lastHash) {
		return doubt(
			`its trail ends at row ${last?.sequence ?? 'none'}, not at ${approval.lastSequence}`,
		);
	}
	const records = rows.map(readRecord).filter((record) => record !== null);
	if (records.some((record) => record.approval !== approval.name)) {
		return doubt('its trail has rows of another request');
	}
	const folded = fold(approval, records);
	// Odoo may know more of why nobody can decide; that is never less strict.
	const isHeldBack =
		approval.state === ApprovalState.Blocked && folded.state === ApprovalState.Pending;
	if (isHeldBack) return { ok: true, approval, folded };
	if (folded.state !== approval.state || folded.effect !== approval.effect) {
		return doubt(
			`it is ${approval.state} (${approval.effect}), and its votes come to ${folded.state} (${folded.effect})`,
		);
	}
	return { ok: true, approval, folded };
}
