import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Credential, Workflow } from '../../lab/clients';
import { itemsOf, N8nClient } from '../../lab/clients';
import { upInstance } from '../../lab/instance';
import { TEST_LAB } from './harness/lab';

const SECRET = 'a-secret-that-must-not-leak-7f3a';
const PREVIOUS = 'the-secret-before-9b1c';
const NODE = 'Carrier Trigger';
const fixture = JSON.parse(
	readFileSync(join(__dirname, '../fixtures/carriers/aftership.webhook.json'), 'utf8'),
) as { payload: unknown };
const PAYLOAD = JSON.stringify(fixture.payload, null, 2);

let n8n: N8nClient;
let logDir: string;
const workflows: string[] = [];

beforeAll(async () => {
	const lab = await upInstance({ name: TEST_LAB });
	n8n = await N8nClient.login(lab.n8n);
	logDir = lab.dir;
}, 1_200_000);
afterAll(async () => {
	for (const id of workflows) await n8n.deactivate(id);
});

interface Hook {
	workflow: Workflow;
	path: string;
}

async function listen(parameters: Record<string, unknown>, credential?: Credential): Promise<Hook> {
	const webhookId = randomUUID();
	const workflow = await n8n.importWorkflow(
		{
			name: `Carrier Trigger ${webhookId}`,
			nodes: [
				{
					name: NODE,
					type: 'n8n-nodes-odoo-logistics.carrierTrigger',
					typeVersion: 1,
					position: [0, 0],
					webhookId,
					parameters: { source: 'auto', ...parameters },
					...(credential && { credentials: { carrierWebhookApi: { name: credential.name } } }),
				},
				{
					name: 'Keep',
					type: 'n8n-nodes-base.noOp',
					typeVersion: 1,
					position: [200, 0],
					parameters: {},
				},
			],
			connections: {
				[NODE]: {
					main: [
						[{ node: 'Keep', type: 'main', index: 0 }],
						[{ node: 'Keep', type: 'main', index: 0 }],
					],
				},
			},
		},
		credential ? [credential] : [],
	);
	await n8n.activate(workflow.id);
	workflows.push(workflow.id);
	return { workflow, path: `${webhookId}/carrier` };
}

const credentialFor = async (data: object): Promise<Credential> =>
	await n8n.createCredential(`Carrier ${randomUUID()}`, 'carrierWebhookApi', {
		preset: 'aftership',
		scheme: 'hmac',
		secret: SECRET,
		previousSecret: '',
		user: '',
		header: '',
		toleranceSeconds: 300,
		...data,
	});

const signed = (body: string, secret = SECRET) => ({
	'content-type': 'application/json',
	'aftership-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
});

async function send({ path }: Hook, body: string, headers: Record<string, string>) {
	return await n8n.callWebhook(path, { body, headers });
}

/** The items of both outputs of the only execution after `after`. */
async function outputsOf({ workflow }: Hook, after = 0) {
	const execution = await n8n.waitForExecution(workflow.id, after);
	return [itemsOf(execution, NODE, 0), itemsOf(execution, NODE, 1)];
}

