import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { OdooValue } from '../odoo';
import { Many, Severity, type Command, type Effect } from '../odoo/apply';
import type { Ask, Change } from './request';

/** A request before what follows from it (command, digest) is worked out. */
export type Wish = Omit<Ask, 'command' | 'canonical' | 'digest'> & {
	/** What is carried out on the document when it is approved; empty: the workflow does it. */
	effects: Effect[];
	/** Values that the fields of the document must still have then. */
	expect: Record<string, OdooValue>;
};

/** How Odoo names a request: its external id, and the key of its effect in the ledger. */
export const approvalName = (key: string, round: number): string =>
	round > 1 ? `apr_${key}_r${round}` : `apr_${key}`;

/** SHA-256 (hex) of what is decided on. */
export const digestOf = (canonical: string): string => hash('sha256', canonical, 'hex');

/** The request as it is sent: bound to exactly what the approver is shown. */
export function buildAsk({ effects, expect, ...wish }: Wish): Ask {
	const command = effects.length === 0 ? null : commandOf(wish, effects, expect);
	const { title, message, document, changes, details, policy, levels } = wish;
	const decided = { title, message, document, changes, details, command, policy, levels };
	const canonical = canonicalize(decided) ?? '';
	return { ...wish, command, canonical, digest: digestOf(canonical) };
}

function commandOf(
	{ key, title, document, node }: Pick<Ask, 'key' | 'title' | 'document' | 'node'>,
	effects: Effect[],
	expect: Record<string, OdooValue>,
): Command {
	return {
		key: approvalName(key, 1),
		digest: '',
		event: {
			type: 'logistics.approval.v1',
			subject: key,
			source: `/n8n/${node}`,
			milestone: '',
			piece: '',
			time: null,
			received_at: null,
			name: title,
			payload: '',
		},
		refs: [],
		plans: [
			{
				route: 'approval',
				find: document
					? [{ model: document.model, domain: [['id', '=', document.id]], many: Many.One }]
					: [],
				requires: [],
				guards: [],
				expect,
				latest_only: false,
				effects,
			},
		],
		// Only people can say what becomes of an approved change that Odoo refuses: it is not tried again by itself.
		on_problem: {
			severity: Severity.High,
			activity_group: OPERATORS,
			max_attempts: 0,
			retry_minutes: 0,
		},
	};
}

const OPERATORS = 'n8n_logistics.group_operator';

/** What was decided on, as kept by Odoo. */
export interface Decided {
	title: string;
	document: Ask['document'];
	changes: Change[];
	command: Command | null;
	policy: Ask['policy'];
}

/** Reads what was decided on; null when the text is not that of the digest. */
export function readDecided(canonical: string, digest: string): Decided | null {
	if (digestOf(canonical) !== digest) return null;
	try {
		return JSON.parse(canonical) as Decided;
	} catch {
		return null;
	}
}

/** The command of an approved request as it is applied: once, under the name of the request. */
export const effectOf = (command: Command, name: string, digest: string): Command => ({
	...command,
	key: name,
	digest,
	event: { ...command.event, payload: JSON.stringify({ approval: name, digest }) },
});
