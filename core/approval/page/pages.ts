import { LinkProblem, type LinkStatusAnswer, type LinkVoteAnswer } from '../link';
import { PageKind, type Entry, type Page, type PageError, type Recorded } from './page';
import type { FormVote, RefusedForm } from './readForm';

/** What a link shows when it is opened. */
export const shownPage = ({ problem, views }: LinkStatusAnswer): Page =>
	views.length === 0
		? { kind: PageKind.Problem, problem: problem ?? LinkProblem.Unknown }
		: { kind: PageKind.Form, views, typed: [], errors: [], recorded: [] };

/** The form again, with what was put in and what is wrong with it. */
export function refusedPage(status: LinkStatusAnswer, { errors, typed }: RefusedForm): Page {
	const page = shownPage(status);
	return page.kind === PageKind.Form ? { ...page, errors, typed } : page;
}

/** What came of votes. `status`: read after them; null where it could not be read. */
export function votedPage(
	status: LinkStatusAnswer | null,
	votes: readonly FormVote[],
	results: LinkVoteAnswer['results'],
): Page {
	const recorded: Recorded[] = [];
	const errors: PageError[] = [];
	for (const { approval, decision } of votes) {
		const result = results.find((one) => one.approval === approval);
		if (result?.problem === null) recorded.push({ approval, decision, state: result.state });
		else errors.push({ approval, problem: result?.problem ?? LinkProblem.Unknown });
	}
	const views = status?.views ?? [];
	// A request that cannot be decided any more says so itself.
	const closed = new Set(
		views.filter(({ problem }) => problem !== null).map(({ approval }) => approval),
	);
	const mendable = errors.some(({ approval }) => approval !== null && !closed.has(approval));
	if (views.length > 0 && mendable) {
		return { kind: PageKind.Form, views, typed: typedAgain(votes, errors), errors, recorded };
	}
	if (recorded.length > 0) return { kind: PageKind.Recorded, views, recorded, errors };
	const [first] = errors;
	return views.length === 0
		? { kind: PageKind.Problem, problem: first?.problem ?? LinkProblem.Unknown }
		: { kind: PageKind.Form, views, typed: [], errors: [], recorded };
}

/** What has changed is to be read and decided anew. */
function typedAgain(votes: readonly FormVote[], errors: readonly PageError[]): Entry[] {
	return votes.flatMap((vote) => {
		const problem = errors.find(({ approval }) => approval === vote.approval)?.problem;
		if (problem === undefined) return [];
		return [problem === LinkProblem.Changed ? { ...vote, decision: null } : vote];
	});
}