describe('a carrier that signs its calls', () => {
	let hook: Hook;

	beforeAll(async () => {
		hook = await listen({}, await credentialFor({ previousSecret: PREVIOUS }));
	});

	it('is verified on the raw bytes and becomes events', async () => {
		// Spaces and 1.0 are lost when a body is parsed and written again.
		const body = `  ${PAYLOAD.replace(/\n/g, '\r\n')}`;
		const answer = await send(hook, body, signed(body));
		expect(answer.status).toBe(200);
		const [events, unreadable] = await outputsOf(hook);
		expect(unreadable).toEqual([]);
		expect(events.length).toBeGreaterThan(0);
		for (const { json } of events) {
			expect(json).toMatchObject({ specversion: '1.0', type: 'logistics.shipment.status.v1' });
		}
	});

	it('is believed with the previous secret while a rotation is under way', async () => {
		const body = PAYLOAD.trim();
		const before = await n8n.lastExecutionId(hook.workflow.id);
		expect((await send(hook, body, signed(body, PREVIOUS))).status).toBe(200);
		// n8n lists an execution only once it has begun: the next test counts them.
		await n8n.waitForExecution(hook.workflow.id, before);
	});

	it.each([
		['without a signature', { 'content-type': 'application/json' }],
		['with another secret', signed(PAYLOAD, 'guess')],
		['with the signature of another body', signed('{}')],
	])('is refused with 401 %s, and starts nothing', async (_what, headers) => {
		const before = await n8n.lastExecutionId(hook.workflow.id);
		const answer = await send(hook, PAYLOAD, headers);
		expect(answer.status).toBe(401);
		expect(answer.data).toEqual({ error: 'The call is not authenticated' });
		expect(await n8n.lastExecutionId(hook.workflow.id)).toBe(before);
	});

	it('is answered, and not run again, when the same call is replayed', async () => {
		const body = `${PAYLOAD}\n\n`;
		const before = await n8n.lastExecutionId(hook.workflow.id);
		expect((await send(hook, body, signed(body))).status).toBe(200);
		const { id } = await n8n.waitForExecution(hook.workflow.id, before);
		const again = await send(hook, body, signed(body));
		expect(again).toMatchObject({ status: 200, data: { message: 'Already received' } });
		expect(await n8n.lastExecutionId(hook.workflow.id)).toBe(Number(id));
	});

	it.each([
		['what is not JSON', '{"event": "tracking_update", '],
		['what no source sends', '{"hello":"world"}'],
		['an empty body', ''],
	])('never gets an error page for %s: it leaves on the second output', async (_what, body) => {
		const before = await n8n.lastExecutionId(hook.workflow.id);
		expect((await send(hook, body, signed(body))).status).toBe(200);
		const [events, unreadable] = await outputsOf(hook, before);
		expect(events).toEqual([]);
		expect(unreadable).toHaveLength(1);
		expect(unreadable[0].json).toMatchObject({
			issue: expect.any(String),
			message: expect.any(String),
		});
	});

	it('says in the log which check failed, without secrets', () => {
		const log = readFileSync(join(logDir, 'logs', 'n8n.log'), 'utf8');
		expect(log).toContain('refused a call (signature_missing)');
		expect(log).toContain('refused a call (signature_mismatch)');
		expect(log).not.toContain(SECRET);
		expect(log).not.toContain(PREVIOUS);
	});
});

describe('a sender that offers nothing', () => {
	it('gives hints to verify by pull: shipments, and nothing that they claim', async () => {
		const hook = await listen({ authentication: 'none', verifyByPull: true });
		expect((await send(hook, PAYLOAD, { 'content-type': 'application/json' })).status).toBe(200);
		const [shipments] = await outputsOf(hook);
		expect(shipments.length).toBeGreaterThan(0);
		for (const { json } of shipments) {
			expect(json).toMatchObject({ verify: 'pull', trackingNumber: expect.any(String) });
			expect(json).not.toHaveProperty('data');
		}
	});
});

describe('limits', () => {
	it('refuses what is too large, and what comes too fast', async () => {
		const hook = await listen({
			authentication: 'none',
			settings: { maxSizeKb: 64, callsPerMinute: 3 },
		});
		const json = { 'content-type': 'application/json' };
		const large = JSON.stringify({ padding: 'x'.repeat(70_000) });
		expect((await send(hook, large, json)).status).toBe(413);
		for (let call = 0; call < 3; call += 1) await send(hook, `{"call":${call}}`, json);
		const answer = await send(hook, '{"call":3}', json);
		expect(answer.status).toBe(429);
		expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
	});
});

describe('handshakes', () => {
	it('answers GET, HEAD and challenges, and starts nothing', async () => {
		const hook = await listen({}, await credentialFor({}));
		const get = await n8n.callWebhook(hook.path, {
			method: 'GET',
			query: { 'hub.challenge': '42' },
		});
		expect(get).toMatchObject({ status: 200, data: 42 });
		expect(get.headers['content-type']).toContain('text/plain');
		expect((await n8n.callWebhook(hook.path, { method: 'HEAD' })).status).toBe(204);
		const challenge = await send(hook, '{"type":"url_verification","challenge":"abc"}', {
			'content-type': 'application/json',
		});
		expect(challenge).toMatchObject({ status: 200, data: { challenge: 'abc' } });
		expect(await n8n.lastExecutionId(hook.workflow.id)).toBe(0);
	});
});

describe('a credential that cannot verify', () => {
	it('says what is missing, and lets nothing through', async () => {
		const credential = await credentialFor({ secret: '' });
		expect(await n8n.testCredential(credential, { preset: 'aftership', secret: '' })).toMatchObject(
			{
				status: 'Error',
				message: 'Enter the secret.',
			},
		);
		const hook = await listen({}, credential);
		expect((await send(hook, PAYLOAD, signed(PAYLOAD, ''))).status).toBe(503);
		expect(await n8n.lastExecutionId(hook.workflow.id)).toBe(0);
	});
});
