import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { OdooRecord, Result } from '../../../../core/odoo';
import { Repeatable, success } from '../../../../core/odoo';
import {
	APPLY_ACTION,
	EXCEPTION_MODEL,
	ExceptionCategory,
	ExceptionState,
	GROUP_OPERATOR,
	Severity,
} from '../../../../core/odoo/apply';
import type { ComparisonResult } from '../../../../core/odoo/reconcile';
import type { OdooClient } from '../../../shared/odoo/client';
import { actionId } from '../../../shared/odoo/setupState';
import { exceptionCommand } from '../exceptions/exceptionCommand';
import { sendCommands } from '../events/sendCommands';

export interface KeptExceptions {
	opened: number;
	healed: number;
}

const slug = (name: string): string =>
	name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '_')
		.slice(0, 30);

/** Short and the same in every run, so that a difference that stays is counted and not opened again. */
const causeOf = (name: string, { key }: ComparisonResult): string =>
	`rec_${slug(name)}_${createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 12)}`;

/** What people read about a difference. */
export function sentenceOf({ outcome, key, differences }: ComparisonResult): string {
	const what = Object.entries(key)
		.map(([name, value]) => `${name} ${value}`)
		.join(', ');
	const values = differences.map(
		({ name, source, odoo, difference }) =>
			`${name} is ${String(source)}, in Odoo ${String(odoo)}${difference === null ? '' : ` (${difference})`}`,
	);
	return `${what}: ${[outcome.replaceAll('_', ' '), ...values].join('; ')}`;
}

/** Opens an exception for each difference, and resolves those of earlier runs that have healed. */
export async function keepExceptions(
	node: IExecuteFunctions,
	client: OdooClient,
	name: string,
	model: string,
	differing: ComparisonResult[],
): Promise<Result<KeptExceptions>> {
	const action = await actionId(client, APPLY_ACTION);
	if (!action.ok) return action;
	const commands = differing.map((result) =>
		exceptionCommand(
			result.odooOrigins.length > 0 ? { model, ids: [result.odooOrigins[0]] } : null,
			{
				category: ExceptionCategory.Reconciliation,
				cause: causeOf(name, result),
				message: sentenceOf(result),
				severity: Severity.Medium,
				hold: false,
				group: GROUP_OPERATOR,
			},
		),
	);
	const sent = await sendCommands(
		client,
		commands.map((command) => ({ commands: [command] })),
		{
			actionId: action.value,
			batchSize: 200,
			request: {
				dry_run: false,
				ledger: false,
				workflow: node.getWorkflow().name ?? '',
				execution: node.getExecutionId(),
				tables: {},
			},
		},
	);
	const failure = sent.find((one) => !one.ok);
	if (failure && !failure.ok) return failure;
	const healed = await resolveHealed(
		client,
		name,
		new Set(differing.map((one) => causeOf(name, one))),
	);
	return healed.ok ? success({ opened: commands.length, healed: healed.value }) : healed;
}

async function resolveHealed(
	client: OdooClient,
	name: string,
	still: ReadonlySet<string>,
): Promise<Result<number>> {
	const open = await client.read<OdooRecord[]>({
		model: EXCEPTION_MODEL,
		method: 'search_read',
		params: {
			domain: [
				['x_cause', '=like', `rec\\_${slug(name).replaceAll('_', '\\_')}\\_%`],
				['x_state', 'not in', [ExceptionState.Resolved, ExceptionState.Dead]],
			],
			fields: ['x_cause'],
		},
	});
	if (!open.ok) return open;
	const ids = open.value.filter((row) => !still.has(String(row.x_cause))).map(({ id }) => id);
	if (ids.length === 0) return success(0);
	const action = await actionId(client, 'action_exception_resolve');
	if (!action.ok) return action;
	const resolved = await client.call({
		model: 'ir.actions.server',
		method: 'run',
		ids: [action.value],
		context: {
			active_model: EXCEPTION_MODEL,
			active_id: ids[0],
			active_ids: ids,
			logistics: { resolution: 'No difference any more' },
		},
		// Resolving twice changes nothing.
		repeatable: Repeatable.Yes,
	});
	return resolved.ok ? success(ids.length) : resolved;
}
