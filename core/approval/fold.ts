import type { AuditRecord } from './audit';
import { isOpenState } from './dueState';
import {
	ApprovalState,
	ASSURANCE_ORDER,
	AuditKind,
	Decision,
	EffectState,
	OnTimeout,
	type Assurance,
} from './models';
import { Ignored, type CountedVote, type Folded, type Question } from './question';
import type { Level, SnapshotApprover } from './request';

/**
 * What follows from the trail of one request, by the rules alone. Levels are open one after the other. A level passes
 * with its quorum; the request is rejected with the rejections of the level, or when its quorum cannot be reached any
 * more. Nobody counts twice in a request, neither as approver nor as delegate; who is barred never does.
 * @param records of this request, in order
 */
export function fold(question: Question, records: readonly AuditRecord[]): Folded {
	const state: Folded = {
		state: ApprovalState.Blocked,
		effect: EffectState.None,
		level: question.levels[0]?.level ?? 0,
		votes: [],
		ignored: [],
	};
	for (const record of records) {
		const reason = takes(question, state, record);
		if (reason === null) take(question, state, record);
		else state.ignored.push({ sequence: record.sequence, reason });
	}
	return state;
}

const FOLLOWS_APPROVAL: ReadonlySet<AuditKind> = new Set([
	AuditKind.Stale,
	AuditKind.Applied,
	AuditKind.Failed,
]);

/** Why a row does not count, null when it does. */
function takes(question: Question, folded: Folded, record: AuditRecord): Ignored | null {
	if (record.round !== question.round) return Ignored.OtherRound;
	if (record.digest !== question.digest) return Ignored.OtherDigest;
	if (record.kind === AuditKind.Vote) return judgeVote(question, folded, record);
	if (FOLLOWS_APPROVAL.has(record.kind)) {
		// What Odoo refused may succeed later.
		const waits =
			folded.state === ApprovalState.Approved &&
			(folded.effect === EffectState.Waiting || folded.effect === EffectState.Failed);
		return waits ? null : Ignored.NotOpen;
	}
	const ends = record.kind === AuditKind.Cancelled || record.kind === AuditKind.Expired;
	return ends && !isOpenState(folded.state) ? Ignored.NotOpen : null;
}

function judgeVote(question: Question, folded: Folded, record: AuditRecord): Ignored | null {
	if (folded.state !== ApprovalState.Pending) return Ignored.NotOpen;
	if (record.level !== folded.level) return Ignored.OtherLevel;
	const level = levelOf(question, folded);
	const seat = record.on_behalf_of_id ?? record.actor_id;
	if (question.barred.includes(seat) || question.barred.includes(record.actor_id)) {
		return Ignored.Barred;
	}
	if (level?.approvers.some(({ partner_id: id }) => id === seat) !== true) {
		return Ignored.NotAnApprover;
	}
	const people = peopleWhoVoted(folded);
	if (people.has(seat) || people.has(record.actor_id)) return Ignored.VotedBefore;
	const isVote = record.decision === Decision.Approve || record.decision === Decision.Reject;
	if (!isVote) return Ignored.NotAVote;
	if (!isAtLeast(record.assurance, level.assurance)) return Ignored.TooWeak;
	const needsComment = record.decision === Decision.Reject && record.comment.trim() === '';
	return needsComment ? Ignored.NoComment : null;
}

function take(question: Question, folded: Folded, record: AuditRecord): void {
	switch (record.kind) {
		case AuditKind.Asked:
			folded.state = canBeDecided(question, folded) ? ApprovalState.Pending : ApprovalState.Blocked;
			break;
		case AuditKind.Vote:
			folded.votes.push(countedVote(record));
			conclude(question, folded);
			break;
		case AuditKind.Cancelled:
			folded.state = ApprovalState.Cancelled;
			break;
		case AuditKind.Expired:
			expire(question, folded);
			break;
		case AuditKind.Stale:
			folded.state = ApprovalState.Stale;
			folded.effect = EffectState.None;
			break;
		case AuditKind.Applied:
			folded.effect = EffectState.Applied;
			break;
		case AuditKind.Failed:
			folded.effect = EffectState.Failed;
			break;
		default:
			// Reminders, escalations and what follows from votes: told, and worked out here anew.
			break;
	}
}

const countedVote = (record: AuditRecord): CountedVote => ({
	level: record.level,
	seat: record.on_behalf_of_id ?? record.actor_id,
	actor: record.actor_id,
	actorName: record.actor,
	onBehalfOf: record.on_behalf_of,
	decision: record.decision as Decision,
	assurance: record.assurance as Assurance,
	comment: record.comment,
	at: record.at,
});

const levelOf = ({ levels }: Question, folded: Folded): Level | undefined =>
	levels.find(({ level }) => level === folded.level);

const peopleWhoVoted = ({ votes }: Folded): Set<number> =>
	new Set(votes.flatMap(({ seat, actor }) => [seat, actor]));

const countOf = ({ votes }: Folded, { level }: Level, decision: Decision): number =>
	votes.filter((vote) => vote.level === level && vote.decision === decision).length;

/** Whether enough people are left who may still approve. */
function isReachable({ barred }: Question, folded: Folded, level: Level): boolean {
	const voted = peopleWhoVoted(folded);
	const left = level.approvers.filter(
		({ partner_id: id }: SnapshotApprover) => !voted.has(id) && !barred.includes(id),
	).length;
	return level.quorum > 0 && countOf(folded, level, Decision.Approve) + left >= level.quorum;
}

const canBeDecided = (question: Question, folded: Folded): boolean =>
	question.levels.length > 0 &&
	question.levels.every((level) => isReachable(question, folded, level));

function conclude(question: Question, folded: Folded): void {
	const level = levelOf(question, folded);
	if (level === undefined) return;
	if (countOf(folded, level, Decision.Reject) >= level.rejections) {
		folded.state = ApprovalState.Rejected;
	} else if (countOf(folded, level, Decision.Approve) >= level.quorum) {
		advance(question, folded);
	} else if (!isReachable(question, folded, level)) {
		folded.state = ApprovalState.Rejected;
	}
}

function advance(question: Question, folded: Folded): void {
	const at = question.levels.findIndex(({ level }) => level === folded.level);
	const next = question.levels.at(at + 1);
	if (next === undefined || at + 1 >= question.levels.length) {
		approve(question, folded);
		return;
	}
	folded.level = next.level;
	if (!isReachable(question, folded, next)) folded.state = ApprovalState.Rejected;
}

function approve(question: Question, folded: Folded): void {
	folded.state = ApprovalState.Approved;
	folded.effect = question.hasEffect ? EffectState.Waiting : EffectState.None;
}

/** A time-out approves only what a link alone could, and never what nobody could decide. */
function expire(question: Question, folded: Folded): void {
	const mayApprove =
		question.onTimeout === OnTimeout.Approve &&
		folded.state === ApprovalState.Pending &&
		question.levels.length === 1 &&
		question.levels[0].assurance === ASSURANCE_ORDER[0];
	if (mayApprove) approve(question, folded);
	else if (question.onTimeout === OnTimeout.Reject) folded.state = ApprovalState.Rejected;
	else folded.state = ApprovalState.Expired;
}

const isAtLeast = (given: Assurance | '', asked: Assurance): boolean =>
	given !== '' && ASSURANCE_ORDER.indexOf(given) >= ASSURANCE_ORDER.indexOf(asked);
