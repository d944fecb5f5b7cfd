import type { OdooValue } from './call';
import type { FieldSchema } from './fields';
import { FieldType } from './fields';
import { toStamp } from './stamp';

/**
 * Operators of the condition builder. Words, not Odoo's signs: n8n reads a parameter that begins with "="
 * as an expression.
 */
export enum DomainOperator {
	Equals = 'equals',
	NotEquals = 'notEquals',
	GreaterThan = 'greaterThan',
	GreaterOrEqual = 'greaterOrEqual',
	LessThan = 'lessThan',
	LessOrEqual = 'lessOrEqual',
	Contains = 'contains',
	NotContains = 'notContains',
	MatchesPattern = 'matchesPattern',
	In = 'in',
	NotIn = 'notIn',
	ChildOf = 'childOf',
	ParentOf = 'parentOf',
	IsSet = 'isSet',
	IsNotSet = 'isNotSet',
}

/** The same in Odoo's domains. Source: odoo/orm/domains.py. */
const ODOO_OPERATOR: Readonly<Record<DomainOperator, string>> = {
	[DomainOperator.Equals]: '=',
	[DomainOperator.NotEquals]: '!=',
	[DomainOperator.GreaterThan]: '>',
	[DomainOperator.GreaterOrEqual]: '>=',
	[DomainOperator.LessThan]: '<',
	[DomainOperator.LessOrEqual]: '<=',
	[DomainOperator.Contains]: 'ilike',
	[DomainOperator.NotContains]: 'not ilike',
	[DomainOperator.MatchesPattern]: '=ilike',
	[DomainOperator.In]: 'in',
	[DomainOperator.NotIn]: 'not in',
	[DomainOperator.ChildOf]: 'child_of',
	[DomainOperator.ParentOf]: 'parent_of',
	[DomainOperator.IsSet]: '!=',
	[DomainOperator.IsNotSet]: '=',
};

export enum Combine {
	All = 'all',
	Any = 'any',
}

export interface Condition {
	field: string;
	operator: DomainOperator;
	value?: OdooValue;
}

/** A domain in Odoo's prefix notation. */
export type Domain = OdooValue[];

const LIST_OPERATORS: ReadonlySet<DomainOperator> = new Set([
	DomainOperator.In,
	DomainOperator.NotIn,
]);

/** Conditions of the builder as an Odoo domain; no condition matches everything. */
export function buildDomain(conditions: Condition[], combine: Combine): Domain {
	const terms = conditions.map(toTerm);
	const operators = combine === Combine.Any ? terms.slice(1).map(() => '|') : [];
	return [...operators, ...terms];
}

function toTerm({ field, operator, value }: Condition): OdooValue {
	const odooOperator = ODOO_OPERATOR[operator];
	if (operator === DomainOperator.IsSet || operator === DomainOperator.IsNotSet) {
		return [field, odooOperator, false];
	}
	return [field, odooOperator, LIST_OPERATORS.has(operator) ? toList(value) : (value ?? false)];
}

/**
 * What was typed for a condition, as the type of the field asks for it: "7" is a number for an integer field
 * and text for a reference. Relations keep text, which Odoo then compares with the name.
 */
export function conditionValue({ value, operator }: Condition, field?: FieldSchema): OdooValue {
	if (value === undefined || value === null) return false;
	if (LIST_OPERATORS.has(operator)) return toList(value).map((part) => typed(part, field));
	return typed(value, field);
}

function typed(value: OdooValue, field?: FieldSchema): OdooValue {
	if (typeof value !== 'string' || !field) return value;
	if (field.type === FieldType.Boolean) return value.toLowerCase() === 'true';
	if (NUMERIC.has(field.type) && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
	if (field.type === FieldType.Datetime) return toOdooDatetime(value);
	return value;
}

const NUMERIC: ReadonlySet<FieldType> = new Set([
	FieldType.Integer,
	FieldType.Float,
	FieldType.Monetary,
	FieldType.Many2one,
	FieldType.Many2many,
	FieldType.One2many,
	FieldType.Many2oneReference,
]);

/** An ISO instant in Odoo's notation; anything else is left to Odoo to judge. */
function toOdooDatetime(value: string): string {
	const isInstant = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(value);
	return isInstant ? toStamp(Date.parse(value)) : value;
}

/** `in` takes a list; a text with commas is what people type for one. */
function toList(value: OdooValue | undefined): OdooValue[] {
	if (Array.isArray(value)) return value;
	if (typeof value === 'string') return value.split(',').map((part) => part.trim());
	return value === undefined || value === null ? [] : [value];
}

/** Both domains at once. */
export function andDomain(left: Domain, right: Domain): Domain {
	if (left.length === 0) return right;
	if (right.length === 0) return left;
	return ['&', ...explicitAnd(left), ...explicitAnd(right)];
}

/** Odoo joins neighbouring terms by an implicit AND only at the top level: make it explicit before nesting. */
function explicitAnd(domain: Domain): Domain {
	let missing = 0;
	let open = 1;
	for (const token of domain) {
		if (open === 0) {
			missing += 1;
			open = 1;
		}
		if (token === '&' || token === '|') open += 1;
		else if (token !== '!') open -= 1;
	}
	return [...Array.from({ length: missing }, () => '&'), ...domain];
}

/** An OR over domains that are each a plain list of AND-ed terms. */
export function anyOf(domains: Domain[]): Domain {
	const nonEmpty = domains.map(explicitAnd);
	return [...nonEmpty.slice(1).map(() => '|'), ...nonEmpty.flat()];
}
