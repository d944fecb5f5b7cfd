import axios from 'axios';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../../lab/browser';
import type { Cut } from '../../lab/fakes/odooProxy';
import { ApprovalFlow } from './harness/approvalFlow';
import type { TestLab } from './harness/lab';
import { odooThroughProxy, type ProxiedOdoo } from './harness/odooThroughProxy';
import { openLabWithSetup } from './harness/setup';

/** What is tried against decision links, on the real n8n and Odoo; docs/approval-request.md lists it. */

const CODE = '4711';
const VISITORS = {
	browser:
		'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36',
	'Outlook SafeLinks': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; SafeLinks) AppleWebKit/537.36',
	Teams: 'Mozilla/5.0 (compatible; SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com)',
	Slack: 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
	WhatsApp: 'WhatsApp/2.23.20.0',
	Google: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
	'no name': '',
};

let lab: TestLab;
let browser: Browser;
let proxied: ProxiedOdoo;
let people: number[];

beforeAll(async () => {
	lab = await openLabWithSetup();
	proxied = await odooThroughProxy(lab);
	people = [];
	for (const [name, lang] of [
		['Pat Page', 'en_US'],
		['Lou Link', 'en_US'],
	]) {
		const email = `${name.replace(' ', '.').toLowerCase()}@example.com`;
		people.push(await lab.admin.create('res.partner', { name, email, lang }));
	}
	browser = await openBrowser();
}, 600_000);
afterAll(async () => {
	await browser?.close();
	await proxied?.proxy.stop();
	await lab?.end();
});

interface Asked {
	flow: ApprovalFlow;
	execution: string;
	id: number;
	/** Of each approver. */
	urls: string[];
	/** Of the form. */
	digest: string;
}

const parameters = (assurance: 'link' | 'link_code', more: object = {}) => ({
	subject: 'Pay the higher freight',
	message: 'The carrier bills 18 % more than was agreed.',
	whenApproved: 'nothing',
	levels: {
		level: [{ approversFrom: 'partners', partners: people.join(', '), assurance, links: true }],
	},
	options: { code: CODE, codeLabel: 'Your number' },
	...more,
});

async function ask(
	assurance: 'link' | 'link_code',
	more: object = {},
	credential = lab.json2,
): Promise<Asked> {
	const flow = await ApprovalFlow.open(lab.n8n, credential, parameters(assurance, more));
	const execution = await flow.start([{}]);
	return { flow, execution, ...(await askedIn(execution)) };
}

async function askedIn(execution: string, at = 0) {
	const requests = await lab.admin.searchRead('x_logistics_approval', {
		domain: [['x_execution', '=', execution]],
		fields: ['x_digest'],
		order: 'id',
	});
	const { id, x_digest: digest } = requests[at];
	const links = await lab.admin.searchRead('x_logistics_approval_link', {
		domain: [['x_approval_id', '=', id]],
		fields: ['x_url'],
		order: 'x_partner_id',
	});
	return { id, digest: String(digest), urls: links.map(({ x_url: url }) => String(url)) };
}

const stateOf = async ({ id }: { id: number }) =>
	(
		await lab.admin.searchRead('x_logistics_approval', {
			domain: [['id', '=', id]],
			fields: ['x_state'],
		})
	)[0].x_state;

const votesOf = async ({ id }: { id: number }) =>
	(
		await lab.admin.searchRead('x_logistics_vote', {
			domain: [
				['x_approval_id', '=', id],
				['x_kind', '=', 'vote'],
			],
			fields: ['x_kind'],
		})
	).length;

/** Nothing happened: no vote, and the execution waits. */
async function expectUntouched(asked: Asked): Promise<void> {
	expect(await votesOf(asked)).toBe(0);
	expect(await stateOf(asked)).toBe('pending');
	expect(await asked.flow.status(asked.execution)).toBe('waiting');
}

const call = async (method: string, url: string, body?: string, headers: object = {}) =>
	await axios.request<string>({
		method,
		url,
		data: body,
		headers: { ...headers, ...(body !== undefined && { 'content-type': FORM }) },
		responseType: 'text',
		validateStatus: () => true,
	});

const FORM = 'application/x-www-form-urlencoded';

const form = ({ id, digest }: Asked, more: Record<string, string> = {}) =>
	new URLSearchParams({
		[`d-${id}`]: 'approve',
		[`c-${id}`]: '',
		[`h-${id}`]: digest,
		...more,
	}).toString();

