import { LinkProblem } from '../link';
import { Decision } from '../models';
import { FormProblem, type Entry, type PageError } from './page';

/** Names of fields begin with these; the number of the request follows. */
export const FIELD = { decision: 'd-', comment: 'c-', code: 'k-', digest: 'h-' } as const;

/** In characters. */
export const MAX_COMMENT = 2000;
export const MAX_CODE = 100;
/** Of the body, in bytes: a comment of 2000 characters for each of some 40 requests, escaped. */
export const MAX_FORM = 512 * 1024;
const MAX_FIELDS = 2000;

/** A decision that was made, complete. */
export interface FormVote extends Entry {
	decision: Decision;
}

export interface RefusedForm {
	problem: PageError['problem'];
	errors: PageError[];
	/** What could be read, to show the form again with it; empty where nothing could. */
	typed: Entry[];
}

export type FormReading = { problem: null; votes: FormVote[] } | RefusedForm;

/**
 * What the page's form sends. Unknown fields are left aside; everything else has to be as the page sends it. Requests
 * without a choice are not decided.
 */
export function readForm(rawBody: string, contentType: string): FormReading {
	if (!TYPE.test(contentType)) return refused(FormProblem.WrongType);
	if (Buffer.byteLength(rawBody) > MAX_FORM) return refused(FormProblem.TooLarge);
	const fields = fieldsOf(rawBody);
	const typed = fields && entriesOf(fields);
	if (!typed) return refused(FormProblem.Malformed);
	const votes = typed.filter((entry): entry is FormVote => entry.decision !== null);
	if (votes.length === 0) return refused(FormProblem.NothingChosen, typed);
	const errors = votes.flatMap(mistakesOf);
	return errors.length === 0
		? { problem: null, votes }
		: { problem: errors[0].problem, errors, typed };
}

const TYPE = /^application\/x-www-form-urlencoded\s*(;\s*charset="?utf-?8"?\s*)?$/i;

const refused = (problem: FormProblem, typed: Entry[] = []): RefusedForm => ({
	problem,
	errors: [{ approval: null, problem }],
	typed,
});

function mistakesOf({ approval, decision, comment, code }: FormVote): PageError[] {
	const problems = [
		decision === Decision.Reject && comment === '' && LinkProblem.CommentMissing,
		comment.length > MAX_COMMENT && FormProblem.CommentTooLong,
		code === '' && FormProblem.CodeMissing,
	];
	return problems.flatMap((problem) => (problem === false ? [] : [{ approval, problem }]));
}

/** Null: not a form, or a field stands there twice. */
function fieldsOf(body: string): Map<string, string> | null {
	const pairs = body.split('&').filter((pair) => pair !== '');
	if (pairs.length > MAX_FIELDS) return null;
	const fields = new Map<string, string>();
	for (const pair of pairs) {
		const at = pair.indexOf('=');
		const name = decoded(at < 0 ? pair : pair.slice(0, at));
		const value = decoded(at < 0 ? '' : pair.slice(at + 1));
		if (name === null || value === null || fields.has(name)) return null;
		fields.set(name, value);
	}
	return fields;
}

function decoded(text: string): string | null {
	try {
		return decodeURIComponent(text.replaceAll('+', ' ')).replace(/\r\n?/g, '\n');
	} catch {
		return null;
	}
}

/** Null: something the page would not send. */
function entriesOf(fields: ReadonlyMap<string, string>): Entry[] | null {
	const entries: Entry[] = [];
	for (const [name, digest] of fields) {
		const id = /^h-([1-9]\d{0,14})$/.exec(name)?.[1];
		if (id === undefined) continue;
		const decision = DECISIONS.get(fields.get(FIELD.decision + id) ?? '');
		const comment = (fields.get(FIELD.comment + id) ?? '').trim();
		const code = fields.get(FIELD.code + id)?.trim() ?? null;
		const unreadable = CONTROL.test(comment) || CONTROL.test(code ?? '');
		if (decision === undefined || unreadable || !/^[0-9a-f]{64}$/.test(digest)) return null;
		if (code !== null && code.length > MAX_CODE) return null;
		entries.push({ approval: Number(id), decision, comment, digest, code });
	}
	return entries;
}

/** An empty choice is "decide later". */
const DECISIONS: ReadonlyMap<string, Decision | null> = new Map([
	['', null],
	[Decision.Approve, Decision.Approve],
	[Decision.Reject, Decision.Reject],
]);

/** What a field for text cannot hold, and a database does not store. */
const CONTROL_SIGNS = '\\u0000-\\u0008\\u000b-\\u001f\\u007f';
const CONTROL = new RegExp(`[${CONTROL_SIGNS}]`);
