import type { PolicyText, LimitText, DecimalText } from './types';
import { BaselineRule, Combine } from './types';
import type { Route } from '../route';

/** Limits as a person sets them for one field, without writing a policy. */
export interface SimpleLimits {
	readonly field: string;
	readonly percent?: DecimalText;
	readonly absolute?: DecimalText;
	readonly combine?: Combine;
	/** Unit or currency of `absolute`; of times hours, days or business days. */
	readonly in?: string;
	/** Limits downwards; those upwards where left out. */
	readonly lowerPercent?: DecimalText;
	readonly lowerAbsolute?: DecimalText;
	readonly direction: 'both' | 'upper' | 'lower';
	/** Of what is beyond the limits. */
	readonly route: Route;
	readonly blockPercent?: DecimalText;
	readonly blockAbsolute?: DecimalText;
	readonly currency?: string;
	readonly zeroBaseline?: BaselineRule;
}

/** The policy that says the same. */
export function simplePolicy(limits: SimpleLimits): PolicyText {
	const { field, direction, currency, route, combine } = limits;
	const side = (percent?: DecimalText, absolute?: DecimalText): LimitText[] => [
		step(percent, absolute, route, combine),
		...(limits.blockPercent === undefined && limits.blockAbsolute === undefined
			? []
			: [step(limits.blockPercent, limits.blockAbsolute, 'block', combine)]),
	];
	const hasLower = limits.lowerPercent !== undefined || limits.lowerAbsolute !== undefined;
	const upper = side(limits.percent, limits.absolute);
	const lower = hasLower ? side(limits.lowerPercent, limits.lowerAbsolute) : upper;
	return {
		id: 'simple',
		version: '1',
		...(currency !== undefined && { currency }),
		rules: [
			{
				id: field,
				field,
				...(limits.in !== undefined && { in: limits.in }),
				zeroBaseline: limits.zeroBaseline ?? BaselineRule.AbsoluteOnly,
				...(direction !== 'lower' && { upper }),
				...(direction !== 'upper' && { lower }),
			},
		],
	};
}

const step = (
	percent: DecimalText | undefined,
	absolute: DecimalText | undefined,
	route: Route,
	combine: Combine | undefined,
): LimitText => ({
	...(percent !== undefined && { percent }),
	...(absolute !== undefined && { absolute }),
	...(percent !== undefined && absolute !== undefined && { combine: combine ?? Combine.LesserOf }),
	route,
});
