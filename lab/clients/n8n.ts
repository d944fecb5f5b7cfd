import axios, { type AxiosResponse, type Method } from 'axios';
import { LabError } from '../progress';
import { until } from '../until';
import type { N8nAccess } from '../state';
import { parseFlatted } from './flatted';
import { N8nSession } from './n8nSession';
import type {
	Credential,
	Execution,
	ExecutionSummary,
	NodeType,
	WebhookCall,
	Workflow,
	WorkflowFile,
} from './n8nTypes';

const ENDED = ['success', 'error', 'crashed', 'canceled'];

interface Publication {
	status: 'in_progress' | 'not_published' | 'published' | 'partial' | 'failed';
	triggers: Array<{ errorMessage?: string | null }>;
}

interface ExecutionPage {
	results: ExecutionSummary[];
	nextCursor?: string | null;
}

/** n8n's own REST API, as its editor uses it. */
export class N8nClient extends N8nSession {
	/** A client that is logged in as the owner. */
	static async login(access: N8nAccess): Promise<N8nClient> {
		const client = new N8nClient(access);
		await client.open();
		return client;
	}

	async createCredential(name: string, type: string, data: object): Promise<Credential> {
		return await this.rest<Credential>('POST', '/rest/credentials', { name, type, data });
	}

	/** n8n's own test of a credential, as its button runs it. */
	async testCredential(
		credential: Credential,
		data: object,
	): Promise<{ status: string; message: string }> {
		return await this.rest('POST', '/rest/credentials/test', {
			credentials: { ...credential, data },
		});
	}

	/** Loads a workflow as it is shipped; its credentials are found by their names. */
	async importWorkflow(workflow: WorkflowFile, credentials: Credential[] = []): Promise<Workflow> {
		const byName = new Map(credentials.map((one) => [`${one.type} ${one.name}`, one]));
		const nodes = workflow.nodes.map((node) => {
			if (!node.credentials) return node;
			const mapped = Object.entries(node.credentials).map(([type, { name }]) => {
				const found = byName.get(`${type} ${name}`);
				if (!found) throw new LabError(`"${node.name}" wants the credential "${name}" (${type})`);
				return [type, { id: found.id, name }] as const;
			});
			return { ...node, credentials: Object.fromEntries(mapped) };
		});
		return await this.rest<Workflow>('POST', '/rest/workflows', {
			settings: {},
			...workflow,
			id: undefined,
			nodes,
			active: false,
		});
	}

	async workflow(id: string): Promise<Workflow> {
		return await this.rest<Workflow>('GET', `/rest/workflows/${id}`);
	}

	/** Publishes it and waits until its triggers are there: n8n answers before they are. */
	async activate(id: string): Promise<void> {
		const { versionId } = await this.workflow(id);
		await this.rest('POST', `/rest/workflows/${id}/activate`, { versionId });
		await until(`workflow ${id} to be published`, 60, async () => {
			const path = `/rest/workflows/${id}/publication-status`;
			const { status, triggers } = await this.rest<Publication>('GET', path);
			if (status === 'failed' || status === 'partial') {
				const why = triggers.map(({ errorMessage }) => errorMessage).filter(Boolean);
				throw new LabError(`n8n could not publish workflow ${id}: ${why.join('; ')}`);
			}
			return status === 'published';
		});
	}

	async deactivate(id: string): Promise<void> {
		await this.rest('POST', `/rest/workflows/${id}/deactivate`, {});
	}

	/** Archives and deletes; n8n deletes only what is archived, and whose triggers are gone. */
	async deleteWorkflow(id: string): Promise<void> {
		await this.rest('POST', `/rest/workflows/${id}/archive`, {});
		await until(`workflow ${id} to be deleted`, 60, async () => {
			try {
				await this.rest('DELETE', `/rest/workflows/${id}`);
				return true;
			} catch (error) {
				if (String(error).includes('still being unpublished')) return false;
				throw error;
			}
		});
	}

