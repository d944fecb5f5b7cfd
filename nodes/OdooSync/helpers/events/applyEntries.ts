import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Result } from '../../../../core/odoo';
import { failed, failure, OdooErrorKind, success } from '../../../../core/odoo';
import { APPLY_ACTION } from '../../../../core/odoo/apply';
import { overrideRoutes, SHIPPED_ROUTES, type Routes } from '../../../../core/odoo/routes';
import type { OdooClient } from '../../../shared/odoo/client';
import type { ItemOutcome } from '../../../shared/odoo/itemResult';
import { actionId } from '../../../shared/odoo/setupState';
import { toEntries, type EntryInput } from './entries';
import { inItemOrder, reportOutcome } from './report';
import { sendCommands } from './sendCommands';

/** Options of every operation that applies events. */
export const applyOptions: INodeProperties[] = [
	{
		displayName: 'Batch Size',
		name: 'batchSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1000 },
		default: 200,
		description: 'How many events to send in one request, which is one transaction in Odoo',
	},
	{
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: false,
		description: 'Whether to only say what would happen: Odoo tries everything and takes it back',
	},
	{
		displayName: 'Routes',
		name: 'routes',
		type: 'json',
		default: '{}',
		description:
			'Changes to the routes, as a JSON object by route: {"shipment.outgoing": {"effects": {"note": null}}} writes no notes. The page on events in the documentation lists the routes and their parts.',
	},
	{
		displayName: 'Use Ledger',
		name: 'useLedger',
		type: 'boolean',
		default: true,
		description:
			'Whether each event is recorded and applied only once. Without the ledger, the same event sent twice is applied twice.',
	},
];

interface ApplyOptions {
	batchSize?: number;
	dryRun?: boolean;
	routes?: string | object;
	useLedger?: boolean;
}

/** Applies events to Odoo in order of time; an outcome for each, in the order of the items. */
export async function applyInputs(
	node: IExecuteFunctions,
	client: OdooClient,
	inputs: EntryInput[],
): Promise<Result<ItemOutcome[]>> {
	if (inputs.length === 0) return success([]);
	const options = node.getNodeParameter('options', 0, {}) as ApplyOptions;
	const routes = readRoutes(options.routes);
	if (!routes.ok) return routes;
	const action = await actionId(client, APPLY_ACTION);
	if (!action.ok) return action;
	const circumstances = { receivedAt: new Date().toISOString(), zone: node.getTimezone() };
	const { entries, tables } = toEntries(inputs, routes.value, circumstances);
	const dryRun = options.dryRun ?? false;
	const outcomes = await sendCommands(client, entries, {
		actionId: action.value,
		batchSize: options.batchSize ?? 200,
		request: {
			dry_run: dryRun,
			ledger: options.useLedger ?? true,
			workflow: node.getWorkflow().name ?? '',
			execution: node.getExecutionId(),
			tables,
		},
	});
	return success(
		inItemOrder(
			node,
			outcomes.map((outcome) => reportOutcome(outcome, dryRun)),
		),
	);
}

/** The shipped routes with the user's changes. */
function readRoutes(raw: string | object = {}): Result<Routes> {
	const patch = typeof raw === 'string' ? parse(raw) : raw;
	const overridden = overrideRoutes(SHIPPED_ROUTES, patch);
	if (overridden.ok) return success(overridden.routes);
	const [{ path, message }, ...others] = overridden.faults;
	const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
	return failed(
		failure(OdooErrorKind.Configuration, `Routes${path}: ${message}${more}`, {
			advice:
				'Correct the option Routes: a JSON object with the parts of routes to change, by route.',
		}),
	);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text.trim() || '{}');
	} catch {
		return null;
	}
}
