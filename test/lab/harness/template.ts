/**
 * Lab tests of the shipped templates (workflows/*.json).
 *
 *   const lab = await openTemplateLab();                        // fresh Odoo with Setup, bot, mail server
 *   const template = await lab.open('08-work-the-exception-queue', { configuration: { most: 5 } });
 *   await template.activate();
 *   await template.call('Carrier webhook', { body });           // its webhook, under an address of its own
 *   await template.fire('Every five minutes');                  // what the clock would start, now
 *   lab.odooIsDown(true);                                       // the bot's calls end without an answer
 *   await lab.end();                                            // deletes what was imported
 *
 * A template is imported as it is shipped. Only what a user sets is set: credentials by their names, values of the
 * node Configuration, and settings of the workflow. Judge the end state with `lab.admin`, which sees Odoo directly.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxiosResponse } from 'axios';
import type {
	Credential,
	Execution,
	WebhookCall,
	Workflow,
	WorkflowFile,
	WorkflowNode,
} from '../../../lab/clients';
import { makeApiKey, type N8nClient } from '../../../lab/clients';
import { MailServer } from '../../../lab/fakes/mailServer';
import { OdooProxy } from '../../../lab/fakes/odooProxy';
import { until } from '../../../lab/until';
import { LOST_CALL_SECONDS } from './approvalFlow';
import type { TestLab } from './lab';
import { BOT } from './lab';
import { openLabWithSetup } from './setup';

const WORKFLOWS = join(__dirname, '../../../workflows');

/** Names of credentials in the templates. */
export const ODOO_BOT = 'Odoo bot';
export const MAIL = 'Mail server';
export const CARRIER_SECRET = 'Carrier webhook secret';
export const OPERATIONS_SECRET = 'Operations webhook secret';

/** What a carrier must send to be let in. */
export const CARRIER_HEADERS = { 'X-Carrier-Secret': 'lab-only' };
/** What an operator's call must have. */
export const OPERATIONS_HEADERS = { 'X-Operations-Secret': 'lab-only' };

export interface OpenOptions {
	/** Values of the node Configuration by name. */
	configuration?: Record<string, unknown>;
	/** Credentials by their name in the template, besides those of the lab. */
	credentials?: Record<string, Credential>;
	settings?: Record<string, unknown>;
}

export interface TemplateLab extends TestLab {
	mail: MailServer;
	/** The bot reaches Odoo through it: it counts requests, and cuts them where a test says so. */
	proxy: OdooProxy;
	/** While true, Odoo answers nobody but the test. */
	odooIsDown(isDown: boolean): void;
	/** Imports `workflows/<file>.json`. */
	open(file: string, options?: OpenOptions): Promise<Template>;
}

/** A lab with Setup installed, and the credentials that the templates ask for. */
export async function openTemplateLab(moreGroups: string[] = []): Promise<TemplateLab> {
	const lab = await openLabWithSetup(moreGroups);
	const proxy = await OdooProxy.start(lab.odoo.url);
	const mail = await MailServer.start();
	const shared = await labCredentials(lab, proxy, mail);
	const opened: Template[] = [];
	return {
		...lab,
		mail,
		proxy,
		odooIsDown: (isDown) => (proxy.cut = () => (isDown ? 'before' : undefined)),
		open: async (file, options = {}) => {
			const credentials = { ...shared, ...options.credentials };
			const template = await Template.import(lab.n8n, file, { ...options, credentials });
			opened.push(template);
			return template;
		},
		end: async () => {
			await proxy.stop();
			await mail.stop();
			for (const template of opened) await template.delete();
			await lab.end();
		},
	};
}

async function labCredentials(
	{ n8n, odoo }: TestLab,
	proxy: OdooProxy,
	mail: MailServer,
): Promise<Record<string, Credential>> {
	const secret = async (label: string, headers: Record<string, string>) => {
		const [[name, value]] = Object.entries(headers);
		return await n8n.createCredential(`${label} ${odoo.db}`, 'httpHeaderAuth', { name, value });
	};
	return {
		[ODOO_BOT]: await n8n.createCredential(`${ODOO_BOT} ${odoo.db}`, 'odooSyncApi', {
			url: proxy.url,
			database: odoo.db,
			protocol: 'auto',
			session: '',
			allowedMethods: '',
			login: '',
			apiKey: await makeApiKey(odoo.url, odoo.db, BOT.login, BOT.password),
		}),
		[MAIL]: await n8n.createCredential(`${MAIL} ${odoo.db}`, 'smtp', mail.credential),
		[CARRIER_SECRET]: await secret(CARRIER_SECRET, CARRIER_HEADERS),
		[OPERATIONS_SECRET]: await secret(OPERATIONS_SECRET, OPERATIONS_HEADERS),
	};
}

