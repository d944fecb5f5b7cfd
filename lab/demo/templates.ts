import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxiosResponse } from 'axios';
import type {
	Credential,
	Execution,
	N8nClient,
	WebhookCall,
	Workflow,
	WorkflowFile,
} from '../clients';
import { LabError } from '../progress';

const WORKFLOWS = join(__dirname, '../../workflows');

/** Where the templates are called, behind `/webhook/`, as they are shipped. */
export enum Address {
	Carriers = '6f4c2a9e-5b1d-4c57-9d0a-2b6f0c3a7e11/carrier',
	Proofs = 'proof-of-delivery',
	Counts = 'stock-count',
	Suppliers = 'supplier-dates',
	FreightInvoices = 'freight-invoice',
}

/** Values of a template's node Configuration, by name. */
export type Configuration = Record<string, string | number>;

function read(number: string): WorkflowFile {
	const file = readdirSync(WORKFLOWS).find((one) => one.startsWith(`${number}-`));
	if (!file) throw new LabError(`There is no template ${number}`);
	return JSON.parse(readFileSync(join(WORKFLOWS, file), 'utf8')) as WorkflowFile;
}

interface Assignments {
	assignments: Array<{ name: string; value: unknown }>;
}

function configure({ nodes }: WorkflowFile, values: Configuration): void {
	const node = nodes.find(({ name }) => name === 'Configuration');
	const { assignments } = (node?.parameters.assignments ?? { assignments: [] }) as Assignments;
	for (const [name, value] of Object.entries(values)) {
		const assignment = assignments.find((one) => one.name === name);
		if (!assignment) throw new LabError(`There is no "${name}" to configure`);
		assignment.value = value;
	}
}

/** The shipped templates in n8n, by number. */
export class Templates {
	readonly workflows = new Map<string, Workflow>();

	constructor(
		private readonly n8n: N8nClient,
		private readonly credentials: Credential[],
	) {}

	async import(number: string, configuration: Configuration = {}): Promise<Workflow> {
		const template = read(number);
		configure(template, configuration);
		const workflow = await this.n8n.importWorkflow(template, this.credentials);
		this.workflows.set(number, workflow);
		return workflow;
	}

	async publish(number: string, configuration?: Configuration): Promise<void> {
		await this.n8n.activate((await this.import(number, configuration)).id);
	}

	async call(address: Address, call: WebhookCall): Promise<AxiosResponse<unknown>> {
		return await this.n8n.callWebhook(address, call);
	}

	/** Sends something, and waits until the workflow has ended, or waits for people. @returns the execution */
	async callAndWait(number: string, address: Address, call: WebhookCall): Promise<string> {
		const before = await this.lastOf(number);
		const { status } = await this.call(address, call);
		if (status !== 200) throw new LabError(`Template ${number} answered ${status}`);
		return await this.pauseOf(number, before);
	}

	/** Waits until an execution that waited for people has ended. */
	async end(number: string, execution: string): Promise<void> {
		await this.n8n.waitForExecution(this.found(number), Number(execution) - 1, 60);
	}

	/** Runs what this trigger starts, as the clock would, and waits for the end. */
	async run(number: string, trigger: string): Promise<Execution> {
		const execution = await this.n8n.run(this.found(number), trigger);
		return await this.n8n.waitForExecution(this.found(number), Number(execution) - 1, 180);
	}

	/** The same, until it has ended or waits for people. @returns the execution */
	async runAndWait(number: string, trigger: string): Promise<string> {
		const before = await this.lastOf(number);
		await this.n8n.run(this.found(number), trigger);
		return await this.pauseOf(number, before);
	}

	private async lastOf(number: string): Promise<number> {
		return await this.n8n.lastExecutionId(this.found(number));
	}

	private async pauseOf(number: string, before: number): Promise<string> {
		const ends = ['success', 'error', 'waiting'];
		const { id } = await this.n8n.waitForExecution(this.found(number), before, 60, ends);
		return id;
	}

	private found(number: string): string {
		const workflow = this.workflows.get(number);
		if (!workflow) throw new LabError(`Template ${number} was not imported`);
		return workflow.id;
	}
}
