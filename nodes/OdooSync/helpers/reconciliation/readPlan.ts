import type { IExecuteFunctions } from 'n8n-workflow';
import type { Domain, Result } from '../../../../core/odoo';
import { andDomain, failed, failure, OdooErrorKind, success } from '../../../../core/odoo';
import type { ComparisonPlan, FieldPair, ValuePair } from '../../../../core/odoo/reconcile';
import { COMPARISON_PRESETS } from '../../../../core/odoo/reconcile';
import { readModel } from '../parameters';

export const CUSTOM = 'custom';

interface Tolerance {
	absolute?: number;
	percent?: number;
}

const problem = (message: string, advice: string) =>
	failed(failure(OdooErrorKind.Configuration, message, { advice }));

/** What is to be compared, from the parameters of the first item: all items are one side of one comparison. */
export function readPlan(node: IExecuteFunctions): Result<ComparisonPlan> {
	const id = node.getNodeParameter('compare', 0) as string;
	const domain = parseDomain(node.getNodeParameter('options.domain', 0, '[]'));
	if (!domain.ok) return domain;
	const tolerance = node.getNodeParameter('tolerance', 0, {}) as Tolerance;
	const plan = id === CUSTOM ? customPlan(node) : COMPARISON_PRESETS.find((one) => one.id === id);
	if (plan === undefined)
		return problem(`There is no comparison "${id}"`, 'Choose one of the list.');
	if (plan.keys.length === 0)
		return problem('Nothing says which rows belong together', 'Add a key.');
	return success({
		...plan,
		domain: andDomain(plan.domain, domain.value),
		values: plan.values.map((value) =>
			value.kind === 'number' ? { ...tolerance, ...value } : value,
		),
	});
}

function customPlan(node: IExecuteFunctions): ComparisonPlan {
	const rows = <T>(name: string): T[] =>
		(node.getNodeParameter(name, 0, {}) as { pair?: T[] }).pair ?? [];
	const named = <T extends FieldPair>(pair: T): T => ({ ...pair, name: pair.source });
	return {
		model: readModel(node, 0),
		domain: [],
		keys: rows<FieldPair>('keys').map(named),
		values: rows<ValuePair>('values').map(named),
	};
}

function parseDomain(raw: unknown): Result<Domain> {
	const wrong = () =>
		problem('Domain is not a JSON list', 'Write it as JSON, e.g. [["company_id", "=", 1]].');
	if (Array.isArray(raw)) return success(raw as Domain);
	try {
		const parsed = JSON.parse(String(raw).trim() || '[]') as unknown;
		return Array.isArray(parsed) ? success(parsed as Domain) : wrong();
	} catch {
		return wrong();
	}
}
