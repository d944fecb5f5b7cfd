import { createHash } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';
import { ApprovalState, Assurance, Decision, LinkProblem } from '../../../../core/approval';
import {
	FormProblem,
	type Page,
	PageKind,
	type PageView,
	renderPage,
	shownPage,
	votedPage,
} from '../../../../core/approval/page';
import { TEXTS } from '../../../../core/approval/page/language';
import { DARK, LIGHT } from '../../../../core/approval/page/palette';
import { DIGEST, view } from '../views';

const status = (...views: PageView[]) => ({ protocol: 1 as const, problem: null, views });
const shown = (...views: PageView[]) => renderPage(shownPage(status(...views)), { lang: 'en' });
const coded = { assurance: Assurance.LinkCode, code_label: 'Last four digits of the order' };
const problems = [...Object.values(LinkProblem), ...Object.values(FormProblem)];

describe('what is sent along', () => {
	const { headers, html } = shown(view());

	it('lets the page load and run nothing but its own style', () => {
		const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
		const hash = createHash('sha256').update(style).digest('base64');
		expect(headers['Content-Security-Policy']).toBe(
			`default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
		);
		expect(html).not.toMatch(/<script|\son\w+=|javascript:|https?:\/\/|url\(|@import|\sstyle=/i);
	});

	it('keeps the address of the page to itself', () => {
		expect(headers).toMatchObject({
			'Referrer-Policy': 'no-referrer',
			'Cache-Control': 'no-store',
			'X-Content-Type-Options': 'nosniff',
			'X-Robots-Tag': 'noindex, nofollow, noarchive',
		});
	});

	it('has no data in the title', () => {
		expect(/<title>(.*)<\/title>/.exec(html)?.[1]).toBe(TEXTS.en.title);
	});
});

describe('text of others', () => {
	const PAYLOADS = [
		'<script>alert(1)</script>',
		'"><img src=x onerror=alert(1)>',
		"'-alert(1)-'",
		'</textarea><svg onload=alert(1)>',
		'</title></style><script>alert(1)</script>',
		'`${alert(1)}`',
		'<!--<iframe srcdoc="x">-->',
		'&lt;b&gt;',
		'" autofocus onfocus="alert(1)',
		'{level}</code><form action=//evil>',
	];

	/** The payload in every text of a request. */
	const filled = (text: string) =>
		view({
			...coded,
			title: text,
			message: text,
			document: text,
			policy: text,
			level_name: text,
			requester: text,
			approver: text,
			code_label: text,
			due_at: text,
			digest: text,
			details: { [text]: [text, { [text]: { a: { b: { c: { d: text } } } } }], link: [1, text] },
			record: { sentence: text, [text]: text },
			changes: [
				{
					model: text,
					id: 1,
					document: text,
					field: text,
					label: text,
					before: text,
					after: [1, text],
				},
			],
		});

	/** Elements by name, and the names of attributes, as a strict reader finds them. */
	function structure(html: string): string[] {
		const found: string[] = [];
		const walk = (node: unknown): void => {
			if (typeof node !== 'object' || node === null) return;
			for (const [name, inner] of Object.entries(node as Record<string, unknown>)) {
				if (!/^\d+$/.test(name)) found.push(name);
				walk(inner);
			}
		};
		walk(
			new XMLParser({
				ignoreAttributes: false,
				allowBooleanAttributes: true,
				unpairedTags: ['meta', 'input'],
				stopNodes: ['*.style'],
			}).parse(html),
		);
		return found;
	}

	const page = (text: string): Page => ({
		kind: PageKind.Form,
		views: [filled(text), { ...filled(text), approval: 8 }],
		typed: [{ approval: 7, decision: Decision.Reject, comment: text, digest: DIGEST, code: text }],
		errors: [{ approval: 7, problem: LinkProblem.WrongCode }],
		recorded: [],
	});

	it.each(PAYLOADS)('is text and nothing else: %s', (payload) => {
		const harmless = renderPage(page('x'), { lang: 'en' }).html;
		const { html } = renderPage(page(payload), { lang: 'en' });
		// Names of JSON entries differ; elements and attributes must not.
		expect(structure(html)).toEqual(structure(harmless));
		expect(html).not.toContain(payload);
	});

	it('cannot hide or turn round what stands there', () => {
		const { html } = shown(view({ title: 'pay \u202e001\u202c \u200b\u{e0041}\ud800' }));
		expect(html).toContain('pay <code class="sign">U+202E</code>001');
		for (const sign of ['U+202C', 'U+200B', 'U+E0041', 'U+D800']) expect(html).toContain(sign);

		expect(html).not.toMatch(/[\u202e\u202c\u200b]/u);
	});
});

describe('what would change', () => {
	it('is shown whole, however long', () => {
		const long = `${'0123456789'.repeat(10_000)}the end`;
		const changes = Array.from({ length: 300 }, (_, at) => ({
			...view().changes[0],
			field: `x_field_${at}`,
			after: at === 0 ? long : at + 0.125,
		}));
		const { html } = shown(view({ changes, message: long, details: { deep: { text: long } } }));
		expect(html.split(long).length - 1).toBe(3);
		for (const { field } of changes) expect(html).toContain(`><bdi>${field}</bdi>`);
		expect(html).toContain('299.125');
	});

	it.each([
		[false, 'text', '(empty)', 'text'],
		[false, true, 'No', 'Yes'],
		[0, false, '0', '(empty)'],
		[0.1, 1234567.891, '0.1', '1,234,567.891'],
		['2026-12-01 08:00:00', null, '2026-12-01 08:00:00 UTC', '(empty)'],
		[[2, 'Mitchell Admin'], [], 'Mitchell Admin', '(empty)'],
	])('reads %j and %j as people do', (before, after, ...texts) => {
		const { html } = shown(view({ changes: [{ ...view().changes[0], before, after }] }));
		const cells = [...html.matchAll(/<td[^>]*><span[^>]*>[^<]*<\/span>(.*?)<\/td>/g)];
		const words = cells.map(([, cell]) =>
			cell.replace(/<span class="name">.*|<[^>]+>/g, '').trim(),
		);
		expect(words).toEqual(texts);
	});

	it('leaves away what Odoo has not', () => {
		const { html } = shown(view({ details: false, record: false, message: '', changes: [] }));
		expect(html).not.toContain('<h3>');
	});

	it('writes numbers and times as the reader does', () => {
		const { html } = renderPage(shownPage(status(view())), { lang: 'de_DE' });
		expect(html).toContain('<html lang="de-DE">');
		expect(html).toContain('112,5');
		expect(html).toMatch(/Freitag, 27\. November 2026 um 14:30 UTC/);
	});
});

describe('each problem', () => {
	const languages = Object.keys(TEXTS);

	it.each(problems)('has a page in each language: %s', (problem) => {
		for (const lang of languages) {
			const { status: code, html } = renderPage({ kind: PageKind.Problem, problem }, { lang });
			expect(code).toBeGreaterThanOrEqual(400);
			expect(code).toBeLessThan(500);
			const { heading, text } = TEXTS[lang].problems[problem];
			expect(html).toContain(escaped(heading));
			expect(html).toContain(escaped(text));
			expect(html).not.toContain('<form');
		}
	});

	it.each(Object.values(LinkProblem))('of a request takes its form away: %s', (problem) => {
		const { status: code, html } = shown(view({ problem, state: ApprovalState.Rejected }));
		expect(code).toBeGreaterThanOrEqual(400);
		expect(html).not.toMatch(/<form|<input|<button|<textarea/);
		expect(html).toContain('Receive 112 of 100 ordered');
	});

	it('that is no fault of the form asks to come back', () => {
		for (const uncertain of [false, true]) {
			const page = renderPage({ kind: PageKind.Unavailable, uncertain }, { lang: 'en' });
			expect(page.status).toBe(503);
			expect(page.headers['Retry-After']).toBe('60');
			expect(page.html.includes('Nothing was recorded')).toBe(!uncertain);
		}
		expect(renderPage({ kind: PageKind.Broken }, { lang: 'en' }).status).toBe(503);
	});
});

describe('the form', () => {
	const views = [view(coded), view({ approval: 8 })];

	it('chooses nothing beforehand and sends to the address it came from', () => {
		const { html } = shown(...views);
		expect(html).not.toMatch(/\schecked/);
		expect(html).toMatch(/<form method="post" accept-charset="utf-8">/);
		expect(html).not.toMatch(/\saction=|formaction/);
	});

	it('has no code in it', () => {
		const typed = [
			{ approval: 7, decision: Decision.Approve, comment: '', digest: DIGEST, code: '9731' },
		];
		const errors = [{ approval: 7, problem: LinkProblem.WrongCode }];
		const page = { kind: PageKind.Form as const, views, typed, errors, recorded: [] };
		expect(renderPage(page, { lang: 'en' }).html).not.toContain('9731');
	});

	it('names every field, and links its errors to them', () => {
		const errors = [
			{ approval: 7, problem: LinkProblem.WrongCode },
			{ approval: 8, problem: LinkProblem.CommentMissing },
		];
		const page = { kind: PageKind.Form as const, views, typed: [], errors, recorded: [] };
		const { html } = renderPage(page, { lang: 'en' });
		const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const [, target] of html.matchAll(/\s(?:aria-describedby|for)="([^"]+)"/g)) {
			for (const id of target.split(' ')) expect(ids).toContain(id);
		}
		for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id);
		for (const [field] of html.matchAll(/<(?:input|textarea)[^>]*>/g)) {
			if (field.includes('type="hidden"')) continue;
			const id = /\sid="([^"]+)"/.exec(field)?.[1] ?? '';
			const wrapped = new RegExp(`<label class="choice"><input[^>]*id="${id}"[^>]*> [^<]+</label>`);
			expect(html.includes(`for="${id}"`) || wrapped.test(html)).toBe(true);
		}
		expect(html.match(/<fieldset/g)).toHaveLength(2);
		expect(html.match(/<legend>/g)).toHaveLength(2);
		expect(html.match(/aria-invalid="true"/g)).toHaveLength(2);
		expect(html.match(/<h1>/g)).toHaveLength(1);
	});

	it('is readable in both colours', () => {
		for (const colours of [LIGHT, DARK]) {
			const { ground, card, errorGround, doneGround, accent, onAccent, edge } = colours;
			for (const below of [ground, card]) {
				for (const ink of [colours.text, colours.muted, colours.error]) {
					expect(contrast(ink, below)).toBeGreaterThanOrEqual(4.5);
				}
				for (const mark of [edge, accent]) expect(contrast(mark, below)).toBeGreaterThanOrEqual(3);
			}
			for (const below of [errorGround, doneGround]) {
				expect(contrast(colours.text, below)).toBeGreaterThanOrEqual(4.5);
			}
			expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(4.5);
		}
	});
});

describe('after a vote', () => {
	const vote = (approval: number, decision = Decision.Approve) => ({
		approval,
		decision,
		comment: 'as agreed',
		digest: DIGEST,
		code: null,
	});
	const result = (approval: number, problem: LinkProblem | null) => ({
		approval,
		problem,
		state: ApprovalState.Pending,
	});
	const voted = (...given: Parameters<typeof votedPage>) =>
		renderPage(votedPage(...given), { lang: 'en' });
	const doneView = view({ problem: LinkProblem.Voted, voted: Decision.Approve });

	it('says what was recorded, and what it led to', () => {
		const page = voted(status(doneView), [vote(7)], [result(7, null)]);
		expect(page.status).toBe(200);
		expect(page.html).toMatch(/You approved this\. Others still have to decide\./);
		expect(page.html).not.toContain('<form');
	});

	it('says so without the requests too', () => {
		expect(voted(null, [vote(7)], [result(7, null)]).html).toContain('You approved this.');
	});

	it('shows the form again with what was put in', () => {
		const page = voted(
			status(view(coded), { ...doneView, approval: 8 }),
			[vote(7), vote(8)],
			[result(7, LinkProblem.WrongCode), result(8, null)],
		);
		expect(page.status).toBe(403);
		expect(page.html).toContain(TEXTS.en.partly_recorded);
		expect(page.html).toContain('as agreed</textarea>');
		expect(page.html).toMatch(/value="approve"[^>]*checked/);
	});

	it('asks for a new decision on what has changed', () => {
		const page = voted(status(view()), [vote(7)], [result(7, LinkProblem.Changed)]);
		expect(page.status).toBe(409);
		expect(page.html).toContain(TEXTS.en.problems.changed.text);
		expect(page.html).toContain('as agreed</textarea>');
		expect(page.html).not.toMatch(/\schecked/);
	});

	it('says of the second click what was recorded with the first', () => {
		const page = voted(status(doneView), [vote(7)], [result(7, LinkProblem.Voted)]);
		expect(page.status).toBe(409);
		expect(page.html).toMatch(/already decided[\s\S]*You approved this/);
	});

	it('says so where a request is none of this link', () => {
		const page = voted(status(view()), [vote(8)], [result(8, LinkProblem.Unknown)]);
		expect(page.status).toBe(404);
		expect(page.html).toContain(TEXTS.en.problems.unknown.text);
	});

	it('never takes a missing answer for a vote', () => {
		for (const known of [null, status(view())]) {
			const page = voted(known, [vote(7)], []);
			expect(page.status).toBe(404);
			expect(page.html).not.toContain('You approved this');
		}
	});
});

const escaped = (text: string): string => text.replace(/'/g, '&#39;');

function contrast(one: string, other: string): number {
	const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
	const [red, green, blue] = [1, 3, 5]
		.map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
