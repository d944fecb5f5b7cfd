import { hash } from 'node:crypto';
import type { IWebhookFunctions } from 'n8n-workflow';
import { OdooErrorKind, type OdooFailure } from '../../../core/odoo';
import {
	ApprovalAction,
	type LinkStatusAnswer,
	type LinkVoteAnswer,
	type LinkVoteRequest,
} from '../../../core/approval';
import {
	PageKind,
	readForm,
	refusedPage,
	shownPage,
	votedPage,
	type FormVote,
	type Page,
} from '../../../core/approval/page';
import { callOf } from '../../shared/webhook/http';
import type { ApprovalActions } from './callAction';

interface Shown {
	page: Page;
	/** Of the approver in Odoo. */
	lang: string | null;
}

/** What the bearer of a link may see. Changes nothing. */
export async function showLink(actions: ApprovalActions, tokenHash: string): Promise<Shown> {
	const status = await readStatus(actions, tokenHash);
	return status.ok
		? { page: shownPage(status.value), lang: langOf(status.value) }
		: { page: unavailable(false), lang: null };
}

/** The decisions of a form; whether each was recorded is what Odoo says. */
export async function takeVotes(
	node: IWebhookFunctions,
	actions: ApprovalActions,
	tokenHash: string,
): Promise<Shown> {
	const call = callOf(node);
	await call.readRawBody?.();
	const form = readForm(
		(call.rawBody ?? Buffer.alloc(0)).toString('utf8'),
		String(call.headers['content-type'] ?? ''),
	);
	if (form.problem !== null) {
		const status = await readStatus(actions, tokenHash);
		return status.ok
			? { page: refusedPage(status.value, form), lang: langOf(status.value) }
			: { page: unavailable(false), lang: null };
	}
	const { results, failure } = await sendVotes(actions, tokenHash, form.votes);
	if (failure) {
		const isPartly = results.some(({ problem }) => problem === null);
		return { page: unavailable(isPartly || isUnknown(failure)), lang: null };
	}
	const after = await readStatus(actions, tokenHash);
	const status = after.ok ? after.value : null;
	return { page: votedPage(status, form.votes, results), lang: status && langOf(status) };
}

interface Sent {
	/** Of the votes that Odoo answered to. */
	results: LinkVoteAnswer['results'];
	/** Why the rest was not answered to. */
	failure: OdooFailure | null;
}

/** Votes with the same code go together. */
async function sendVotes(
	actions: ApprovalActions,
	tokenHash: string,
	votes: readonly FormVote[],
): Promise<Sent> {
	const results: LinkVoteAnswer['results'] = [];
	for (const code of new Set(votes.map((vote) => vote.code))) {
		const request: Omit<LinkVoteRequest, 'protocol'> = {
			token_hash: tokenHash,
			code_hash: code === null || code === '' ? null : hash('sha256', code, 'hex'),
			votes: votes
				.filter((vote) => vote.code === code)
				.map(({ approval, decision, comment, digest }) => ({
					approval,
					decision,
					comment,
					digest,
				})),
		};
		const answer = await actions.run<LinkVoteAnswer>(ApprovalAction.LinkVote, request);
		if (!answer.ok) return { results, failure: answer.failure };
		results.push(...answer.value.results);
	}
	return { results, failure: null };
}

const readStatus = async (actions: ApprovalActions, tokenHash: string) =>
	await actions.run<LinkStatusAnswer>(ApprovalAction.LinkStatus, { token_hash: tokenHash });

const langOf = ({ views }: LinkStatusAnswer): string | null => views[0]?.lang ?? null;

/** All of it may be tried again later; a vote that was recorded counts once. */
const unavailable = (uncertain: boolean): Page => ({ kind: PageKind.Unavailable, uncertain });

const isUnknown = ({ kind }: OdooFailure): boolean => kind === OdooErrorKind.TimeoutUnknownOutcome;
