import { Outcome, playCall, type CarrierCall } from '../../lab/demo/carrierCall';
import { CALLS } from '../../lab/demo/scenes/carriers';
import { callAsCarrier, setStage, type Stage } from '../../lab/demo/stage';
import { downInstance, upInstance } from '../../lab/instance';

const LAB = 'template-test-queue';

let stage: Stage;

beforeAll(async () => {
	await downInstance(LAB);
	const lab = await upInstance({ name: LAB, queue: true, workers: 2 });
	stage = await setStage(lab, { templates: ['01'] });
}, 1_200_000);
afterAll(async () => {
	await stage?.strike();
	await downInstance(LAB);
});

const { upsPreparing, upsDelivered, upsLate, dhlAnnounced } = CALLS;

/** Notes that stay in the house, or messages to the customer. */
async function messagesAbout({ tracking }: CarrierCall, subtype: 'note' | 'comment') {
	return await stage.admin.searchRead('mail.message', {
		domain: [
			['model', '=', 'stock.picking'],
			['res_id', '=', stage.deliveries.get(tracking)],
			['message_type', '=', 'comment'],
			['subtype_id', '=', await stage.admin.ref(`mail.mt_${subtype}`)],
		],
		fields: ['subject', 'body', 'partner_ids'],
	});
}

const send = async ({ payload }: CarrierCall, headers = stage.headers) =>
	await callAsCarrier({ ...stage, headers }, payload);

/** The demo plays it on one n8n; here a webhook process and two workers share the work. */
describe('Sync shipment status from carrier webhooks, in queue mode', () => {
	it('notes a scan once, however many workers get it at the same time', async () => {
		const answers = await Promise.all(
			Array.from({ length: 8 }, async () => await send(upsDelivered)),
		);
		expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
		expect(await messagesAbout(upsDelivered, 'note')).toHaveLength(1);
	});

	it('tells the customer once, and only at the milestones that are configured', async () => {
		const customer = await stage.admin.ref('base.res_partner_12');
		expect(await messagesAbout(upsDelivered, 'comment')).toMatchObject([
			{
				subject: `Your shipment ${upsDelivered.tracking}`,
				body: expect.stringContaining('Delivered'),
				partner_ids: [customer],
			},
		]);
		await send(upsPreparing);
		expect(await messagesAbout(upsPreparing, 'note')).toHaveLength(1);
		expect(await messagesAbout(upsPreparing, 'comment')).toEqual([]);
	});

	it('keeps the status when an older scan comes later', async () => {
		expect(await playCall(stage, upsLate)).toMatchObject({
			seen: Outcome.Stale,
			after: { status: 'delivered' },
		});
	});

	it('lets nobody in without the secret', async () => {
		expect((await send(upsPreparing, {})).status).toBe(401);
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
		expect((await send(dhlAnnounced)).status).toBe(500);
		await stage.admin.write('res.users', [bot.id], { group_ids: [[6, 0, bot.group_ids]] });
		expect(await playCall(stage, dhlAnnounced)).toMatchObject({
			seen: Outcome.Applied,
			after: { status: 'pre_transit' },
		});
		expect(await messagesAbout(dhlAnnounced, 'note')).toHaveLength(1);
	});

	it('keeps for people what is no message of a carrier', async () => {
		const answer = await callAsCarrier(stage, { hello: 'world' });
		expect(answer.status).toBe(200);
		const kept = await stage.admin.searchRead('x_logistics_exception', {
			domain: [['x_category', '=', 'invalid']],
			fields: ['x_payload'],
		});
		expect(kept).toHaveLength(1);
		const payload = JSON.parse(String(kept[0].x_payload)) as { sent: string };
		expect(JSON.parse(payload.sent)).toEqual({ hello: 'world' });
		// Secrets of the request do not go to Odoo.
		for (const secret of Object.values(stage.headers)) {
			expect(kept[0].x_payload).not.toContain(secret);
		}
	});
});
