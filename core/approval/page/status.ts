import { LinkProblem } from '../link';
import { FormProblem, PageKind, type Page } from './page';

const STATUS: Readonly<Record<LinkProblem | FormProblem, number>> = {
	[LinkProblem.Unknown]: 404,
	[LinkProblem.Closed]: 410,
	[LinkProblem.Expired]: 410,
	[LinkProblem.NotOpen]: 409,
	[LinkProblem.Voted]: 409,
	[LinkProblem.TooWeak]: 403,
	[LinkProblem.WrongCode]: 403,
	[LinkProblem.Locked]: 423,
	[LinkProblem.CommentMissing]: 422,
	[LinkProblem.Changed]: 409,
	[FormProblem.WrongType]: 415,
	[FormProblem.TooLarge]: 413,
	[FormProblem.Malformed]: 400,
	[FormProblem.NothingChosen]: 422,
	[FormProblem.CommentTooLong]: 422,
	[FormProblem.CodeMissing]: 422,
};

/** 200 where something can be decided or was recorded; otherwise what the first request of the page says. */
export function statusOf(page: Page): number {
	switch (page.kind) {
		case PageKind.Form: {
			const [error] = page.errors;
			if (error) return STATUS[error.problem];
			const closed = page.views.map(({ problem }) => problem);
			return closed[0] == null || closed.includes(null) ? 200 : STATUS[closed[0]];
		}
		case PageKind.Recorded:
			return 200;
		case PageKind.Problem:
			return STATUS[page.problem];
		case PageKind.Unavailable:
		case PageKind.Broken:
			return 503;
	}
}