interface Assignment {
	name: string;
	value: unknown;
}

/** One template in the real n8n. */
export class Template {
	private isActive = false;

	private constructor(
		private readonly n8n: N8nClient,
		readonly workflow: Workflow,
		private readonly paths: ReadonlyMap<string, string>,
	) {}

	static async import(n8n: N8nClient, file: string, options: OpenOptions): Promise<Template> {
		const shipped = JSON.parse(
			readFileSync(join(WORKFLOWS, `${file}.json`), 'utf8'),
		) as WorkflowFile;
		const { configuration = {}, credentials = {}, settings = {} } = options;
		const paths = new Map<string, string>();
		const nodes = shipped.nodes.map((node) => ownAddress(configured(node, configuration), paths));
		// importWorkflow finds credentials by the names that the template gives them.
		const named = Object.entries(credentials).map(([name, one]) => ({ ...one, name }));
		const workflow = await n8n.importWorkflow(
			{ ...shipped, nodes, settings: { ...shipped.settings, ...settings } },
			named,
		);
		return new Template(n8n, workflow, paths);
	}

	async activate(): Promise<this> {
		await this.n8n.activate(this.workflow.id);
		this.isActive = true;
		return this;
	}

	/** Calls the webhook or form of this node from outside. */
	async call(node: string, call: WebhookCall): Promise<AxiosResponse<unknown>> {
		const path = this.paths.get(node);
		if (path === undefined) throw new Error(`"${node}" has no address`);
		return await this.n8n.callWebhook(path, call);
	}

	/** Runs what this trigger starts, and waits for the end. */
	async fire(trigger: string, timeoutSeconds = 60): Promise<Execution> {
		const before = await this.last();
		await this.n8n.run(this.workflow.id, trigger);
		return await this.executionAfter(before, timeoutSeconds);
	}

	/** The id of the latest execution so far. */
	async last(): Promise<number> {
		return await this.n8n.lastExecutionId(this.workflow.id);
	}

	async executionAfter(before: number, timeoutSeconds = 60): Promise<Execution> {
		return await this.n8n.waitForExecution(this.workflow.id, before, timeoutSeconds);
	}

	/** Waits until this many executions have ended after `before`. */
	async executionsAfter(before: number, count: number, timeoutSeconds = 60): Promise<string[]> {
		return await until(`${count} executions`, timeoutSeconds, async () => {
			const all = await this.n8n.executions(this.workflow.id, 100);
			const ended = all.filter(({ id, stoppedAt }) => Number(id) > before && stoppedAt);
			return ended.length >= count && ended.map(({ status }) => status);
		});
	}

	/** Calls it as `call` does, and answers the execution once it has this status (or has failed). */
	async start(node: string, call: WebhookCall, status = 'success'): Promise<string> {
		const before = await this.last();
		const answer = await this.call(node, call);
		if (answer.status !== 200) throw new Error(`"${node}" answered ${answer.status}`);
		const statuses = [status, 'error'];
		return (await this.n8n.waitForExecution(this.workflow.id, before, 60, statuses)).id;
	}

	/** Waits until an execution that was waiting has gone on to its end, and answers its status. */
	async ended(execution: string, timeoutSeconds = LOST_CALL_SECONDS): Promise<string> {
		return await until(`execution ${execution} to end`, timeoutSeconds, async () => {
			const { status } = await this.n8n.execution(execution);
			return status !== 'waiting' && status !== 'running' && status;
		});
	}

	async delete(): Promise<void> {
		if (this.isActive) await this.n8n.deactivate(this.workflow.id);
		await this.n8n.deleteWorkflow(this.workflow.id);
	}
}

function configured(node: WorkflowNode, values: Record<string, unknown>): WorkflowNode {
	if (node.name !== 'Configuration') return node;
	const { assignments } = node.parameters.assignments as { assignments: Assignment[] };
	const lost = Object.keys(values).filter((name) => !assignments.some((one) => one.name === name));
	if (lost.length > 0) throw new Error(`Configuration has no ${lost.join(', ')}`);
	return {
		...node,
		parameters: {
			...node.parameters,
			assignments: {
				assignments: assignments.map((one) =>
					one.name in values ? { ...one, value: values[one.name] } : one,
				),
			},
		},
	};
}

/** Webhooks get an address of their own, so that templates of several tests stand side by side. */
function ownAddress(node: WorkflowNode, paths: Map<string, string>): WorkflowNode {
	if (!node.webhookId) return node;
	const path = `lab-${randomBytes(6).toString('hex')}`;
	paths.set(node.name, path);
	return { ...node, webhookId: path, parameters: { ...node.parameters, path } };
}