const post = async (asked: Asked, more: Record<string, string> = {}, url = asked.urls[0]) =>
	await call('POST', url, form(asked, more));

async function visit(url: string, options: BrowserContextOptions = {}): Promise<Page> {
	const page = await (await browser.newContext(options)).newPage();
	await page.goto(url);
	return page;
}

/** Presses every button and link, as scanners of mail do that look behind buttons. */
async function pressEverything(page: Page): Promise<void> {
	const url = page.url();
	const count = await page.locator('button, a, summary, [type=submit]').count();
	for (let at = 0; at < count; at++) {
		const one = page.locator('button, a, summary, [type=submit]').nth(at);
		await one.click({ timeout: 2000 }).catch(() => undefined);
		await page.waitForTimeout(200);
	}
	if (page.url() !== url) await page.goto(url);
}

/** Fills in every field with something. */
async function fillEverything(page: Page, text: string): Promise<void> {
	for (const radio of await page.locator('input[value=approve]').all()) await radio.check();
	for (const field of await page.locator('textarea, input[type=text]').all())
		await field.fill(text);
}

it('shows the page to whoever looks, and nothing happens', async () => {
	const asked = await ask('link');
	for (const [name, agent] of Object.entries(VISITORS)) {
		const headers = { 'user-agent': agent };
		const page = await call('GET', asked.urls[0], undefined, headers);
		expect([name, page.status]).toEqual([name, 200]);
		expect(page.data).toContain('Pay the higher freight');
		expect(page.headers).toMatchObject({
			'content-security-policy': expect.stringContaining("default-src 'none'"),
			'referrer-policy': 'no-referrer',
			'cache-control': 'no-store',
		});
		const head = await call('HEAD', asked.urls[0], undefined, headers);
		expect([name, head.status, head.data]).toEqual([name, 200, '']);
	}
	for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
		await call(method, asked.urls[0], form(asked));
	}
	await expectUntouched(asked);
});

it('a robot that presses everything decides nothing', async () => {
	const asked = await ask('link');
	await pressEverything(await visit(asked.urls[0]));
	await expectUntouched(asked);
});

it('a robot that fills in everything decides where a link is enough', async () => {
	const asked = await ask('link');
	const page = await visit(asked.urls[0]);
	await fillEverything(page, 'test');
	await page.locator('button').click();
	await page.getByText('Your decision is recorded').waitFor();
	expect(await votesOf(asked)).toBe(1);
});

it('a robot that fills in everything, again and again, decides nothing where a code is asked for', async () => {
	const asked = await ask('link_code');
	const page = await visit(asked.urls[0]);
	for (const guess of ['test', '1234', '0000', '1111', CODE.split('').reverse().join('')]) {
		await fillEverything(page, guess);
		await page.locator('button').click();
		await page
			.getByText(/not the code|too many times/)
			.first()
			.waitFor();
	}
	// The right code comes too late for this link.
	const late = await post(asked, { [`k-${asked.id}`]: CODE });
	expect(late.status).toBe(423);
	await expectUntouched(asked);
	// Locked is this link alone.
	const other = await post(asked, { [`k-${asked.id}`]: CODE }, asked.urls[1]);
	expect(other.status).toBe(200);
});

it('double click, parallel posts, back button, replay: one vote', async () => {
	const level = { approversFrom: 'partners', partners: people.join(', '), assurance: 'link' };
	const asked = await ask('link', { levels: { level: [{ ...level, links: true, quorum: 2 }] } });
	const page = await visit(asked.urls[0]);
	await page.getByLabel('Approve').check();
	await page.locator('button').dblclick();
	await page.locator('form').waitFor({ state: 'detached' });
	const answers = await Promise.all(Array.from({ length: 8 }, async () => await post(asked)));
	expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(409));
	expect(answers[0].data).toContain('You have already decided');
	await page.goBack();
	if ((await page.locator('button').count()) > 0) {
		await page.getByLabel('Reject').check();
		await page.getByLabel('Comment').fill('I changed my mind');
		await page.locator('button').click();
	}
	await page.getByText('You have already decided').waitFor();
	expect(await votesOf(asked)).toBe(1);
	expect(await stateOf(asked)).toBe('pending');
});

