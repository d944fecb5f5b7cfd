import {
	ApprovalState,
	Assurance,
	AuditKind,
	Decision,
	OnTimeout,
	type AuditRecord,
	type Level,
	type Question,
} from '../../../core/approval';

export const DIGEST = 'd'.repeat(64);

export interface Cast {
	who: number;
	decision?: Decision;
	for?: number;
	level?: number;
	comment?: string;
	assurance?: Assurance;
	digest?: string;
	round?: number;
	kind?: AuditKind;
}

export const level = (
	number: number,
	people: number[],
	quorum: number,
	rejections = 1,
	more: Partial<Level> = {},
): Level => ({
	level: number,
	name: `Level ${number}`,
	quorum,
	rejections,
	assurance: Assurance.Link,
	links: false,
	approvers: people.map((id) => ({
		partner_id: id,
		user_id: id + 100,
		name: `Person ${id}`,
		email: '',
		lang: 'en_US',
	})),
	...more,
});

export const question = (levels: Level[], more: Partial<Question> = {}): Question => ({
	levels,
	digest: DIGEST,
	round: 1,
	barred: [99],
	onTimeout: OnTimeout.Hold,
	hasEffect: true,
	...more,
});

/** The trail of a request: asked, and then what is given. */
export const trail = (casts: readonly Cast[]): AuditRecord[] => [
	recordOf({ who: 99, kind: AuditKind.Asked }, 1),
	...casts.map((cast, at) => recordOf(cast, at + 2)),
];

function recordOf(cast: Cast, sequence: number): AuditRecord {
	const kind = cast.kind ?? AuditKind.Vote;
	return {
		sequence,
		at: '2026-01-05 08:00:00',
		kind,
		approval: 'apr_test',
		round: cast.round ?? 1,
		digest: cast.digest ?? DIGEST,
		level: cast.level ?? 1,
		actor: `Person ${cast.who}`,
		actor_id: cast.who,
		on_behalf_of: cast.for === undefined ? '' : `Person ${cast.for}`,
		on_behalf_of_id: cast.for ?? null,
		decision: kind === AuditKind.Vote ? (cast.decision ?? Decision.Approve) : '',
		comment: cast.comment ?? 'because',
		assurance: cast.assurance ?? Assurance.Odoo,
		state: ApprovalState.Pending,
	};
}
