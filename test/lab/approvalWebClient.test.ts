import type { Browser, Page } from 'playwright-core';
import { ApprovalForm } from '../../lab/approvalForm';
import { openBrowser, openOdoo } from '../../lab/browser';
import { createUser } from '../../lab/clients';
import { until } from '../../lab/until';
import { ApprovalFlow } from './harness/approvalFlow';
import { openLabWithSetup, type LabWithSetup } from './harness/setup';

/** Several people at work in Odoo's web client, each in a browser session of their own. */

const SIZE = { width: 1300, height: 900 };
const PASSWORD = 'Lab-person-1';
const PEOPLE = ['anna', 'ben', 'cleo', 'dora', 'rita'] as const;
type Person = (typeof PEOPLE)[number];

let lab: LabWithSetup;
let browser: Browser;
const pages = new Map<Person, Page>();

beforeAll(async () => {
	lab = await openLabWithSetup();
	for (const login of PEOPLE) {
		await createUser(lab.odoo, { login, password: PASSWORD, name: login, groups: [] });
	}
	browser = await openBrowser();
}, 600_000);
afterAll(async () => {
	await browser?.close();
	await lab?.end();
});

async function pageOf(person: Person): Promise<Page> {
	const known = pages.get(person);
	if (known) return known;
	const page = await openOdoo(browser, lab.odoo, { login: person, password: PASSWORD }, SIZE);
	pages.set(person, page);
	return page;
}

const as = async (person: Person, request: number): Promise<ApprovalForm> =>
	await new ApprovalForm(await pageOf(person), lab.odoo.url).open(request);

/** The buttons that this person is shown; everybody who sees the form may open the document. */
async function offered(person: Person, request: number): Promise<string[]> {
	const form = await as(person, request);
	return await until(`the form of ${person}`, 30, async () => {
		const buttons = await form.buttons();
		return buttons.includes('Open Document') && buttons;
	});
}

/** A change of a contact’s reference: anna and ben, then cleo; rita asked for it. */
async function ask() {
	const contact = await lab.admin.create('res.partner', { name: 'Carrier', comment: false });
	const level = (users: string, quorum: number) => ({ approversFrom: 'users', users, quorum });
	const flow = await ApprovalFlow.open(lab.n8n, lab.json2, {
		subject: `Reference of contact ${contact}`,
		model: { __rl: true, mode: 'id', value: 'res.partner' },
		documentId: String(contact),
		whenApproved: 'write',
		values: { value: [{ field: 'ref', value: 'R-1' }] },
		levels: { level: [level('anna, ben', 2), level('cleo', 1)] },
		options: { requester: 'rita' },
	});
	const execution = await flow.start([{ order: 7 }]);
	const request = await lab.admin.one('x_logistics_approval', [['x_execution', '=', execution]]);
	const ref = async () => (await lab.admin.one('res.partner', [['id', '=', contact]], ['ref'])).ref;
	return { flow, execution, id: request.id, ref };
}

const stateOf = async (id: number) =>
	(await lab.admin.one('x_logistics_approval', [['id', '=', id]], ['x_state'])).x_state;

/** Who voted, in order. */
async function votes(id: number): Promise<unknown[]> {
	const rows = await lab.admin.searchRead('x_logistics_vote', {
		domain: [
			['x_approval_id', '=', id],
			['x_kind', '=', 'vote'],
		],
		fields: ['x_actor_id', 'x_on_behalf_of_id', 'x_decision', 'x_comment', 'x_assurance'],
		order: 'x_sequence',
	});
	return rows.map((row) => ({
		by: nameOf(row.x_actor_id),
		for: nameOf(row.x_on_behalf_of_id),
		decision: row.x_decision,
		comment: row.x_comment,
		assurance: row.x_assurance,
	}));
}

const nameOf = (partner: unknown): unknown => (Array.isArray(partner) ? partner[1] : null);

const voted = async (id: number, count: number) =>
	await until(`vote ${count}`, 30, async () => (await votes(id)).length === count);

it('is decided by each in turn, as themselves, and by nobody else', async () => {
	const { flow, execution, id, ref } = await ask();
	expect(await offered('cleo', id)).not.toContain('Approve');
	expect(await offered('rita', id)).not.toContain('Approve');
	await (await as('anna', id)).approve();
	await voted(id, 1);
	// Once is enough of one person, and one person is not enough.
	expect(await offered('anna', id)).not.toContain('Approve');
	expect(await stateOf(id)).toBe('pending');
	await (await as('ben', id)).approve();
	await voted(id, 2);
	expect(await ref()).toBe(false);
	await (await as('cleo', id)).approve();
	const { approved, noAnswer, rejected } = await flow.ended(execution);
	expect([approved.length, noAnswer.length, rejected.length]).toEqual([1, 0, 0]);
	expect(await ref()).toBe('R-1');
	expect(await votes(id)).toMatchObject(
		['anna', 'ben', 'cleo'].map((by) => ({ by, decision: 'approve', assurance: 'odoo' })),
	);
});

it('is rejected with a reason, and not without', async () => {
	const { flow, execution, id, ref } = await ask();
	await (await as('ben', id)).reject('');
	await (await pageOf('ben')).locator('[name="x_comment"].o_field_invalid').waitFor();
	expect(await stateOf(id)).toBe('pending');
	await (await as('ben', id)).reject('Not agreed');
	const { rejected } = await flow.ended(execution);
	expect(rejected).toHaveLength(1);
	expect(await ref()).toBe(false);
	expect(await votes(id)).toMatchObject([{ by: 'ben', comment: 'Not agreed' }]);
});

it('is withdrawn by who asked', async () => {
	const { flow, execution, id } = await ask();
	expect(await offered('anna', id)).not.toContain('Withdraw');
	await (await as('rita', id)).withdraw();
	const { noAnswer } = await flow.ended(execution);
	expect(noAnswer).toHaveLength(1);
	expect(await stateOf(id)).toBe('cancelled');
	expect(await offered('anna', id)).not.toContain('Approve');
});

it('is decided by a deputy, in both names, once the deputy is named', async () => {
	const { flow, execution, id } = await ask();
	const page = await pageOf('anna');
	await page.goto(`${lab.odoo.url}/odoo/action-n8n_logistics.window_delegation/new`);
	await page.locator('[name="x_to_id"] input').fill('dora');
	await page.locator('.o-autocomplete--dropdown-item', { hasText: 'dora' }).first().click();
	// As Odoo lets people write it: a day ago, in five days.
	for (const [field, day] of [
		['x_start', '-1d'],
		['x_end', '+5d'],
	]) {
		await page.locator(`[name="${field}"] input, [name="${field}"] button`).first().click();
		await page.locator(`[name="${field}"] input`).fill(day);
		await page.keyboard.press('Tab');
	}
	await page.locator('.o_form_button_save').click();
	await until('the delegation', 30, async () => {
		const named = await lab.admin.searchRead('x_logistics_delegation', { domain: [] });
		return named.length === 1;
	});
	await (await as('dora', id)).approve();
	await voted(id, 1);
	await (await as('ben', id)).approve();
	await voted(id, 2);
	await (await as('cleo', id)).approve();
	expect((await flow.ended(execution)).approved).toHaveLength(1);
	expect(await votes(id)).toMatchObject([
		{ by: 'dora', for: 'anna' },
		{ by: 'ben', for: null },
		{ by: 'cleo', for: null },
	]);
});
