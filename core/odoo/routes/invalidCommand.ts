import { hash } from 'node:crypto';
import { ledgerKey } from '../../event/digest';
import type { Fault } from '../../event/validation';
import { Severity, type Command, type OnProblem } from '../apply';
import { odooTime } from '../time';

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 500) : '');

/** Somebody has to look at it, and trying again helps only after a correction. */
const ON_PROBLEM: OnProblem = {
	severity: Severity.Medium,
	activity_group: 'n8n_logistics.group_operator',
	max_attempts: 1,
	retry_minutes: 60,
};

/**
 * What cannot be applied, as a command that keeps it as an exception.
 * @param candidate anything JSON
 * @param receivedAt RFC 3339
 */
export function invalidCommand(
	candidate: unknown,
	faults: readonly Fault[],
	receivedAt: string,
): Command {
	const payload = JSON.stringify(candidate) ?? '';
	const event = (typeof candidate === 'object' && candidate !== null ? candidate : {}) as Record<
		string,
		unknown
	>;
	const [type, subject, source, id] = [event.type, event.subject, event.source, event.id].map(text);
	const digest = hash('sha256', payload, 'hex');
	return {
		// Without an id of its own, the same text is the same event.
		key: ledgerKey({ type: type as never, source, id: id === '' ? digest : id }),
		digest,
		event: {
			type,
			subject,
			source,
			milestone: '',
			piece: '',
			time: odooTime(text(event.time), 'utc') ?? null,
			received_at: odooTime(receivedAt, 'utc') ?? null,
			name: `Not valid: ${[type, subject].filter(Boolean).join(' ') || 'no event'}`,
			payload,
		},
		refs: [],
		plans: [],
		on_problem: ON_PROBLEM,
		invalid: faults.map(({ path, message }) => ({ path, message })),
	};
}
