import type { OdooFailure, OdooValue, Result } from '../../../../core/odoo';
import { failed, failure, OdooErrorKind, Repeatable, success } from '../../../../core/odoo';
import {
	APPLY_PROTOCOL,
	type ApplyAnswer,
	type ApplyRequest,
	type ApplyResult,
	type Command,
} from '../../../../core/odoo/apply';
import type { OdooClient } from '../../../shared/odoo/client';
import { splitOnFailure } from '../splitOnFailure';

/** Commands that belong together: the event itself, and what it brings along. */
export interface CommandGroup {
	commands: Command[];
}

/** What became of a group: a result for each command, or why nobody knows. */
export type GroupResult<Group extends CommandGroup> =
	| { ok: true; group: Group; results: ApplyResult[] }
	| { ok: false; group: Group; failure: OdooFailure };

export interface SendOptions {
	actionId: number;
	/** Most commands in a request. */
	batchSize: number;
	request: Omit<ApplyRequest, 'commands' | 'protocol'>;
}

/** Most bytes of commands in a request: proofs of delivery come as files. */
const MOST_BYTES = 8_000_000;

/** Carries out groups in the order given; each request is one transaction in Odoo. */
export async function sendCommands<Group extends CommandGroup>(
	client: OdooClient,
	groups: Group[],
	options: SendOptions,
): Promise<Array<GroupResult<Group>>> {
	const outcomes: Array<GroupResult<Group>> = [];
	const waiting: Waiting = new Map();
	for (const batch of intoBatches(groups, options.batchSize)) {
		const sent = await splitOnFailure<Group, GroupResult<Group>>(batch, {
			attempt: async (some) => await sendInOrder(client, some, options, waiting),
			giveUp: (group, reason) => {
				if (isPassing(reason)) waiting.set(subjectOf(group), reason);
				return { ok: false, group, failure: reason };
			},
			isWorthSplitting,
		});
		for (const outcome of sent) outcomes.push(outcome);
	}
	return outcomes;
}

/** Subjects of which an event did not get through, and why. */
type Waiting = Map<string, OdooFailure>;

const subjectOf = ({ commands: [{ key, event }] }: CommandGroup): string =>
	key === null || event.subject === '' ? '' : `${event.type} ${event.subject}`;

/** The same event may get through the next time. */
function isPassing({ kind }: OdooFailure): boolean {
	return (
		kind === OdooErrorKind.Unavailable ||
		kind === OdooErrorKind.Throttled ||
		kind === OdooErrorKind.Conflict ||
		kind === OdooErrorKind.TimeoutUnknownOutcome
	);
}

/**
 * Leaves out what comes after an event that has not got through, and is about the same: applied first, it would make
 * that one late when it is sent again.
 */
async function sendInOrder<Group extends CommandGroup>(
	client: OdooClient,
	groups: Group[],
	options: SendOptions,
	waiting: Waiting,
): Promise<Result<Array<GroupResult<Group>>>> {
	const reasonOf = (group: Group) => {
		const subject = subjectOf(group);
		return subject === '' ? undefined : waiting.get(subject);
	};
	const free = groups.filter((group) => reasonOf(group) === undefined);
	const sent = free.length === 0 ? success([]) : await send(client, free, options);
	if (!sent.ok) return sent;
	const results = sent.value.values();
	return success(
		groups.map((group): GroupResult<Group> => {
			const reason = reasonOf(group);
			if (reason !== undefined) return { ok: false, group, failure: reason };
			return results.next().value as GroupResult<Group>;
		}),
	);
}

/**
 * Smaller requests help when one command breaks the request, when it takes too long, and when many workers write the
 * same documents. Sending again is safe: what was applied by a request that nobody heard of is a duplicate.
 */
function isWorthSplitting({ kind, httpStatus }: OdooFailure): boolean {
	if (kind === OdooErrorKind.Configuration) return httpStatus !== undefined;
	return (
		kind === OdooErrorKind.Validation ||
		kind === OdooErrorKind.Missing ||
		kind === OdooErrorKind.Conflict ||
		kind === OdooErrorKind.TimeoutUnknownOutcome
	);
}

function intoBatches<Group extends CommandGroup>(groups: Group[], size: number): Group[][] {
	const batches: Group[][] = [];
	let [commands, bytes] = [0, 0];
	for (const group of groups) {
		const groupBytes = JSON.stringify(group.commands).length;
		const isFull = commands + group.commands.length > size || bytes + groupBytes > MOST_BYTES;
		if (batches.length === 0 || isFull) {
			batches.push([]);
			[commands, bytes] = [0, 0];
		}
		batches.at(-1)?.push(group);
		commands += group.commands.length;
		bytes += groupBytes;
	}
	return batches;
}

async function send<Group extends CommandGroup>(
	client: OdooClient,
	groups: Group[],
	{ actionId, request }: SendOptions,
): Promise<Result<Array<GroupResult<Group>>>> {
	const commands = groups.flatMap((group) => group.commands);
	const logistics: ApplyRequest = { protocol: APPLY_PROTOCOL, ...request, commands };
	const answer = await client.call<ApplyAnswer | false>({
		model: 'ir.actions.server',
		method: 'run',
		ids: [actionId],
		context: { logistics: logistics as unknown as OdooValue },
		// With the ledger, what was carried out is a duplicate the second time.
		repeatable: request.ledger || request.dry_run ? Repeatable.Yes : Repeatable.No,
	});
	if (!answer.ok) return answer;
	const results = readResults(answer.value, commands.length);
	if (results === null) return failed(unreadable());
	let next = 0;
	return success(
		groups.map((group) => {
			const own = results.slice(next, next + group.commands.length);
			next += group.commands.length;
			return { ok: true, group, results: own };
		}),
	);
}

function readResults(answer: ApplyAnswer | false, count: number): ApplyResult[] | null {
	if (answer === false || answer.logistics?.protocol !== APPLY_PROTOCOL) return null;
	const { results } = answer.logistics;
	return Array.isArray(results) && results.length === count ? results : null;
}

const unreadable = () =>
	failure(OdooErrorKind.Configuration, 'The apply action in Odoo speaks another version', {
		advice: 'Let an administrator run Odoo Sync → Setup: Install: it upgrades in place.',
	});
