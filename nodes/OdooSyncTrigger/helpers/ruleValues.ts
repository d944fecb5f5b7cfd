import type { OdooValue } from '../../../core/odoo';
import { domainText, type RuleSpec } from '../../../core/odoo/changes';

export interface RuleIds {
	readonly model: number;
	readonly fields: ReadonlyMap<string, number>;
	/** Odoo 19 has a field for before and after; older ones take a negative number. */
	readonly hasDirection: boolean;
}

/** The rule with its one action, as Odoo's `create` takes it: both in one transaction. */
export function ruleValues(spec: RuleSpec, ids: RuleIds): Record<string, OdooValue> {
	const idOf = (name: string): number[] => {
		const id = ids.fields.get(name);
		return id === undefined ? [] : [id];
	};
	return {
		name: spec.name,
		model_id: ids.model,
		trigger: spec.trigger,
		filter_domain: domainText(spec.filterDomain),
		filter_pre_domain: false,
		trigger_field_ids: [[6, 0, spec.triggerFields.flatMap(idOf)]],
		...timeValues(spec, ids, idOf),
		action_server_ids: [
			[
				0,
				0,
				{
					name: spec.name,
					model_id: ids.model,
					state: 'webhook',
					webhook_url: spec.url,
					webhook_field_ids: [[6, 0, idOf('write_date')]],
				},
			],
		],
	};
}

function timeValues(
	{ time }: RuleSpec,
	{ hasDirection }: RuleIds,
	idOf: (name: string) => number[],
): Record<string, OdooValue> {
	if (!time) return {};
	return {
		trg_date_id: idOf(time.field)[0] ?? false,
		trg_date_range: hasDirection ? Math.abs(time.amount) : time.amount,
		trg_date_range_type: time.unit,
		...(hasDirection && { trg_date_range_mode: time.amount < 0 ? 'before' : 'after' }),
	};
}