it('two decide in the same instant: one decision, one outcome', async () => {
	const asked = await ask('link');
	const both = await Promise.all(
		asked.urls.map(
			async (url, at) =>
				await post(
					asked,
					at === 0 ? {} : { [`d-${asked.id}`]: 'reject', [`c-${asked.id}`]: 'no' },
					url,
				),
		),
	);
	expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
	const { approved, rejected, noAnswer } = await asked.flow.ended(asked.execution);
	expect([approved.length + rejected.length, noAnswer.length]).toEqual([1, 0]);
	// Afterwards the links show that there is nothing to do.
	for (const url of asked.urls) await post(asked, {}, url);
	expect(await votesOf(asked)).toBe(1);
});

it('tampering changes nothing', async () => {
	const asked = await ask('link');
	const [url] = asked.urls;
	const changed = (change: (address: URL) => void) => {
		const address = new URL(url);
		change(address);
		return address.toString();
	};
	const flip = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
	const token = new URL(url).searchParams.get('t') ?? '';
	for (const tampered of [
		changed(({ searchParams }) => searchParams.set('t', flip(token))),
		changed(({ searchParams }) => searchParams.delete('t')),
		changed(({ searchParams }) => searchParams.set('signature', '0'.repeat(64))),
		changed(({ searchParams }) => searchParams.delete('signature')),
		changed((address) => (address.search = '')),
	]) {
		for (const method of ['GET', 'POST']) {
			const answer = await call(method, tampered, method === 'POST' ? form(asked) : undefined);
			expect(answer.status).toBe(401);
		}
	}
	const digest = await post(asked, { [`h-${asked.id}`]: '0'.repeat(64) });
	expect([digest.status, digest.data]).toEqual([
		409,
		expect.stringContaining('no longer what you were shown'),
	]);
	const foreign = await post({ ...asked, id: asked.id + 1 });
	expect(foreign.status).toBe(404);
	const twice = await call('POST', url, `${form(asked)}&d-${asked.id}=reject`);
	expect(twice.status).toBe(400);
	const json = await axios.post(url, { decision: 'approve' }, { validateStatus: () => true });
	expect(json.status).toBe(415);
	await expectUntouched(asked);
});

it('asks about several on one page, with one mail; each decision counts for its request', async () => {
	const flow = await ApprovalFlow.open(
		lab.n8n,
		lab.json2,
		parameters('link', { subject: '=Pay invoice {{ $json.invoice }}' }),
	);
	const invoices = ['F-101', 'F-102', 'F-103'];
	const execution = await flow.start(invoices.map((invoice) => ({ invoice })));
	const asked = await Promise.all([0, 1, 2].map(async (at) => await askedIn(execution, at)));
	const mails = await lab.admin.searchRead('mail.mail', {
		domain: [['subject', 'ilike', 'Pay invoice F-10']],
		fields: ['subject', 'body_html'],
	});
	expect(mails.map(({ subject }) => subject)).toEqual(
		people.map(() => 'Your decision is needed: Pay invoice F-101 (+2)'),
	);
	for (const invoice of invoices) expect(mails[0].body_html).toContain(`Pay invoice ${invoice}`);

	const page = await visit(asked[2].urls[0]);
	const choose = async ({ id }: { id: number }, decision: string) =>
		await page.locator(`input[name="d-${id}"][value="${decision}"]`).check();
	await choose(asked[0], 'approve');
	await choose(asked[1], 'reject');
	await page.locator('button').click();
	// Nothing is recorded of a form that is not complete.
	await page.getByRole('alert').waitFor();
	expect(await Promise.all(asked.map(votesOf))).toEqual([0, 0, 0]);
	await page.locator(`textarea[name="c-${asked[1].id}"]`).fill('Billed twice');
	await page.locator('button').click();
	await page.getByText('Your decision is recorded').waitFor();
	expect(await Promise.all(asked.map(stateOf))).toEqual(['approved', 'rejected', 'pending']);
	expect(await flow.status(execution)).toBe('waiting');

	// What was left open is decided with the same link.
	await page.goto(asked[2].urls[0]);
	await choose(asked[2], 'approve');
	await page.locator('button').click();
	await page.getByText('Your decision is recorded').waitFor();
	const { approved, rejected } = await flow.ended(execution);
	expect(approved.map(({ json }) => json.invoice)).toEqual(['F-101', 'F-103']);
	expect(rejected[0].json).toMatchObject({
		invoice: 'F-102',
		approval: { comments: ['Billed twice'] },
	});
});

it('a rejection without a reason is asked for one', async () => {
	const asked = await ask('link');
	const page = await visit(asked.urls[0]);
	await page.getByLabel('Reject').check();
	await page.locator('button').click();
	await page.getByRole('alert').waitFor();
	expect(await page.getByLabel('Reject').isChecked()).toBe(true);
	expect(await page.getByLabel('Comment').getAttribute('aria-invalid')).toBe('true');
	await expectUntouched(asked);
});

