import { hash, randomBytes } from 'node:crypto';
import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { OdooFailure, Result } from '../../../core/odoo';
import { failed, failure, OdooErrorKind, success } from '../../../core/odoo';
import {
	ApprovalAction,
	ApprovalState,
	type Ask,
	type AskAnswer,
	type AskResult,
	type LinksRequest,
} from '../../../core/approval';
import { safely } from '../../shared/odoo/safely';
import type { ApprovalActions } from './callAction';
import type { Parameters } from './parameters';
import { misconfigured } from './problem';
import { readAsk, type Circumstances } from './wish';

export interface Draft {
	asks: Ask[];
	failures: Array<{ itemIndex: number; failure: OdooFailure }>;
}

export const circumstancesOf = (
	node: IExecuteFunctions | IWebhookFunctions,
	batch: string,
): Circumstances => ({
	batch,
	execution: node.getExecutionId(),
	node: node.getNode().id,
	workflow: node.getWorkflow().name ?? '',
	resumeUrl: node.getSignedResumeUrl(),
	zone: node.getTimezone(),
	nowMs: Date.now(),
	isHitl: isHitl(node),
});

/** Whether the node works as an agent's human review. */
export const isHitl = (node: IExecuteFunctions | IWebhookFunctions): boolean =>
	node.getNode().type.endsWith('HitlTool');

/** The requests of these items, for the documents as they are now; nothing is asked yet. */
export async function draftAsks(
	actions: ApprovalActions,
	parameters: Parameters,
	itemIndexes: readonly number[],
	circumstances: Circumstances,
): Promise<Draft> {
	const draft: Draft = { asks: [], failures: [] };
	for (const itemIndex of itemIndexes) {
		const ask = await safely(async () => {
			const read = await readAsk(actions.client, parameters, itemIndex, circumstances);
			const twin = draft.asks.find(({ key }) => key === read.key);
			if (twin === undefined) return success(read);
			throw misconfigured(
				`Items ${twin.item} and ${itemIndex} have the same request key`,
				'Give each item a key of its own, or leave Request Key empty.',
			);
		});
		if (ask.ok) draft.asks.push(ask.value);
		else draft.failures.push({ itemIndex, failure: ask.failure });
	}
	return draft;
}

/** Asks in Odoo, all in one transaction, and hands out links to those who decide by link. */
export async function sendAsks(
	node: IExecuteFunctions | IWebhookFunctions,
	actions: ApprovalActions,
	asks: Ask[],
): Promise<Result<AskResult[]>> {
	if (asks.length === 0) return success([]);
	const answer = await actions.run<AskAnswer>(ApprovalAction.Ask, { asks });
	if (!answer.ok) return answer;
	const { results } = answer.value;
	if (!Array.isArray(results) || results.length !== asks.length) {
		return failed(
			failure(OdooErrorKind.Protocol, 'Odoo did not answer what became of the requests'),
		);
	}
	const links = results.flatMap((result) => linksOf(node, result));
	if (links.length === 0) return success(results);
	const stored = await actions.run(ApprovalAction.Links, { links });
	return stored.ok ? success(results) : stored;
}

/** A secret for each approver; Odoo gets its hash, and the address to mail. */
function linksOf(
	node: IExecuteFunctions | IWebhookFunctions,
	{ id, state, levels }: AskResult,
): LinksRequest['links'] {
	if (state !== ApprovalState.Pending) return [];
	return levels
		.filter((level) => level.links)
		.flatMap(({ level, approvers }) =>
			approvers.map(({ partner_id: partner }) => {
				const token = randomBytes(32).toString('base64url');
				return {
					approval: id,
					level,
					partner,
					token_hash: hash('sha256', token, 'hex'),
					url: node.getSignedResumeUrl({ t: token }),
				};
			}),
		);
}
