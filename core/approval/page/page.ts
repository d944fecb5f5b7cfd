import type { LinkProblem, LinkStatusAnswer, LinkVoteAnswer } from '../link';
import type { Decision } from '../models';

export enum PageKind {
	/** What is asked, with a form where it can still be decided by this link. */
	Form = 'form',
	/** What was recorded, and what it led to. */
	Recorded = 'recorded',
	/** The link as a whole cannot be used. */
	Problem = 'problem',
	/** Odoo cannot be reached. */
	Unavailable = 'unavailable',
	/** Anything else that went wrong. */
	Broken = 'broken',
}

/** What is wrong with a form before Odoo is asked. */
export enum FormProblem {
	/** Not `application/x-www-form-urlencoded` in UTF-8. */
	WrongType = 'wrong_type',
	TooLarge = 'too_large',
	/** Not what the page sends: a field twice, an unknown decision, broken escapes. */
	Malformed = 'malformed',
	NothingChosen = 'nothing_chosen',
	CommentTooLong = 'comment_too_long',
	CodeMissing = 'code_missing',
}

/** What was put in for one request. */
export interface Entry {
	approval: number;
	/** Null: nothing was chosen, or to decide later. */
	decision: Decision | null;
	comment: string;
	digest: string;
	/** As typed; null where the form has no such field. */
	code: string | null;
}

/** `approval` null: about the form as a whole. */
export interface PageError {
	approval: number | null;
	problem: LinkProblem | FormProblem;
}

export type PageView = LinkStatusAnswer['views'][number];

export type Page =
	| {
			kind: PageKind.Form;
			views: readonly PageView[];
			/** Put in again; codes are not. */
			typed: readonly Entry[];
			errors: readonly PageError[];
			/** Of the requests that this form was sent with and that are done. */
			recorded: readonly Recorded[];
	  }
	| {
			kind: PageKind.Recorded;
			views: readonly PageView[];
			recorded: readonly Recorded[];
			/** Of the others that the form was sent with. */
			errors: readonly PageError[];
	  }
	| { kind: PageKind.Problem; problem: LinkProblem | FormProblem }
	| {
			kind: PageKind.Unavailable;
			/** Whether a decision was sent to Odoo, so that nobody knows whether it was recorded. */
			uncertain: boolean;
	  }
	| { kind: PageKind.Broken };

export interface Recorded {
	approval: number;
	decision: Decision;
	/** Of the request after it. */
	state: LinkVoteAnswer['results'][number]['state'];
}

export interface RenderedPage {
	status: number;
	headers: Record<string, string>;
	html: string;
}
