import { randomBytes } from 'node:crypto';
import { until } from '../../lab/until';
import { openTemplateLab, type Template, type TemplateLab } from './harness/template';

let lab: TemplateLab;
let template: Template;

beforeAll(async () => {
	lab = await openTemplateLab();
	template = await (await lab.open('12-report-what-failed')).activate();
}, 1_200_000);
afterAll(async () => await lab.end());

const NAME = `Sync parcels ${randomBytes(3).toString('hex')}`;

interface Failing {
	fail: (times?: number) => Promise<void>;
}

/** An active workflow that ends with this error, and has the template as its error workflow. */
async function failing(step: string, errorMessage: string): Promise<Failing> {
	const path = `lab-${randomBytes(6).toString('hex')}`;
	const workflow = await lab.n8n.importWorkflow({
		name: NAME,
		settings: { errorWorkflow: template.workflow.id },
		nodes: [
			{
				name: 'Call',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				position: [0, 0],
				webhookId: path,
				parameters: { path, httpMethod: 'POST' },
			},
			{
				name: step,
				type: 'n8n-nodes-base.stopAndError',
				typeVersion: 1,
				position: [200, 0],
				parameters: { errorMessage },
			},
		],
		connections: { Call: { main: [[{ node: step, type: 'main', index: 0 }]] } },
	});
	await lab.n8n.activate(workflow.id);
	return {
		fail: async (times = 1) => {
			const before = await template.last();
			await Promise.all(Array.from({ length: times }, async () => await lab.n8n.callWebhook(path)));
			const ends = await template.executionsAfter(before, times);
			expect(ends).toEqual(Array(times).fill('success'));
		},
	};
}

const exceptions = async (step: string) =>
	await lab.admin.searchRead('x_logistics_exception', {
		domain: [['x_message', 'like', `${NAME}, step "${step}"`]],
		fields: ['x_name', 'x_state', 'x_severity', 'x_occurrences', 'x_message', 'x_category'],
	});

const mails = (text: string) =>
	lab.mail.mails.filter(({ source }) => source.replace(/=\n/g, '').includes(text));

describe('Report what failed', () => {
	it('opens one exception for a flood of the same failure, and sends one mail', async () => {
		const { fail } = await failing(
			'Book the parcel',
			'The carrier answered 503 Service Unavailable',
		);
		await fail(6);
		expect(await exceptions('Book the parcel')).toMatchObject([
			{
				x_state: 'open',
				x_category: 'failed',
				x_severity: 'medium',
				x_occurrences: 6,
				x_name: expect.stringContaining('unavailable'),
				x_message: expect.stringContaining('503 Service Unavailable'),
			},
		]);
		expect(mails('Book the parcel')).toMatchObject([
			{ to: ['logistics@example.com'], subject: `${NAME}: unavailable` },
		]);
	});

	it('tells apart what failed where, and again when a resolved one comes back', async () => {
		const { fail } = await failing('Sign in', 'Authentication failed: the API key has expired');
		await fail();
		const [first] = await exceptions('Sign in');
		expect(first).toMatchObject({ x_severity: 'high', x_occurrences: 1 });
		expect(first.x_name).toContain('authentication');
		await lab.admin.write('x_logistics_exception', [first.id], { x_state: 'resolved' });
		await fail();
		await fail();
		expect(await exceptions('Sign in')).toMatchObject([
			{ id: first.id, x_state: 'open', x_occurrences: 3 },
		]);
		expect(mails('Sign in')).toHaveLength(2);
	});

	it('classifies a failure of Odoo Sync by what Odoo said', async () => {
		const path = `lab-${randomBytes(6).toString('hex')}`;
		const step = 'Read contracts';
		const workflow = await lab.n8n.importWorkflow(
			{
				name: NAME,
				settings: { errorWorkflow: template.workflow.id },
				nodes: [
					{
						name: 'Call',
						type: 'n8n-nodes-base.webhook',
						typeVersion: 2,
						position: [0, 0],
						webhookId: path,
						parameters: { path, httpMethod: 'POST' },
					},
					{
						name: step,
						type: 'n8n-nodes-odoo-logistics.odooSync',
						typeVersion: 1,
						position: [200, 0],
						parameters: {
							resource: 'record',
							operation: 'getMany',
							model: { __rl: true, mode: 'id', value: 'ir.config_parameter' },
							options: {},
						},
						credentials: { odooSyncApi: { name: lab.json2.name } },
					},
				],
				connections: { Call: { main: [[{ node: step, type: 'main', index: 0 }]] } },
			},
			[lab.json2],
		);
		await lab.n8n.activate(workflow.id);
		const before = await template.last();
		await lab.n8n.callWebhook(path);
		await template.executionAfter(before);
		expect(await exceptions(step)).toMatchObject([{ x_name: expect.stringContaining('access') }]);
	});

	it('sends one mail for each kind while Odoo does not answer', async () => {
		const { fail } = await failing('Write the label', 'ETIMEDOUT');
		lab.odooIsDown(true);
		await fail();
		await fail();
		lab.odooIsDown(false);
		expect(await exceptions('Write the label')).toEqual([]);
		expect(mails('Write the label')).toMatchObject([
			{ subject: `${NAME}: timeout, and Odoo does not answer` },
		]);
		await fail();
		const [noted] = await until('the exception', 20, async () => {
			const found = await exceptions('Write the label');
			return found.length > 0 && found;
		});
		expect(noted).toMatchObject({ x_occurrences: 1 });
	});
});