	/** Calls a production webhook. The answer is the caller's to judge, whatever its status. */
	async callWebhook(path: string, call: WebhookCall = {}): Promise<AxiosResponse<unknown>> {
		return await axios.request<unknown>({
			method: (call.method ?? 'POST') as Method,
			url: `${this.access.webhookUrl}/webhook/${path.replace(/^\//, '')}`,
			data: call.body,
			headers: call.headers,
			params: call.query,
			timeout: (call.timeoutSeconds ?? 60) * 1000,
			validateStatus: () => true,
			// Signed payloads must leave byte by byte as they were given.
			...(typeof call.body === 'string' && { transformRequest: (data: unknown) => data }),
		});
	}

	/** The latest executions of a workflow, newest first. */
	async executions(workflowId: string, limit = 20): Promise<ExecutionSummary[]> {
		return (await this.executionPage(workflowId, limit)).results;
	}

	/** Every execution of a workflow. */
	async allExecutions(workflowId: string): Promise<ExecutionSummary[]> {
		const found = new Map<string, ExecutionSummary>();
		for await (const page of this.executionPages(workflowId)) {
			for (const one of page) found.set(one.id, one);
		}
		return [...found.values()];
	}

	/** The executions of a workflow by the hundred, newest first; those that run are on every page. */
	async *executionPages(workflowId: string): AsyncGenerator<ExecutionSummary[]> {
		let cursor: string | null | undefined;
		do {
			const page = await this.executionPage(workflowId, 100, cursor);
			yield page.results;
			cursor = page.nextCursor;
		} while (cursor);
	}

	private async executionPage(
		workflowId: string,
		limit: number,
		cursor?: string | null,
	): Promise<ExecutionPage> {
		const filter = JSON.stringify({ workflowId });
		const query = { filter, limit: String(limit), ...(cursor && { cursor }) };
		const path = `/rest/executions?${new URLSearchParams(query).toString()}`;
		return await this.rest<ExecutionPage>('GET', path);
	}

	/** The id of the latest execution, to wait for the one after it. */
	async lastExecutionId(workflowId: string): Promise<number> {
		const [latest] = await this.executions(workflowId, 1);
		return latest ? Number(latest.id) : 0;
	}

	/** Waits for the first execution after `after` to end, and reads it. */
	async waitForExecution(
		workflowId: string,
		after = 0,
		timeoutSeconds = 60,
		statuses = ENDED,
	): Promise<Execution> {
		const found = await until(`an execution of ${workflowId}`, timeoutSeconds, async () =>
			(await this.executions(workflowId))
				.filter(({ id, status }) => Number(id) > after && statuses.includes(status))
				.sort((a, b) => Number(a.id) - Number(b.id))
				.at(0),
		);
		return await this.execution(found.id);
	}

	/** One execution with what every node of it put out. */
	async execution(id: string): Promise<Execution> {
		const raw = await this.rest<ExecutionSummary & { data: string }>(
			'GET',
			`/rest/executions/${id}`,
		);
		return { ...raw, data: parseFlatted(raw.data) as Execution['data'] };
	}

	/** Takes an execution away, as retention does. */
	async deleteExecution(id: string): Promise<void> {
		await this.rest('POST', '/rest/executions/delete', { ids: [id] });
	}

	/** Runs it by hand from the trigger of that name, as the editor's button does. */
	async run(id: string, trigger: string): Promise<string> {
		const { executionId } = await this.rest<{ executionId?: string }>(
			'POST',
			`/rest/workflows/${id}/run`,
			{ triggerToStartFrom: { name: trigger } },
		);
		if (!executionId) throw new LabError(`"${trigger}" waits for a call instead of running`);
		return executionId;
	}

	/** Every node type n8n has loaded. */
	async nodeTypes(): Promise<NodeType[]> {
		return await this.get<NodeType[]>('/types/nodes.json');
	}
}