it('an expired link shows that it is', async () => {
	const asked = await ask('link');
	await lab.admin.write('x_logistics_approval', [asked.id], { x_due_at: '2020-01-01 00:00:00' });
	expect((await call('GET', asked.urls[0])).status).toBe(410);
	expect((await post(asked)).status).toBe(410);
	expect(await votesOf(asked)).toBe(0);
});

it('a link of an earlier turn of a loop decides nothing in the next', async () => {
	const flow = await ApprovalFlow.open(lab.n8n, lab.json2, parameters('link'), {
		connections: {
			'Approval Request': {
				main: [[], [{ node: 'Approval Request', type: 'main', index: 0 }], []],
			},
		},
	});
	const execution = await flow.start([{}]);
	const first = { flow, execution, ...(await askedIn(execution)) };
	expect((await post(first)).status).toBe(200);
	const second = await untilAsked(execution, 1);
	const replay = await post(first);
	expect([replay.status, replay.data]).toEqual([409, expect.stringContaining('already decided')]);
	await post(first, { [`h-${second.id}`]: second.digest, [`d-${second.id}`]: 'approve' });
	await expectUntouched({ flow, execution, ...second });
});

async function untilAsked(execution: string, at: number) {
	for (let tries = 0; tries < 60; tries++) {
		const found = await askedIn(execution, at).catch(() => null);
		if (found && found.urls.length > 0) return found;
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
	throw new Error('not asked again');
}

describe('Odoo cannot be reached when somebody decides', () => {
	let asked: Asked;

	const cutVotes = (cut: Cut) => {
		proxied.proxy.cut = (_, body) => (body.includes('"votes"') ? cut : undefined);
	};

	beforeAll(async () => {
		const level = { approversFrom: 'partners', partners: people.join(', '), assurance: 'link' };
		const levels = { level: [{ ...level, links: true, quorum: 2 }] };
		asked = await ask('link', { levels }, proxied.json2);
	});
	afterEach(() => {
		proxied.proxy.cut = () => undefined;
	});

	it('the page says that nothing was recorded, and the wait goes on', async () => {
		const { proxy, json2 } = await odooThroughProxy(lab);
		const other = await ask('link', {}, json2);
		await proxy.stop();
		for (const answer of [await call('GET', other.urls[0]), await post(other)]) {
			expect(answer.status).toBe(503);
			expect(answer.data).toContain('Nothing was recorded');
		}
		await expectUntouched(other);
	});

	it('and never says so where a vote may have been recorded; sent again, it counts once', async () => {
		cutVotes('after');
		const answer = await post(asked);
		expect([answer.status, answer.data]).toEqual([503, expect.stringContaining('not certain')]);
		expect(await votesOf(asked)).toBe(1);
		proxied.proxy.cut = () => undefined;
		expect((await post(asked)).data).toContain('You approved this');
		cutVotes('during');
		expect((await post(asked, {}, asked.urls[1])).data).toContain('not certain');
		// Both have approved: the workflow goes on.
		const { approved } = await asked.flow.ended(asked.execution);
		expect(approved).toHaveLength(1);
		expect(await votesOf(asked)).toBe(2);
	});
});

it('is decided with the keyboard alone, on a phone, in the dark', async () => {
	const asked = await ask('link_code');
	const page = await visit(asked.urls[0], {
		viewport: { width: 360, height: 740 },
		colorScheme: 'dark',
		javaScriptEnabled: false,
	});
	const tooWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
	expect(tooWide).toBe(false);
	const focused = async () =>
		await page.evaluate<string | null>('document.activeElement.getAttribute("name")');
	const tabTo = async (name: string) => {
		for (let presses = 0; presses < 20 && (await focused()) !== name; presses++) {
			await page.keyboard.press('Tab');
		}
		expect(await focused()).toBe(name);
	};
	await tabTo(`d-${asked.id}`);
	await page.keyboard.press('Space');
	await tabTo(`c-${asked.id}`);
	await page.keyboard.type('Fine with me');
	await tabTo(`k-${asked.id}`);
	await page.keyboard.type(CODE);
	await page.keyboard.press('Enter');
	await page.getByText('Your decision is recorded').waitFor();
	const { approved } = await asked.flow.ended(asked.execution);
	expect(approved[0].json).toMatchObject({
		approval: { votes: [{ comment: 'Fine with me', assurance: 'link_code' }] },
	});
});
