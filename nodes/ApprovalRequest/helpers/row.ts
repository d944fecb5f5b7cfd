import type { IDataObject } from 'n8n-workflow';
import { dueState } from '../../../core/approval';
import type { StoredApproval } from './stored';

const MINUTE_MS = 60_000;

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

/** A request as operations on the queue put it out. */
export const tellRequest = (approval: StoredApproval, nowMs: number): IDataObject => ({
	id: approval.id,
	name: approval.name,
	title: approval.title,
	state: approval.state,
	effect: approval.effect,
	due: dueState(approval, nowMs),
	ageMinutes: approval.askedAt === null ? null : Math.floor((nowMs - approval.askedAt) / MINUTE_MS),
	document: approval.document,
	level: approval.level,
	levels: approval.levels.length,
	waitingFor: approval.waitingFor,
	round: approval.round,
	policy: approval.policy,
	requester: approval.requester,
	askedAt: iso(approval.askedAt),
	dueAt: iso(approval.dueAt),
	remindAt: iso(approval.remindAt),
	reminders: approval.reminders,
	escalateAt: iso(approval.escalateAt),
	escalatedAt: iso(approval.escalatedAt),
	decidedAt: iso(approval.decidedAt),
	resumedAt: iso(approval.resumedAt),
	problem: approval.problem,
	workflow: approval.workflow,
	execution: approval.execution,
	key: approval.key,
});
