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

const [preparing, delivered, , outForDelivery, announced] = HAPPENINGS;

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
			outcome: Outcome.Stale,
			after: { status: 'delivered' },
		});
	});

	it('moves a delivery on', async () => {
		expect(await play(stage, preparing)).toMatchObject({ outcome: Outcome.Applied });
	});

	it('lets nobody in without the secret', async () => {
		expect((await send(preparing, {})).status).toBe(403);
	});

	it('asks for it again while Odoo says no, and applies it when it is sent again', async () => {
		// The bot loses its rights, as when somebody edits the user.
		const bot = await stage.admin.one(
			'res.users',
			[['login', '=', 'logistics-bot']],
			['group_ids'],
		);
		await stage.admin.write('res.users', [bot.id], {
			group_ids: [[6, 0, [await stage.admin.ref('base.group_user')]]],
		});
		expect(await send(announced)).toMatchObject({ status: 503, data: { received: false } });
		await stage.admin.write('res.users', [bot.id], { group_ids: [[6, 0, bot.group_ids]] });
		expect(await play(stage, announced)).toMatchObject({
			outcome: Outcome.Applied,
			after: { status: 'pre_transit' },
		});
		expect(await notesOf(announced)).toHaveLength(1);
	});

	it('keeps for people what is no message of a carrier', async () => {
		const answer = await stage.n8n.callWebhook('carrier-status', {
			body: { hello: 'world' },
			headers: stage.headers,
		});
		expect(answer.status).toBe(200);
		const kept = await stage.admin.searchRead('x_logistics_exception', {
			domain: [['x_category', '=', 'invalid']],
			fields: ['x_payload'],
		});
		expect(kept).toHaveLength(1);
		expect(kept[0].x_payload).toContain('"hello":"world"');
		// Secrets of the request do not go to Odoo.
		for (const secret of Object.values(stage.headers)) {
			expect(kept[0].x_payload).not.toContain(secret);
		}
	});
});
