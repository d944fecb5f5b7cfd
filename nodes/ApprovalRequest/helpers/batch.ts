import type { Result } from '../../../core/odoo';
import { success } from '../../../core/odoo';
import type { ApprovalActions } from './callAction';
import type { Parameters } from './parameters';
import { readApprovals, type StoredApproval } from './stored';
import { requestKey } from './wish';

/** What the present wait of a node waits for: the requests of its latest batch, by item the latest round of each. */
export interface Batch {
	name: string;
	approvals: StoredApproval[];
	/** How often each item was asked about in this wait. */
	rounds: ReadonlyMap<number, number>;
}

/** The latest batch of this execution and node; links of earlier ones lead here too, and decide nothing. */
export async function readBatch(
	actions: ApprovalActions,
	execution: string,
	nodeId: string,
): Promise<Result<Batch | null>> {
	const found = await readApprovals(actions.client, {
		domain: [
			['x_execution', '=', execution],
			['x_node', '=', nodeId],
		],
	});
	if (!found.ok) return found;
	const runs = found.value.map(({ batch }) => runOf(batch));
	const latest = found.value.find(({ batch }) => runOf(batch) === Math.max(...runs));
	return success(latest ? batchOf(latest.batch, found.value) : null);
}

/** Adds the requests of items that were asked about before this wait, under the same key. */
export async function completeBatch(
	{ client }: ApprovalActions,
	parameters: Parameters,
	batch: Batch,
): Promise<Result<Batch>> {
	const known = new Set(batch.approvals.map(({ item }) => item));
	const missing = [...parameters.items.keys()].filter((item) => !known.has(item));
	if (missing.length === 0) return success(batch);
	const keys = missing.map((item) => requestKey(parameters, item, batch.name));
	const found = await readApprovals(client, { domain: [['x_key', 'in', keys]] });
	if (!found.ok) return found;
	const others = missing.flatMap((item, at) => {
		const rounds = found.value.filter(({ key }) => key === keys[at]);
		const latest = rounds.find(
			({ round }) => round === Math.max(...rounds.map((one) => one.round)),
		);
		return latest ? [{ ...latest, item }] : [];
	});
	return success({ ...batch, approvals: [...batch.approvals, ...others] });
}

const runOf = (batch: string): number => Number(/_(\d+)$/.exec(batch)?.[1] ?? -1);

function batchOf(name: string, all: StoredApproval[]): Batch {
	const approvals = new Map<number, StoredApproval>();
	const rounds = new Map<number, number>();
	for (const approval of all.filter(({ batch }) => batch === name)) {
		const { item, id } = approval;
		rounds.set(item, (rounds.get(item) ?? 0) + 1);
		if (id > (approvals.get(item)?.id ?? 0)) approvals.set(item, approval);
	}
	return { name, approvals: [...approvals.values()], rounds };
}
