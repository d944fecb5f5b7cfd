import type { OdooValue, Result } from '../../../core/odoo';
import { failed, failure, OdooErrorKind, Repeatable, success } from '../../../core/odoo';
import { MODULE } from '../../../core/odoo/apply';
import { domainText, rulePrefix, type RuleSpec } from '../../../core/odoo/changes';
import type { OdooClient } from '../../shared/odoo/client';
import { createAll, searchRead, unlink } from '../../OdooSync/helpers/setup/rpc';
import { ruleValues, type RuleIds } from './ruleValues';

const RULES = 'base.automation';

interface FoundRule {
	id: number;
	active: boolean;
	trigger: string;
	filter_domain: string | false;
	action_server_ids: number[];
	/** By external id; empty for one that is found by its URL alone. */
	externalId: string;
	url: string;
}

export interface RuleReport {
	created: string[];
	removed: number;
}

/** Makes Odoo hold exactly these rules for the address: what is missing is made, what is too much or wrong goes. */
export async function ensureRules(
	client: OdooClient,
	address: string,
	model: string,
	specs: readonly RuleSpec[],
): Promise<Result<RuleReport>> {
	const found = await findRules(client, address);
	if (!found.ok) return found;
	const kept = new Map<string, FoundRule>();
	for (const rule of found.value) {
		const spec = specs.find(({ externalId }) => externalId === rule.externalId);
		if (spec && !kept.has(spec.externalId) && fits(rule, spec)) kept.set(spec.externalId, rule);
	}
	const surplus = found.value.filter((rule) => kept.get(rule.externalId) !== rule);
	const removed = await removeRules(client, surplus);
	if (!removed.ok) return removed;
	const missing = specs.filter(({ externalId }) => !kept.has(externalId));
	if (missing.length > 0) {
		const created = await createRules(client, model, missing);
		if (!created.ok) return created;
	}
	return success({
		created: missing.map(({ kind }) => kind),
		removed: surplus.length,
	});
}

/** Removes every rule of the address. */
export async function dropRules(client: OdooClient, address: string): Promise<Result<unknown>> {
	const found = await findRules(client, address);
	return found.ok ? await removeRules(client, found.value) : found;
}

const fits = (rule: FoundRule, spec: RuleSpec): boolean =>
	rule.active &&
	rule.trigger === spec.trigger &&
	rule.url === spec.url &&
	(rule.filter_domain || '[]') === domainText(spec.filterDomain);

async function findRules(client: OdooClient, address: string): Promise<Result<FoundRule[]>> {
	const names = await searchRead<{ name: string; res_id: number }>(
		client,
		'ir.model.data',
		[
			['module', '=', MODULE],
			['model', '=', RULES],
			['name', '=like', `${rulePrefix(address)}%`],
		],
		['name', 'res_id'],
	);
	if (!names.ok) return names;
	const actions = await searchRead<{
		id: number;
		webhook_url: string;
		base_automation_id: [number, string] | false;
	}>(
		client,
		'ir.actions.server',
		[
			['state', '=', 'webhook'],
			['webhook_url', '=like', `${address}?%`],
		],
		['webhook_url', 'base_automation_id'],
	);
	if (!actions.ok) return actions;
	const byRule = new Map(
		actions.value.flatMap(({ base_automation_id: rule, webhook_url: url }) =>
			rule ? [[rule[0], url] as const] : [],
		),
	);
	const byId = new Map(names.value.map(({ res_id, name }) => [res_id, name]));
	const rules = await searchRead<Omit<FoundRule, 'externalId' | 'url'>>(
		client,
		RULES,
		[['id', 'in', [...new Set([...byRule.keys(), ...byId.keys()])]]],
		['active', 'trigger', 'filter_domain', 'action_server_ids'],
	);
	if (!rules.ok) return rules;
	return success(
		rules.value.map((rule) => ({
			...rule,
			externalId: byId.get(rule.id) ?? '',
			url: byRule.get(rule.id) ?? '',
		})),
	);
}

async function removeRules(
	client: OdooClient,
	rules: readonly FoundRule[],
): Promise<Result<unknown>> {
	const actions = rules.flatMap(({ action_server_ids: ids }) => ids);
	const removed = await unlink(
		client,
		RULES,
		rules.map(({ id }) => id),
	);
	if (!removed.ok) return removed;
	// Odoo takes the actions along with their rule; those of an older Odoo may stay.
	const left = await searchRead<{ id: number }>(
		client,
		'ir.actions.server',
		[['id', 'in', actions]],
		['id'],
	);
	if (!left.ok) return left;
	return await unlink(
		client,
		'ir.actions.server',
		left.value.map(({ id }) => id),
	);
}

async function createRules(
	client: OdooClient,
	model: string,
	specs: readonly RuleSpec[],
): Promise<Result<unknown>> {
	const ids = await lookUp(client, model);
	if (!ids.ok) return ids;
	const created = await createAll(
		client,
		RULES,
		specs.map((spec) => ruleValues(spec, ids.value)),
	);
	if (!created.ok) return created;
	const names = specs.map(
		(spec, index): Record<string, OdooValue> => ({
			module: MODULE,
			name: spec.externalId,
			model: RULES,
			res_id: created.value[index],
			noupdate: true,
		}),
	);
	return await client.call({
		model: 'ir.model.data',
		method: 'create',
		params: { vals_list: names },
		repeatable: Repeatable.No,
	});
}

async function lookUp(client: OdooClient, model: string): Promise<Result<RuleIds>> {
	const schema = await client.schema(RULES);
	if (!schema.ok) return schema;
	const models = await searchRead<{ id: number }>(
		client,
		'ir.model',
		[['model', '=', model]],
		['id'],
	);
	if (!models.ok) return models;
	const [row] = models.value;
	if (!row) {
		return failed(failure(OdooErrorKind.Missing, `Odoo has no model ${model}`, { model }));
	}
	const fields = await searchRead<{ id: number; name: string }>(
		client,
		'ir.model.fields',
		[['model', '=', model]],
		['name'],
	);
	if (!fields.ok) return fields;
	return success({
		model: row.id,
		fields: new Map(fields.value.map(({ id, name }) => [name, id])),
		hasDirection: 'trg_date_range_mode' in schema.value,
	});
}
