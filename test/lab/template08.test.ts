import { Milestone } from '../../core/event';
import { createUser } from '../../lab/clients';
import { jsonOf, runOdooSync } from './harness/runOdooSync';
import { newNumber, notesOf, scan, shipped, statusOf } from './harness/shipments';
import {
	OPERATIONS_HEADERS,
	openTemplateLab,
	type Template,
	type TemplateLab,
} from './harness/template';

const MANAGER = 'logistics.manager@example.com';
const CLOCK = 'Every five minutes';

let lab: TemplateLab;
let template: Template;

beforeAll(async () => {
	lab = await openTemplateLab();
	await createUser(lab.odoo, { login: MANAGER, password: 'Manager-1', name: 'Manager' });
	template = await (await lab.open('08-work-the-exception-queue')).activate();
}, 1_200_000);
afterAll(async () => await lab.end());

/** Sends events to Odoo as a template would. */
async function send(...events: object[]): Promise<Array<Record<string, unknown>>> {
	const run = await runOdooSync(
		lab.n8n,
		lab.json2,
		{ resource: 'event', operation: 'apply', event: '={{ $json }}' },
		events,
	);
	return run.outputs.flatMap(jsonOf);
}

const makeDue = async (id: unknown) => {
	await lab.admin.write('x_logistics_exception', [id as number], {
		x_next_attempt: '2026-01-01 00:00:00',
	});
};

const exception = async (id: unknown) =>
	await lab.admin.one(
		'x_logistics_exception',
		[['id', '=', id]],
		['x_state', 'x_attempts', 'x_next_attempt', 'x_user_id', 'x_message', 'x_document', 'x_key'],
	);

describe('Work the exception queue and replay', () => {
	it('replays what is due once its delivery is there, with all that was kept back', async () => {
		const number = newNumber();
		const waiting = await send(
			scan(number, Milestone.PickedUp, 2),
			scan(number, Milestone.InTransit, 4),
		);
		const [{ exceptionId }] = waiting;
		const delivery = await shipped(lab.admin, number);
		await makeDue(exceptionId);
		await template.fire(CLOCK);
		expect(await statusOf(lab.admin, delivery)).toBe('in_transit');
		expect(await notesOf(lab.admin, delivery)).toBe(2);
		expect(await exception(exceptionId)).toMatchObject({ x_state: 'resolved' });
		// Due once more, as after a crash: nothing is applied twice.
		await lab.admin.write('x_logistics_exception', [exceptionId as number], { x_state: 'retry' });
		await makeDue(exceptionId);
		await template.fire(CLOCK);
		expect(await notesOf(lab.admin, delivery)).toBe(2);
		expect(await exception(exceptionId)).toMatchObject({ x_state: 'resolved' });
	});

	it('waits longer after each attempt, and gives up after the last', async () => {
		const [{ exceptionId }] = await send(scan(newNumber(), Milestone.InTransit, 3));
		await makeDue(exceptionId);
		await template.fire(CLOCK);
		const first = await exception(exceptionId);
		expect(first).toMatchObject({ x_state: 'retry', x_attempts: 1 });
		expect(Date.parse(`${String(first.x_next_attempt).replace(' ', 'T')}Z`)).toBeGreaterThan(
			Date.now() + 60_000,
		);
		await lab.admin.write('x_logistics_exception', [exceptionId as number], { x_max_attempts: 2 });
		await makeDue(exceptionId);
		await template.fire(CLOCK);
		expect(await exception(exceptionId)).toMatchObject({ x_state: 'dead', x_attempts: 2 });
	});

	it('applies what was held after the release', async () => {
		const delivery = await shipped(lab.admin);
		const open = await runOdooSync(lab.n8n, lab.json2, {
			resource: 'exception',
			operation: 'open',
			about: 'record',
			model: { __rl: true, mode: 'id', value: 'stock.picking' },
			record: { __rl: true, mode: 'id', value: String(delivery.id) },
			cause: 'address',
			message: 'The address is doubtful',
			hold: true,
		});
		const [hold] = jsonOf(open.ok);
		expect(hold).toMatchObject({ opened: true, occurrences: 1, onHold: true });
		const [held] = await send(scan(delivery.number, Milestone.InTransit, 4));
		expect(held).toMatchObject({ outcome: 'held' });
		await template.fire(CLOCK);
		expect(await statusOf(lab.admin, delivery)).toBe(false);
		await runOdooSync(lab.n8n, lab.json2, {
			resource: 'exception',
			operation: 'release',
			exceptionIds: String(hold.exceptionId),
		});
		await template.fire(CLOCK);
		expect(await statusOf(lab.admin, delivery)).toBe('in_transit');
		expect(await exception(held.exceptionId)).toMatchObject({ x_state: 'resolved' });
	});

	it('stops while Odoo is down, and goes on where it was', async () => {
		const number = newNumber();
		const [{ exceptionId }] = await send(scan(number, Milestone.InTransit, 3));
		const delivery = await shipped(lab.admin, number);
		await makeDue(exceptionId);
		lab.odooIsDown(true);
		const failed = await template.fire(CLOCK);
		lab.odooIsDown(false);
		expect(failed.status).toBe('error');
		expect(await exception(exceptionId)).toMatchObject({ x_state: 'open', x_attempts: 0 });
		await template.fire(CLOCK);
		expect(await statusOf(lab.admin, delivery)).toBe('in_transit');
	});

	it('gives what nobody took to who decides, and names it once in a mail', async () => {
		const [{ exceptionId }] = await send(scan(newNumber(), Milestone.InTransit, 3));
		await lab.admin.write('x_logistics_exception', [exceptionId as number], {
			x_first_seen: '2026-01-01 00:00:00',
		});
		const before = lab.mail.mails.length;
		await template.fire('Every morning');
		const escalated = await exception(exceptionId);
		expect(escalated.x_state).toBe('in_review');
		expect(escalated.x_user_id).toEqual([expect.any(Number), 'Manager']);
		const sent = lab.mail.mails.slice(before);
		expect(sent).toHaveLength(1);
		const text = sent[0].source.replace(/=\n/g, '');
		expect(text).toContain(`(exception ${exceptionId as number})`);
		// What an earlier test gave up is in the same mail.
		expect(text).toContain('Given up');
		await template.fire('Every morning');
		expect(lab.mail.mails.at(-1)?.source).not.toContain(`(exception ${exceptionId as number})`);
	});

	it('replays on request: one exception, or all of a subject; nobody without the secret', async () => {
		const number = newNumber();
		const [{ exceptionId }] = await send(scan(number, Milestone.PickedUp, 2));
		const call = async (body: object, headers = OPERATIONS_HEADERS) =>
			await template.call('Replay webhook', { body, headers });
		expect((await call({ subject: number }, {} as typeof OPERATIONS_HEADERS)).status).toBe(403);
		expect((await call({ exceptionIds: exceptionId })).data).toMatchObject({ waiting: 1 });
		const delivery = await shipped(lab.admin, number);
		expect((await call({ exceptionIds: exceptionId })).data).toMatchObject({ applied: 1 });
		const [again] = await send(scan(newNumber(), Milestone.InTransit, 3));
		expect((await call({ subject: (again.item as { subject: string }).subject })).data).toEqual({
			applied: 0,
			skipped: 0,
			waiting: 1,
			failed: [],
		});
		expect((await call({ subject: 'NOTHING-OF-THAT-NAME' })).data).toMatchObject({ waiting: 0 });
		expect(await statusOf(lab.admin, delivery)).toBe('picked_up');
	});
});
