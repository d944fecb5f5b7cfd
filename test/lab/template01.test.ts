import { HAPPENINGS, Outcome, type Happening } from '../../lab/demo/happenings';
import { play } from '../../lab/demo/play';
import { setStage, type Stage } from '../../lab/demo/stage';
import { downInstance, upInstance } from '../../lab/instance';

const LAB = 'template-test-queue';

let stage: Stage;

beforeAll(async () => {
	await downInstance(LAB);
	stage = await setStage(await upInstance({ name: LAB, queue: true, workers: 2 }));
}, 1_200_000);
afterAll(async () => await downInstance(LAB));

const [preparing, delivered, outForDelivery] = HAPPENINGS;

async function notesOf(happening: Happening): Promise<unknown[]> {
	return await stage.admin.searchRead('mail.message', {
		domain: [
			['model', '=', 'stock.picking'],
			['res_id', '=', stage.deliveries.get(happening.tracking)],
			['message_type', '=', 'comment'],
		],
		fields: ['body'],
	});
}

const send = async ({ payload }: Happening, headers = stage.headers) =>
	await stage.n8n.callWebhook('carrier-status', { body: payload, headers });

/** The demo plays it on one n8n; here a webhook process and two workers share the work. */
describe('Sync shipment status from carrier webhooks, in queue mode', () => {
	it('notes a scan once, however many workers get it at the same time', async () => {
		const answers = await Promise.all(Array.from({ length: 8 }, async () => await send(delivered)));
		expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
		expect(await notesOf(delivered)).toHaveLength(1);
	});

	it('keeps the status when an older scan comes later', async () => {
		expect(await play(stage, outForDelivery)).toMatchObject({
			outcome: Outcome.Late,
			after: { status: 'delivered' },
		});
	});

	it('moves a delivery on', async () => {
		expect(await play(stage, preparing)).toMatchObject({ outcome: Outcome.Applied });
	});

	it('lets nobody in without the secret', async () => {
		expect((await send(preparing, {})).status).toBe(403);
	});

	it('answers an error while Odoo says no, and applies the same payload when it is sent again', async () => {
		const { tracking } = preparing;
		const id = stage.deliveries.get(tracking) ?? 0;
		// The webhook's bot loses its rights, as when somebody edits the user.
		const bot = await stage.admin.one(
			'res.users',
			[['login', '=', 'logistics-bot']],
			['group_ids'],
		);
		await stage.admin.write('stock.picking', [id], { x_shipment_status: false });
		await stage.admin.write('res.users', [bot.id], {
			group_ids: [[6, 0, [await stage.admin.ref('base.group_user')]]],
		});
		expect((await send(preparing)).status).toBe(500);
		await stage.admin.write('res.users', [bot.id], { group_ids: [[6, 0, bot.group_ids]] });
		expect((await send(preparing)).status).toBe(200);
		const [delivery] = await stage.admin.searchRead('stock.picking', {
			domain: [['carrier_tracking_ref', '=', tracking]],
			fields: ['x_shipment_status'],
		});
		expect(delivery.x_shipment_status).toBe('in_transit');
		expect(await notesOf(preparing)).toHaveLength(1);
	});
});
