import type { IExecuteFunctions } from 'n8n-workflow';

/** What a language model may fill in: it can only make a verdict stricter. */
const MAY_RAISE: ReadonlySet<string> = new Set(['atLeast', 'atLeastReason']);

/** What decides. A model that could fill these in could let itself pass. */
const DECIDES: ReadonlySet<string> = new Set([
	'limitsFrom',
	'percent',
	'absolute',
	'combine',
	'route',
	'policySource',
	'readyPolicy',
	'policyJson',
	'policyBinary',
	'policyAttachment',
	'policyModel',
	'policyRecord',
	'policyField',
	'useOdoo',
	'odooReads',
	'lowerPercent',
	'lowerAbsolute',
	'blockPercent',
	'blockAbsolute',
	'direction',
	'timeUnit',
	'zeroBaseline',
	'acknowledged',
	'approvedPolicies',
	'prior',
	'priorDomain',
	'priorField',
	'priorModel',
	'priorStatusField',
	'rates',
	'units',
	'shadowPolicy',
	'at',
	'key',
	'scope',
]);

export interface ModelValues {
	/** Parameters that decide and that a model would fill in: not allowed. */
	readonly deciding: string[];
	/** Values that a model would fill in, so that the verdict is never milder than a review. */
	readonly values: string[];
}

/** Which parameters of the node are filled in by a language model (`$fromAI`). */
export function modelValues(node: IExecuteFunctions): ModelValues {
	const found: ModelValues = { deciding: [], values: [] };
	walk(node.getNode().parameters, '', found);
	return found;
}

function walk(parameters: unknown, name: string, found: ModelValues): void {
	if (typeof parameters === 'string') {
		if (!parameters.startsWith('=') || !asksModel(parameters) || MAY_RAISE.has(name)) return;
		(DECIDES.has(name) ? found.deciding : found.values).push(name);
		return;
	}
	if (typeof parameters !== 'object' || parameters === null) return;
	for (const [key, value] of Object.entries(parameters)) {
		walk(value, Array.isArray(parameters) ? name : key, found);
	}
}

/** By name, in any case: better one review too many. */
function asksModel(expression: string): boolean {
	return /\$fromai/i.test(expression);
}
