import { createHash } from 'node:crypto';
import type { OdooValue } from '../call';
import { andDomain, type Domain } from '../domain';
import { ChangeKind } from './changeKind';
import type { Watch } from './watch';

/** An automation rule that a trigger needs in Odoo. Fields are named; whoever writes it looks their ids up. */
export interface RuleSpec {
	readonly kind: ChangeKind;
	/** Name of the external id in module `n8n_logistics`. */
	readonly externalId: string;
	readonly name: string;
	/** `base.automation.trigger`. */
	readonly trigger: string;
	readonly filterDomain: Domain;
	readonly triggerFields: readonly string[];
	readonly time?: Watch['time'];
	readonly url: string;
}

const NATIVE_TRIGGER: Readonly<Record<ChangeKind, string>> = {
	[ChangeKind.Archived]: 'on_archive',
	[ChangeKind.Created]: 'on_create',
	[ChangeKind.Deleted]: 'on_unlink',
	[ChangeKind.FieldChanged]: 'on_write',
	[ChangeKind.StateReached]: 'on_create_or_write',
	[ChangeKind.TimeReached]: 'on_time',
	[ChangeKind.Updated]: 'on_write',
};

/**
 * External ids begin with this for one address: found again after a re-activation, a renaming or a restored backup.
 * @param address the webhook address without its secret
 */
export const rulePrefix = (address: string): string =>
	`trigger_${createHash('sha256').update(address).digest('hex').slice(0, 16)}`;

/** One rule for each kind of change. `label` is what people see in Odoo. */
export function rulesFor(watch: Watch, address: string, secret: string, label: string): RuleSpec[] {
	const prefix = rulePrefix(address);
	return watch.kinds.map((kind) => ({
		kind,
		externalId: `${prefix}_${kind.toLowerCase()}`,
		name: `n8n: ${label} (${kind})`,
		trigger: NATIVE_TRIGGER[kind],
		filterDomain: filterOf(watch, kind),
		triggerFields: triggerFieldsOf(watch, kind),
		...(kind === ChangeKind.TimeReached && watch.time && { time: watch.time }),
		url: `${address}?kind=${kind}&key=${secret}`,
	}));
}

function filterOf({ domain, state }: Watch, kind: ChangeKind): Domain {
	if (kind === ChangeKind.Archived) return andDomain([['active', '=', false]], domain);
	return kind === ChangeKind.StateReached && state
		? andDomain([[state.field, '=', state.value]], domain)
		: domain;
}

const triggerFieldsOf = ({ changedFields, state }: Watch, kind: ChangeKind): string[] => {
	if (kind === ChangeKind.FieldChanged) return [...changedFields];
	if (kind === ChangeKind.Archived) return ['active'];
	return kind === ChangeKind.StateReached && state ? [state.field] : [];
};

/** A domain as the text that Odoo keeps: a Python literal. */
export function domainText(domain: Domain): string {
	return domain.length === 0 ? '[]' : pythonLiteral(domain);
}

function pythonLiteral(value: OdooValue): string {
	if (value === null || value === false) return 'False';
	if (value === true) return 'True';
	if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(', ')}]`;
	// A JSON string is a Python string too; so is a number a number.
	return JSON.stringify(value);
}
