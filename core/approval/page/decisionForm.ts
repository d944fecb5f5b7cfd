import { LinkProblem } from '../link';
import { Assurance, Decision } from '../models';
import { markup, shown, type Html } from './html';
import type { Language } from './language';
import { FormProblem, type Entry, type PageError, type PageView } from './page';
import { FIELD, MAX_CODE, MAX_COMMENT } from './readForm';

/** What the approver puts in for one request: never chosen beforehand. */
export function decisionFields(
	view: PageView,
	typed: Entry | undefined,
	errors: readonly PageError[],
	{ texts }: Language,
	several: boolean,
): Html {
	const { approval } = view;
	const mistake = (field: Field) => mistakeOf(approval, field, errors);
	const choice = (value: Decision | '', label: string) => markup`
<label class="choice"><input type="radio" name="${FIELD.decision}${approval}" value="${value}" id="${idOf(approval, `decision-${value === '' ? 'later' : value}`)}"${typed?.decision === value && markup` checked`}${!several && markup` required`}${described([mistake('decision')])}> ${label}</label>`;
	const comment = mistake('comment');
	return markup`
<fieldset${described([mistake('decision')])}>
<legend>${texts.decision}${several && markup`: ${shown(view.title)}`}</legend>
${wrong(mistake('decision'), texts)}
<div class="choices">${choice(Decision.Approve, texts.approve)}${choice(Decision.Reject, texts.reject)}${several && choice('', texts.later)}</div>
<div class="field"><label for="${idOf(approval, 'comment')}">${texts.comment}</label>
<p class="hint" id="${idOf(approval, 'comment-hint')}">${texts.comment_hint}</p>
${wrong(comment, texts)}
<textarea id="${idOf(approval, 'comment')}" name="${FIELD.comment}${approval}" rows="3" maxlength="${MAX_COMMENT}"${invalid(comment)}${described([comment], idOf(approval, 'comment-hint'))}>
${typed?.comment ?? ''}</textarea></div>
${view.assurance === Assurance.LinkCode && codeField(view, mistake('code'), texts, several)}
<input type="hidden" name="${FIELD.digest}${approval}" value="${view.digest}">
</fieldset>`;
}

function codeField(
	{ approval, code_label }: PageView,
	mistake: Mistake | null,
	texts: Language['texts'],
	several: boolean,
): Html {
	const id = idOf(approval, 'code');
	return markup`
<div class="field"><label for="${id}">${code_label === '' ? texts.code : shown(code_label)}</label>
<p class="hint" id="${id}-hint">${texts.code_hint}</p>
${wrong(mistake, texts)}
<input type="text" id="${id}" name="${FIELD.code}${approval}" maxlength="${MAX_CODE}" autocomplete="off" autocapitalize="off" spellcheck="false"${!several && markup` required`}${invalid(mistake)}${described([mistake], `${id}-hint`)}></div>`;
}

type Field = 'decision' | 'comment' | 'code';

interface Mistake {
	id: string;
	problem: PageError['problem'];
}

const fieldOf = (problem: PageError['problem']): Field => {
	switch (problem) {
		case LinkProblem.CommentMissing:
		case FormProblem.CommentTooLong:
			return 'comment';
		case LinkProblem.WrongCode:
		case FormProblem.CodeMissing:
			return 'code';
		default:
			return 'decision';
	}
};

const idOf = (approval: number, part: string): string => `a${approval}-${part}`;

/** Id of the field where a mistake is mended: where the summary of errors leads to. */
export const fieldId = ({ approval, problem }: PageError, first: number): string => {
	const field = fieldOf(problem);
	return idOf(approval ?? first, field === 'decision' ? `decision-${Decision.Approve}` : field);
};

function mistakeOf(approval: number, field: Field, errors: readonly PageError[]): Mistake | null {
	const error = errors.find((one) => one.approval === approval && fieldOf(one.problem) === field);
	return error ? { id: idOf(approval, `${field}-wrong`), problem: error.problem } : null;
}

const wrong = (mistake: Mistake | null, texts: Language['texts']): Html | null =>
	mistake &&
	markup`<p class="wrong" id="${mistake.id}">${texts.problems[mistake.problem].text}</p>`;

const invalid = (mistake: Mistake | null): Html | null => mistake && markup` aria-invalid="true"`;

function described(mistakes: ReadonlyArray<Mistake | null>, hint?: string): Html | false {
	const ids = [...mistakes.flatMap((mistake) => mistake?.id ?? []), ...(hint ? [hint] : [])];
	return ids.length > 0 && markup` aria-describedby="${ids.join(' ')}"`;
}
