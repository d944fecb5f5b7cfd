import { LinkProblem } from '../link';
import { Decision } from '../models';
import { decisionFields, fieldId } from './decisionForm';
import { PAGE_HEADERS } from './headers';
import { markup, Html, shown } from './html';
import { languageOf, type Language } from './language';
import { PageKind, type Page, type PageView, type Recorded, type RenderedPage } from './page';
import { requestHtml } from './request';
import { statusOf } from './status';
import { STYLE } from './style';

/**
 * The page of a decision link. `lang`: a code of Odoo or of the browser, see `chooseLanguage`. Whatever the status,
 * the wait goes on unless the node says otherwise.
 */
export function renderPage(page: Page, { lang }: { lang: string }): RenderedPage {
	const language = languageOf(lang);
	const status = statusOf(page);
	return {
		status,
		headers: {
			...PAGE_HEADERS,
			'Content-Language': language.tag,
			...(page.kind === PageKind.Unavailable && { 'Retry-After': '60' }),
		},
		html: documentHtml(bodyHtml(page, language), language).text,
	};
}

const documentHtml = (body: Html, { tag, texts }: Language): Html => markup`<!DOCTYPE html>
<html lang="${tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${texts.title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<main>${body}</main>
</body>
</html>
`;

function bodyHtml(page: Page, language: Language): Html {
	const { texts } = language;
	switch (page.kind) {
		case PageKind.Form:
			return formBody(page, language);
		case PageKind.Recorded:
			return markup`
<h1>${texts.recorded}</h1>
${page.recorded.map((one) => recordedHtml(one, page.views, language))}
${errorSummary(page, undefined, language)}
<p class="muted">${texts.close}</p>`;
		case PageKind.Problem:
			return message(texts.problems[page.problem]);
		case PageKind.Unavailable:
			return message(page.uncertain ? texts.uncertain : texts.unavailable);
		case PageKind.Broken:
			return message(texts.broken);
	}
}

const message = ({ heading, text }: { heading: string; text: string }): Html =>
	markup`<h1>${heading}</h1><p>${text}</p>`;

function formBody(page: Page & { kind: PageKind.Form }, language: Language): Html {
	const { texts } = language;
	const { views, recorded } = page;
	const open = views.filter(({ problem }) => problem === null);
	const several = open.length > 1;
	const heading =
		open.length > 0
			? { heading: texts.heading, text: several ? texts.intro_several : texts.intro }
			: texts.problems[views[0]?.problem ?? LinkProblem.Unknown];
	const done = new Set(recorded.map(({ approval }) => approval));
	const cards = views
		.filter(({ approval }) => !done.has(approval))
		.map((view) => card(view, page, language, several));
	const send = markup`<button type="submit">${several ? texts.send_several : texts.send}</button>`;
	return markup`
<h1>${heading.heading}</h1>
${errorSummary(page, open[0], language)}
<p>${heading.text}</p>
${recorded.map((one) => recordedHtml(one, views, language))}
${open.length > 0 ? markup`<form method="post" accept-charset="utf-8">${cards}${send}</form>` : cards}`;
}

function card(
	view: PageView,
	{ typed, errors }: Page & { kind: PageKind.Form },
	language: Language,
	several: boolean,
): Html {
	const entry = typed.find(({ approval }) => approval === view.approval);
	return markup`
<section class="card">
<h2>${shown(view.title)}</h2>
${closedHtml(view, language)}
${requestHtml(view, language)}
${view.problem === null && decisionFields(view, entry, errors, language, several)}
</section>`;
}

/** What is wrong, above everything else and with the focus, as a screen reader begins there. */
function errorSummary(
	{ errors, views, recorded }: Page & { kind: PageKind.Form | PageKind.Recorded },
	first: PageView | undefined,
	{ texts }: Language,
): Html | false {
	if (errors.length === 0) return false;
	const entries = errors.map((error) => {
		const view = views.find(({ approval }) => approval === error.approval);
		const title = view !== undefined && views.length > 1 && markup`${shown(view.title)}: `;
		const named = markup`${title}${texts.problems[error.problem].text}`;
		const target = view?.problem === null ? view : first;
		return target === undefined
			? markup`<li>${named}</li>`
			: markup`<li><a href="#${fieldId(error, target.approval)}">${named}</a></li>`;
	});
	const heading = recorded.length > 0 ? texts.partly_recorded : texts.nothing_recorded;
	return markup`<div class="note error" role="alert" tabindex="-1" autofocus><p><strong>${heading}</strong></p><ul>${entries}</ul></div>`;
}

function recordedHtml(
	{ approval, decision, state }: Recorded,
	views: readonly PageView[],
	{ texts }: Language,
): Html {
	const view = views.find((one) => one.approval === approval);
	const title = view !== undefined && markup`<p><strong>${shown(view.title)}</strong></p>`;
	return markup`<div class="note done" role="status">${title}<p>${yours(decision, texts)} ${texts.states[state]}</p></div>`;
}

/** Why there is nothing to decide (any more) on one of the requests. */
function closedHtml({ problem, voted, state }: PageView, { texts }: Language): Html | false {
	if (problem === null) return false;
	const reason = problem === LinkProblem.Voted ? null : texts.problems[problem].text;
	const lines = [reason, voted && yours(voted, texts), texts.states[state]];
	return markup`<p class="note">${lines.filter((line) => line !== null).join(' ')}</p>`;
}

const yours = (decision: Decision, texts: Language['texts']): string =>
	decision === Decision.Approve ? texts.you_approved : texts.you_rejected;
