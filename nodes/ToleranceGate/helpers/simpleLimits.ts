import type { IExecuteFunctions } from 'n8n-workflow';
import type { Result } from '../../../core/odoo';
import { success } from '../../../core/odoo';
import {
	FieldKind,
	isRoute,
	simplePolicy,
	STANDARD_FIELDS,
	type BaselineRule,
	type Combine,
	type DecimalText,
	type DocumentText,
	type PolicyText,
	type SimpleLimits,
} from '../../../core/tolerance';
import { misconfigured, typed } from './json';

export interface SimpleOptions {
	readonly actualUnit?: string;
	readonly expectedUnit?: string;
	readonly lowerPercent?: string;
	readonly lowerAbsolute?: string;
	readonly blockPercent?: string;
	readonly blockAbsolute?: string;
	readonly direction?: SimpleLimits['direction'];
	readonly timeUnit?: string;
	readonly zeroBaseline?: BaselineRule;
}

/** The policy that the limits in the editor amount to. */
export function simplePolicyOf(
	node: IExecuteFunctions,
	itemIndex: number,
	options: SimpleOptions,
): Result<PolicyText> {
	const field = node.getNodeParameter('field', itemIndex) as string;
	const kind = STANDARD_FIELDS[field]?.kind;
	if (kind === undefined)
		return misconfigured(`There is no field "${field}"`, 'Choose what to compare.');
	const route = node.getNodeParameter('route', itemIndex);
	if (!isRoute(route))
		return misconfigured(`"${String(route)}" is no route`, 'Choose what happens beyond the limit.');
	const isTime = kind === FieldKind.Time;
	const percent = isTime ? undefined : typed(node.getNodeParameter('percent', itemIndex, ''));
	const absolute = typed(node.getNodeParameter('absolute', itemIndex, ''));
	const { lowerPercent, lowerAbsolute, blockPercent, blockAbsolute, expectedUnit } = options;
	const limits = { percent, absolute, lowerPercent, lowerAbsolute, blockPercent, blockAbsolute };
	for (const [name, value] of Object.entries(limits)) {
		const given = typed(value);
		if (given !== undefined && !/^\d+(\.\d+)?$/.test(given)) {
			return misconfigured(
				`The limit "${given}" (${name}) is not a number`,
				'Write limits like 10 or 2.5, without a sign, unit or percent sign.',
			);
		}
	}
	if (percent === undefined && absolute === undefined) {
		return misconfigured(
			'No limit is set',
			isTime
				? 'Give Allowed Absolute: a date has no percentage.'
				: 'Give Allowed Percent, Allowed Absolute, or both.',
		);
	}
	const isMoney = kind === FieldKind.Money || kind === FieldKind.Price;
	const currency = isMoney ? (typed(expectedUnit) ?? UNNAMED_CURRENCY) : undefined;
	if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) {
		return misconfigured(
			`"${currency}" is no currency`,
			'Give currencies by their code of three capital letters, like EUR.',
		);
	}
	return success(
		simplePolicy({
			field,
			...defined({ percent, absolute, lowerPercent, lowerAbsolute, blockPercent, blockAbsolute }),
			...(isTime && { in: options.timeUnit ?? 'days' }),
			combine: node.getNodeParameter('combine', itemIndex, 'lesser_of') as Combine,
			direction: options.direction ?? 'both',
			route,
			...(currency !== undefined && { currency }),
			...(options.zeroBaseline && { zeroBaseline: options.zeroBaseline }),
		}),
	);
}

/** ISO 4217's code for "no currency": amounts are compared as they are. */
const UNNAMED_CURRENCY = 'XXX';

const defined = (
	limits: Readonly<Record<string, string | undefined>>,
): Record<string, DecimalText> =>
	Object.fromEntries(
		Object.entries(limits).flatMap(([name, value]) => {
			const given = typed(value);
			return given === undefined ? [] : [[name, given]];
		}),
	);

/** The values of the item, under the chosen field. */
export function simpleDocument(
	node: IExecuteFunctions,
	itemIndex: number,
	options: SimpleOptions,
): DocumentText {
	const field = node.getNodeParameter('field', itemIndex) as string;
	const { expectedUnit } = options;
	const actualUnit = options.actualUnit ?? expectedUnit;
	return {
		fields: {
			[field]: {
				expected: inUnit(field, node.getNodeParameter('expected', itemIndex), expectedUnit),
				actual: inUnit(field, node.getNodeParameter('actual', itemIndex), actualUnit),
			},
		},
	};
}

/** A value with its unit or currency, whichever the field has. */
export function inUnit(field: string, value: unknown, unit: unknown): unknown {
	const name = typed(unit);
	const kind = STANDARD_FIELDS[field]?.kind;
	if (name === undefined || typeof value === 'object') return value;
	const isMoney = kind === FieldKind.Money || kind === FieldKind.Price;
	return isMoney ? { value, currency: name } : { value, unit: name };
}
