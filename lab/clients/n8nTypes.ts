export interface Credential {
	id: string;
	name: string;
	type: string;
}

export interface WorkflowNode {
	id?: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id?: string; name: string }>;
	[key: string]: unknown;
}

/** A workflow as its JSON file has it. */
export interface WorkflowFile {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	[key: string]: unknown;
}

/** A workflow that n8n has loaded. */
export interface Workflow extends WorkflowFile {
	id: string;
	versionId: string;
}

export interface WebhookCall {
	method?: string;
	/** An object is sent as JSON, a string as it is. */
	body?: unknown;
	headers?: Record<string, string>;
	query?: Record<string, string>;
	timeoutSeconds?: number;
}

export interface ExecutionSummary {
	id: string;
	status: string;
	mode: string;
	startedAt?: string;
	stoppedAt?: string;
	workflowId?: string;
}

export interface Item {
	json: Record<string, unknown>;
	pairedItem?: unknown;
	error?: unknown;
}

export interface NodeRun {
	executionStatus?: string;
	executionTime: number;
	startTime: number;
	error?: { message: string; description?: string };
	hints?: unknown[];
	/** By connection type, then by output, then the items. */
	data?: Record<string, Array<Item[] | null>>;
}

export interface Execution extends ExecutionSummary {
	data: {
		resultData: {
			runData: Record<string, NodeRun[]>;
			error?: { message: string; description?: string };
			lastNodeExecuted?: string;
			metadata?: Record<string, string>;
		};
	};
}

export interface NodeType {
	name: string;
	displayName: string;
	version: number | number[];
	properties: Array<{ name: string; type: string }>;
	[key: string]: unknown;
}

/** The items a node put out in its last run on that output. */
export function itemsOf(execution: Execution, node: string, output = 0): Item[] {
	return execution.data.resultData.runData[node]?.at(-1)?.data?.main?.[output] ?? [];
}
