import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Milestone } from '../../core/event';
import type { Reply, SeenRequest } from '../../lab/fakes/faultServer';
import { FaultServer } from '../../lab/fakes/faultServer';
import { jsonOf, runOdooSync } from './harness/runOdooSync';
import { newNumber, notesOf, scan, shipped, statusOf, type Shipment } from './harness/shipments';
import { openTemplateLab, type Template, type TemplateLab } from './harness/template';

const CLOCK = 'Every thirty minutes';
const FIXTURES = join(__dirname, '../fixtures/carriers');

let lab: TemplateLab;
let carrier: FaultServer;
let template: Template;
let dhl: number;
let failing = false;

/** What DHL's documentation shows as an answer, about the number that was asked for. */
const answer = readFileSync(join(FIXTURES, 'dhlUnified.push.json'), 'utf8');

function reply({ path }: SeenRequest): Reply {
	if (failing) return { status: 503, json: { detail: 'Try later' } };
	const number = new URL(path, 'http://carrier').searchParams.get('trackingNumber') ?? '';
	if (number.startsWith('UNKNOWN')) return { status: 404, json: { detail: 'Not found' } };
	const { payload } = JSON.parse(answer.replaceAll('00340434161094027318', number)) as {
		payload: object;
	};
	return { status: 200, json: payload };
}

const asked = (): string[] =>
	carrier.requests.map(
		({ path }) => new URL(path, 'http://carrier').searchParams.get('trackingNumber') ?? '',
	);

/** Runs the template and answers the numbers that it asked about. */
async function poll(): Promise<string[]> {
	const before = carrier.requests.length;
	const { status } = await template.fire(CLOCK);
	expect(status).toBe('success');
	return asked().slice(before);
}

beforeAll(async () => {
	lab = await openTemplateLab();
	carrier = await FaultServer.start();
	carrier.reply(reply);
	const key = async (name: string) =>
		await lab.n8n.createCredential(`${name} ${lab.odoo.db}`, 'httpHeaderAuth', {
			name: 'DHL-API-Key',
			value: 'lab-only',
		});
	const product = await lab.admin.create('product.product', { name: 'DHL', type: 'service' });
	dhl = await lab.admin.create('delivery.carrier', { name: 'DHL Paket', product_id: product });
	template = await (
		await lab.open('02-poll-carriers', {
			configuration: {
				dhlUrl: `${carrier.url}/track/shipments`,
				platformUrl: `${carrier.url}/platform`,
				pauseMilliseconds: 50,
				askEveryHours: 0,
			},
			credentials: {
				'DHL API key': await key('DHL API key'),
				'Tracking API key': await key('Tracking API key'),
			},
		})
	).activate();
}, 1_200_000);
afterAll(async () => {
	await carrier.stop();
	await lab.end();
});

const withDhl = async (number?: string): Promise<Shipment> =>
	await shipped(lab.admin, number, { carrier_id: dhl });

/** An event that came by call: another workflow applies it. */
async function push(number: string): Promise<void> {
	const event = scan(number, Milestone.InTransit, 1);
	const run = await runOdooSync(
		lab.n8n,
		lab.json2,
		{ resource: 'event', operation: 'apply', event: '={{ $json }}' },
		[
			{
				...event,
				source: '/carriers/dhl',
				data: { ...event.data, carrier: { id: 'dhl', name: 'DHL' } },
			},
		],
	);
	expect(jsonOf(run.outputs[0])).toHaveLength(1);
}

describe('Poll carriers when webhooks are silent', () => {
	it('asks about open shipments while no call has come, and applies each scan once', async () => {
		const delivery = await withDhl();
		expect(await poll()).toContain(delivery.number);
		expect(await statusOf(lab.admin, delivery)).toBe('delivered');
		const scans = await notesOf(lab.admin, delivery);
		expect(scans).toBeGreaterThan(0);
		const [{ headers }] = carrier.requests;
		expect(headers['dhl-api-key']).toBe('lab-only');
		// It has arrived: nobody asks about it again.
		expect(await poll()).not.toContain(delivery.number);
		// Asked again all the same, every scan is known.
		await lab.admin.write('stock.picking', [delivery.id], { x_shipment_status: 'in_transit' });
		expect(await poll()).toContain(delivery.number);
		expect(await notesOf(lab.admin, delivery)).toBe(scans);
		await lab.admin.write('stock.picking', [delivery.id], { x_shipment_status: 'delivered' });
	});

	it('stops when calls are back, and begins again when they stay away', async () => {
		const open = await withDhl();
		const other = await withDhl();
		await push(other.number);
		expect(await poll()).toEqual([]);
		await lab.admin.write(
			'x_logistics_event',
			(await lab.admin.searchRead('x_logistics_event')).map(({ id }) => id),
			{ x_received_at: '2026-01-01 00:00:00' },
		);
		expect((await poll()).sort()).toEqual([open.number, other.number].sort());
		expect(await statusOf(lab.admin, other)).toBe('delivered');
	});

	it('asks about what has been quiet for long even while calls come', async () => {
		const quiet = await withDhl();
		const other = await withDhl();
		await push(other.number);
		await lab.admin.write('stock.picking', [quiet.id], { date_done: '2026-11-20 00:00:00' });
		expect(await poll()).toEqual([quiet.number]);
	});

	it('keeps a carrier that does not answer as one exception; what it does not know yet is none', async () => {
		await lab.admin.write(
			'x_logistics_event',
			(await lab.admin.searchRead('x_logistics_event')).map(({ id }) => id),
			{ x_received_at: '2026-01-01 00:00:00' },
		);
		await withDhl(`UNKNOWN${newNumber()}`);
		await poll();
		const exceptions = async () =>
			await lab.admin.searchRead('x_logistics_exception', {
				domain: [['x_cause', '=', 'polling_carriers']],
				fields: ['x_occurrences', 'x_message'],
			});
		expect(await exceptions()).toEqual([]);
		failing = true;
		await poll();
		await poll();
		failing = false;
		expect(await exceptions()).toMatchObject([{ x_occurrences: 2 }]);
	});
});
