import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newNumber, notesOf, shipped, statusOf, type Shipment } from './harness/shipments';
import {
	CARRIER_HEADERS,
	openTemplateLab,
	type Template,
	type TemplateLab,
} from './harness/template';

const CLOCK = 'Every minute';
const FIXTURES = join(__dirname, '../fixtures/carriers');

let lab: TemplateLab;
let template: Template;

beforeAll(async () => {
	lab = await openTemplateLab();
	template = await lab.open('11-keep-events-while-odoo-is-down', {
		configuration: { firstPauseSeconds: 1 },
	});
	await template.fire('Run once to make the inbox');
	await template.activate();
}, 1_200_000);
afterAll(async () => await lab.end());

interface Alert {
	trackingNumber: string;
	activityStatus: Record<string, string>;
}

/** A published Track Alert of UPS, about another parcel. */
function alert(name: string, trackingNumber: string): Alert {
	const { payload } = JSON.parse(
		readFileSync(join(FIXTURES, `upsTrackAlert.${name}.json`), 'utf8'),
	) as { payload: Alert };
	return { ...payload, trackingNumber };
}

const push = async (body: unknown, headers = CARRIER_HEADERS) =>
	await template.call('Carrier webhook', { body, headers });

const ledger = async (number: string) =>
	await lab.admin.searchRead('x_logistics_event', {
		domain: [['x_subject', '=', number]],
		fields: ['x_outcome', 'x_milestone'],
		order: 'id',
	});

const status = async (delivery: Shipment) => await statusOf(lab.admin, delivery);

describe('Keep events while Odoo is down', () => {
	it('answers with 200, and brings it into Odoo once, however often it is sent', async () => {
		const delivery = await shipped(lab.admin);
		const answers = await Promise.all(
			Array.from({ length: 3 }, async () => await push(alert('delivered', delivery.number))),
		);
		expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
		expect(await status(delivery)).toBe(false);
		await template.fire(CLOCK);
		expect(await status(delivery)).toBe('delivered');
		expect(await notesOf(lab.admin, delivery)).toBe(1);
		expect(await ledger(delivery.number)).toHaveLength(1);
		// Done is done: the next minute finds nothing.
		const before = lab.proxy.calls.length;
		await template.fire(CLOCK);
		expect(lab.proxy.calls.length).toBe(before);
		// An older scan that comes later moves nothing back.
		await push(alert('outForDelivery', delivery.number));
		await template.fire(CLOCK);
		expect(await status(delivery)).toBe('delivered');
		expect((await ledger(delivery.number)).at(-1)).toMatchObject({ x_outcome: 'stale' });
	});

	it('keeps what comes while Odoo is down, and applies it in order when it is back', async () => {
		const delivery = await shipped(lab.admin);
		lab.odooIsDown(true);
		expect((await push(alert('preparing', delivery.number))).status).toBe(200);
		await template.fire(CLOCK);
		expect((await push(alert('delivered', delivery.number))).status).toBe(200);
		await template.fire(CLOCK);
		expect((await push(alert('outForDelivery', delivery.number))).status).toBe(200);
		lab.odooIsDown(false);
		expect(await ledger(delivery.number)).toEqual([]);
		// The first call has failed twice at the most: its pause is over after four seconds.
		await new Promise((resolve) => setTimeout(resolve, 5000));
		await template.fire(CLOCK);
		expect(await status(delivery)).toBe('delivered');
		// By the time of the scans, not of the calls: none of them is late.
		expect(await ledger(delivery.number)).toMatchObject(Array(3).fill({ x_outcome: 'applied' }));
	});

	it('holds a document back while an earlier call about it waits, and no other', async () => {
		const [first, second] = [await shipped(lab.admin), await shipped(lab.admin)];
		const slow = await lab.open('11-keep-events-while-odoo-is-down', {
			configuration: { firstPauseSeconds: 3000 },
		});
		lab.odooIsDown(true);
		await push(alert('preparing', first.number));
		await slow.fire(CLOCK);
		lab.odooIsDown(false);
		await push(alert('delivered', first.number));
		await push(alert('delivered', second.number));
		await slow.fire(CLOCK);
		expect(await ledger(first.number)).toEqual([]);
		expect(await status(second)).toBe('delivered');
	});

	it('gives codes on no list and calls that nobody can read to people, as one exception each', async () => {
		const odd = alert('preparing', newNumber());
		odd.activityStatus = { ...odd.activityStatus, code: 'Q8', descriptionCode: '999' };
		expect((await push(odd)).status).toBe(200);
		expect((await push({ hello: 'world' })).status).toBe(200);
		await template.fire(CLOCK);
		await template.fire(CLOCK);
		const found = await lab.admin.searchRead('x_logistics_exception', {
			domain: [['x_category', '=', 'failed']],
			fields: ['x_cause', 'x_message'],
			order: 'x_cause',
		});
		expect(found).toMatchObject([
			{
				x_cause: expect.stringMatching(/^unknown_code_.*q8/),
				x_message: expect.stringContaining(odd.trackingNumber),
			},
			{
				x_cause: 'unreadable_carrier_call',
				x_message: expect.stringContaining('{"hello":"world"}'),
			},
		]);
	});

	it('lets nobody in without the secret', async () => {
		expect((await push({}, {} as typeof CARRIER_HEADERS)).status).toBe(403);
	});
});
