import type { OdooValue } from '../../odoo';
import type { Change } from '../request';
import { markup, shown, type Html } from './html';
import { dateText, fill, type Language } from './language';
import type { PageView } from './page';
import { valueHtml } from './value';

/** Everything there is to know before deciding: who asks, what would change, why. */
export function requestHtml(view: PageView, language: Language): Html {
	const { texts } = language;
	const step = fill(texts.step_of, { level: view.level, levels: view.levels });
	return markup`
<dl>${[
		fact(texts.document, view.document),
		fact(texts.requester, view.requester),
		fact(texts.approver, view.approver),
		fact(texts.due, view.due_at === null ? '' : dateText(view.due_at, language)),
		fact(texts.step, view.level_name === '' ? step : `${step}: ${view.level_name}`),
		fact(texts.quorum, view.quorum > 1 ? String(view.quorum) : ''),
		fact(texts.policy, view.policy),
	]}</dl>
${view.message !== '' && markup`<h3>${texts.message}</h3><p class="text">${shown(view.message)}</p>`}
${view.changes.length > 0 && markup`<h3>${texts.changes}</h3>`}
${byDocument(view.changes).map((changes) => changeTable(changes, language))}
${isGiven(view.details) && markup`<h3>${texts.details}</h3>${valueHtml(view.details, language, true)}`}
${whyHtml(view, language)}
<p class="small muted">${texts.fingerprint}: <code>${view.digest}</code></p>`;
}

/** Odoo answers `false` for an empty field of JSON too. */
const isGiven = (value: OdooValue): value is Exclude<OdooValue, null | false> =>
	value !== null && value !== false;

const fact = (name: string, value: string): Html | false =>
	value !== '' && markup`<dt>${name}</dt><dd>${shown(value)}</dd>`;

function byDocument(changes: readonly Change[]): Change[][] {
	const tables = new Map<string, Change[]>();
	for (const change of changes) {
		const document = `${change.model},${change.id}`;
		tables.set(document, [...(tables.get(document) ?? []), change]);
	}
	return [...tables.values()];
}

/** With roles, as a table that is laid out as blocks on a phone is none for a screen reader. */
function changeTable(changes: readonly Change[], language: Language): Html {
	const { texts } = language;
	const [{ document, model, id }] = changes;
	const head = [texts.field, texts.before, texts.after].map(
		(name) => markup`<th role="columnheader" scope="col">${name}</th>`,
	);
	const side = (name: string) => markup`<span class="side" aria-hidden="true">${name}</span>`;
	const rows = changes.map(
		({ label, field, before, after }) => markup`
<tr role="row"><th role="rowheader" scope="row">${shown(label)}<span class="name">${shown(field)}</span></th>
<td role="cell">${side(texts.before)}${valueHtml(before, language, after === true)}</td>
<td role="cell" class="after">${side(texts.after)}${valueHtml(after, language, before === true)}</td></tr>`,
	);
	return markup`
<table role="table">
<caption>${shown(document)} <span class="name">${model} #${id}</span></caption>
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">${rows}</tbody>
</table>`;
}

/** The decision record of the Tolerance Gate: its sentence, and the whole of it to unfold. */
function whyHtml({ record }: PageView, { texts }: Language): Html | false {
	if (!isGiven(record)) return false;
	const sentence =
		typeof record === 'object' && !Array.isArray(record) ? record.sentence : undefined;
	return markup`<h3>${texts.why}</h3>
${typeof sentence === 'string' && markup`<p class="text">${shown(sentence)}</p>`}
<details><summary>${texts.record}</summary><pre>${shown(JSON.stringify(record, null, 2))}</pre></details>`;
}
