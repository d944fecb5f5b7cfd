import type { ApprovalState, Assurance, Decision } from './models';
import type { APPROVAL_PROTOCOL, Change } from './request';
import type { OdooValue } from '../odoo';

/** `Links`: for each approver of a level with `links`. Mailed when the level opens; emptied when the request is decided. */
export interface LinksRequest {
	protocol: typeof APPROVAL_PROTOCOL;
	links: Array<{
		approval: number;
		level: number;
		partner: number;
		/** SHA-256 (hex) of the token; the token stands nowhere but in the address. */
		token_hash: string;
		url: string;
	}>;
}

/** `LinkStatus`: what the page of a link shows. */
export interface LinkStatusRequest {
	protocol: typeof APPROVAL_PROTOCOL;
	token_hash: string;
}

export enum LinkProblem {
	/** No such link: wrong, tampered, or of a request that was removed. */
	Unknown = 'unknown',
	/** The request was decided, cancelled or superseded. */
	Closed = 'closed',
	/** Past the due time. */
	Expired = 'expired',
	/** The level of the link has not begun or is over. */
	NotOpen = 'not_open',
	/** This approver has voted. */
	Voted = 'voted',
	/** The level asks for more than a link. */
	TooWeak = 'too_weak',
	WrongCode = 'wrong_code',
	/** Too many wrong codes (five). */
	Locked = 'locked',
	/** A rejection without comment. */
	CommentMissing = 'comment_missing',
	/** The digest of the form is not that of the request. */
	Changed = 'changed',
}

/** The request of a link, complete, for the page. */
export interface LinkView {
	approval: number;
	batch: string;
	title: string;
	message: string;
	document: string;
	changes: Change[];
	details: OdooValue;
	digest: string;
	policy: string;
	record: OdooValue;
	level: number;
	levels: number;
	level_name: string;
	quorum: number;
	requester: string;
	approver: string;
	lang: string;
	due_at: string | null;
	state: ApprovalState;
	assurance: Assurance;
	code_label: string;
	/** What this approver decided, where there is a vote. */
	voted: Decision | null;
}

/** All links of one approver in the batch: one page with a decision per request. The one asked for comes first. */
export interface LinkStatusAnswer {
	protocol: typeof APPROVAL_PROTOCOL;
	problem: LinkProblem | null;
	views: Array<LinkView & { problem: LinkProblem | null }>;
}

export interface LinkVote {
	approval: number;
	decision: Decision;
	comment: string;
	/** Of the form that was shown. */
	digest: string;
}

export interface LinkVoteRequest {
	protocol: typeof APPROVAL_PROTOCOL;
	token_hash: string;
	/** SHA-256 (hex) of what was typed, null where nothing was. */
	code_hash: string | null;
	votes: LinkVote[];
}

export interface LinkVoteAnswer {
	protocol: typeof APPROVAL_PROTOCOL;
	results: Array<{ approval: number; problem: LinkProblem | null; state: ApprovalState }>;
}
