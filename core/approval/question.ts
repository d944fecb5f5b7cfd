import type { ApprovalState, Assurance, Decision, EffectState, OnTimeout } from './models';
import type { Level } from './request';

/** What the trail of a request is judged by; all of it is kept by Odoo since it was asked. */
export interface Question {
	levels: readonly Level[];
	digest: string;
	round: number;
	/** Partners who may not decide, nor for others: the requester, and who else was excluded. */
	barred: readonly number[];
	onTimeout: OnTimeout;
	/** Whether there is something to carry out when it is approved. */
	hasEffect: boolean;
}

/** A vote that counts. */
export interface CountedVote {
	level: number;
	/** Partner whose vote it is, and partner who gave it; they differ where a delegate voted. */
	seat: number;
	actor: number;
	actorName: string;
	onBehalfOf: string;
	decision: Decision;
	assurance: Assurance;
	comment: string;
	at: string;
}

/** Why a row of the trail does not count. */
export enum Ignored {
	OtherDigest = 'other_digest',
	OtherRound = 'other_round',
	NotOpen = 'not_open',
	OtherLevel = 'other_level',
	NotAnApprover = 'not_an_approver',
	Barred = 'barred',
	VotedBefore = 'voted_before',
	TooWeak = 'too_weak',
	NoComment = 'no_comment',
	NotAVote = 'not_a_vote',
}

export interface Folded {
	state: ApprovalState;
	effect: EffectState;
	/** The open level; the last one when it is decided. */
	level: number;
	votes: CountedVote[];
	ignored: Array<{ sequence: number; reason: Ignored }>;
}
