import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

// n8n writes its settings file on start: into a folder of this run, not into the user's home.
process.env.N8N_USER_FOLDER = mkdtempSync(path.join(tmpdir(), 'odoo-logistics-engine-'));
process.env.N8N_ENCRYPTION_KEY = 'engine-tests-only';
process.env.N8N_LOG_LEVEL = 'silent';

import { ExecutionLifecycleHooks, PackageDirectoryLoader, WorkflowExecute } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	INode,
	INodeExecutionData,
	INodeType,
	INodeTypes,
	IRun,
	IVersionedNodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeHelpers, Workflow } from 'n8n-workflow';
import { CredentialStore } from './credentials';

const ROOT = path.resolve(__dirname, '../../..');
const PACKAGE = 'n8n-nodes-odoo-logistics';

/** Puts the items of the test into the workflow. */
const startNode = (items: INodeExecutionData[]): INodeType => ({
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: 'Emits the items of the test',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute() {
		return [items];
	},
});

export interface NodeRun {
	/** Items per output of the node under test; the error output comes last where it is on. */
	outputs: INodeExecutionData[][];
	/** What the editor would show as the error of the execution. */
	error?: { message: string; description?: string | null };
	/** The credentials as they are stored after the run. */
	credentials: CredentialStore;
	run: IRun;
	engine: Engine;
}

/** What a run was made of, to go on with it. */
export interface Engine {
	workflow: Workflow;
	additionalData: IWorkflowExecuteAdditionalData;
}

export interface NodeUnderTest {
	type: 'approvalRequest' | 'odooSync' | 'carrierStatusNormalizer' | 'toleranceGate';
	parameters: INode['parameters'];
	items: Array<INodeExecutionData['json']>;
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	/** `continueErrorOutput` to get failed items on an output of their own. */
	onError?: INode['onError'];
	retryOnFail?: boolean;
	timezone?: string;
	/** Cancels the execution, as the user's stop button does, after so many milliseconds. */
	cancelAfterMs?: number;
}

let loading: Promise<PackageDirectoryLoader> | undefined;

/** The built package, loaded the way n8n loads an installed community package. */
async function loadPackage(): Promise<PackageDirectoryLoader> {
	loading ??= (async () => {
		const loader = new PackageDirectoryLoader(ROOT);
		await loader.loadAll();
		return loader;
	})();
	return await loading;
}

/** Runs one node of the package in n8n's own engine, in this process. */
export async function runNode(test: NodeUnderTest): Promise<NodeRun> {
	const loader = await loadPackage();
	const items = test.items.map((json) => ({ json }));
	const credentials = new CredentialStore(
		credentialTypes(loader),
		structuredClone(test.credentials ?? {}),
	);
	const workflow = new Workflow({
		id: 'engine-test',
		name: 'Engine test',
		active: false,
		nodes: [
			{
				id: '1',
				name: 'Start',
				type: 'test.start',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			nodeUnderTest(test),
		],
		connections: {
			Start: { main: [[{ node: 'Test', type: NodeConnectionTypes.Main, index: 0 }]] },
		},
		nodeTypes: nodeTypes(loader, items),
		settings: { executionOrder: 'v1', timezone: test.timezone ?? 'UTC' },
	});
	const engine = { workflow, additionalData: additionalData(credentials, workflow) };
	const execution = new WorkflowExecute(engine.additionalData, 'manual');
	const running = execution.run({ workflow, startNode: workflow.getNode('Start') ?? undefined });
	if (test.cancelAfterMs !== undefined) setTimeout(() => running.cancel(), test.cancelAfterMs);
	const run = await running;
	const task = run.data.resultData.runData.Test?.[0];
	const error = run.data.resultData.error;
	return {
		outputs: (task?.data?.main ?? []).map((output) => output ?? []),
		...(error && { error: { message: error.message, description: error.description } }),
		credentials,
		run,
		engine,
	};
}

function nodeUnderTest(test: NodeUnderTest): INode {
	const [name] = Object.keys(test.credentials ?? {});
	return {
		id: '2',
		name: 'Test',
		type: `${PACKAGE}.${test.type}`,
		typeVersion: 1,
		position: [200, 0],
		parameters: test.parameters,
		...(name && { credentials: { odooSyncApi: { id: '1', name } } }),
		...(test.onError && { onError: test.onError }),
		...(test.retryOnFail && { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 }),
	};
}

const credentialTypes = (loader: PackageDirectoryLoader): Map<string, ICredentialType> =>
	new Map(Object.entries(loader.credentialTypes).map(([name, { type }]) => [name, type]));

function nodeTypes(loader: PackageDirectoryLoader, items: INodeExecutionData[]): INodeTypes {
	const byName = (name: string): INodeType | IVersionedNodeType =>
		name === 'test.start' ? startNode(items) : loader.getNode(name.replace(`${PACKAGE}.`, '')).type;
	return {
		getByName: byName,
		getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(byName(name), version),
		getKnownTypes: () => ({}),
	};
}

function additionalData(
	credentialsHelper: CredentialStore,
	workflow: Workflow,
): IWorkflowExecuteAdditionalData {
	const workflowData = {
		id: workflow.id,
		name: 'Engine test',
		active: false,
		isArchived: false,
		createdAt: new Date(0),
		updatedAt: new Date(0),
		nodes: Object.values(workflow.nodes),
		connections: workflow.connectionsBySourceNode,
		activeVersionId: null,
	};
	const hooks = new ExecutionLifecycleHooks('manual', '1', workflowData);
	return {
		credentialsHelper,
		hooks,
		executionId: '1',
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: '',
		webhookBaseUrl: 'http://127.0.0.1/webhook',
		webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
		formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
		logAiEvent: () => {},
	} as unknown as IWorkflowExecuteAdditionalData;
}
