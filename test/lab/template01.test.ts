import axios from 'axios';
import { makeApiKey, type OdooClient } from '../../lab/clients';
import { Outcome, playCall, type CarrierCall } from '../../lab/demo/carrierCall';
import { CALLS } from '../../lab/demo/scenes/carriers';
import { callAsCarrier, setStage, type Stage } from '../../lab/demo/stage';
import { downInstance, upInstance } from '../../lab/instance';
import { until } from '../../lab/until';
import { ApprovalFlow } from './harness/approvalFlow';
import { Approvals } from './harness/approvals';
import { addToGroup, asUser } from './harness/setup';

const LAB = 'template-test-queue';
const BOT_GROUPS = ['base.group_partner_manager'];

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

/** Whatever process of n8n gets the decision, and though n8n forgets executions that succeeded. */
describe('Approval Request, in queue mode', () => {
	const EMAIL = 'lou.link@example.com';
	let flow: ApprovalFlow;
	let anna: OdooClient;

	beforeAll(async () => {
		const { odoo, admin, n8n } = stage;
		anna = await asUser({ odoo }, 'anna', []);
		await asUser({ odoo }, 'approval-bot', BOT_GROUPS);
		await addToGroup(admin, 'approval-bot', 'n8n_logistics.group_bot');
		await admin.create('res.partner', { name: 'Lou Link', email: EMAIL });
		const credential = await n8n.createCredential('Approval bot', 'odooSyncApi', {
			url: odoo.url,
			database: odoo.db,
			apiKey: await makeApiKey(odoo.url, odoo.db, 'approval-bot', 'Lab-approval-bot-1'),
			login: '',
			protocol: 'auto',
			allowedMethods: '',
			session: '',
		});
		const link = { kind: 'partners', partners: [EMAIL] };
		flow = await ApprovalFlow.open(
			n8n,
			credential,
			{
				subject: '=Reference of {{ $json.name }}',
				model: { __rl: true, mode: 'id', value: 'res.partner' },
				documentId: '={{ $json.id }}',
				whenApproved: 'write',
				values: { value: [{ field: 'ref', value: 'R-1' }] },
				options: {
					levelsJson: [
						{ from: [{ kind: 'users', users: ['anna'] }, link], assurance: 'link', links: true },
					],
				},
			},
			{
				settings: { saveDataSuccessExecution: 'none' },
				nodes: [
					{
						name: 'Went on',
						type: 'n8n-nodes-odoo-logistics.odooSync',
						typeVersion: 1,
						position: [600, 0],
						credentials: { odooSyncApi: { name: credential.name } },
						parameters: {
							resource: 'record',
							operation: 'postNote',
							model: { __rl: true, mode: 'id', value: 'res.partner' },
							record: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
							text: 'The workflow went on',
							options: {},
						},
					},
				],
				connections: {
					'Approval Request': { main: [[], [{ node: 'Went on', type: 'main', index: 0 }], []] },
				},
			},
		);
	});

	const wentOn = async (id: number) =>
		await stage.admin.searchRead('mail.message', {
			domain: [
				['model', '=', 'res.partner'],
				['res_id', '=', id],
				['body', 'like', 'The workflow went on'],
			],
			fields: ['id'],
		});

	it.each<[how: string, decide: (id: number) => Promise<unknown>]>([
		[
			'in Odoo',
			async (id) => {
				const [setup] = await stage.admin.searchRead('x_logistics_setup', {
					fields: ['x_actions'],
				});
				await new Approvals(setup.x_actions as Record<string, number>).approve(anna, id);
			},
		],
		[
			'by link, four times at once',
			async (id) => {
				const request = await stage.admin.one(
					'x_logistics_approval',
					[['id', '=', id]],
					['x_digest'],
				);
				const { x_url: url } = await stage.admin.one(
					'x_logistics_approval_link',
					[
						['x_approval_id', '=', id],
						['x_partner_id.email', '=', EMAIL],
					],
					['x_url'],
				);
				const form = { [`d-${id}`]: 'approve', [`h-${id}`]: String(request.x_digest) };
				const post = async () =>
					await axios.post(String(url), new URLSearchParams(form), { validateStatus: () => true });
				const answers = await Promise.all([post(), post(), post(), post()]);
				expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
			},
		],
	])('approved %s: goes on once, and the change is made once', async (how, decide) => {
		const name = `Asked, decided ${how}`;
		const id = await stage.admin.create('res.partner', { name });
		const execution = await flow.start([{ id, name }]);
		const request = await stage.admin.one('x_logistics_approval', [
			['x_execution', '=', execution],
		]);
		await decide(request.id);
		await until('n8n to forget it', 30, async () => (await flow.status(execution)) === 'gone');
		expect(await wentOn(id)).toHaveLength(1);
		const contact = await stage.admin.one('res.partner', [['id', '=', id]], ['ref']);
		expect(contact.ref).toBe('R-1');
		const kinds = await stage.admin.searchRead('x_logistics_vote', {
			domain: [['x_approval_id', '=', request.id]],
			fields: ['x_kind'],
			order: 'x_sequence',
		});
		expect(kinds.map(({ x_kind: kind }) => kind)).toEqual(['asked', 'vote', 'decided', 'applied']);
	});
});
