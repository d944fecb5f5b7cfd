import { Exact, HUNDRED, percentOf, ratio, shown, ZERO, type Decimal } from '../decimal';
import type { Comparison } from '../measure';
import type { Limit } from '../policy/compiled';
import { BandKind, Combine } from '../policy/types';
import { rankOf, type Route } from '../route';

/** The strictest limit that a deviation is beyond. */
export interface LimitHit {
	readonly route: Route;
	/** What it is beyond, `10 %` or `5 kg`, with the deviation in the same words. */
	readonly deviation: string;
	readonly limit: string;
}

export interface LimitsVerdict {
	readonly hit: LimitHit | null;
	/** A percentage is asked for, and there is nothing to take it of. */
	readonly isOfNothing: boolean;
}

/** Holds the size of a deviation against all limits of a side. */
export function judgeLimits(limits: readonly Limit[], comparison: Comparison): LimitsVerdict {
	const size = comparison.deviation.s < 0 ? comparison.deviation.neg() : comparison.deviation;
	let hit: LimitHit | null = null;
	let isOfNothing = false;
	for (const limit of limits) {
		const beyond = isBeyond(limit, size, comparison);
		if (beyond === null) isOfNothing = true;
		if (!beyond) continue;
		if (hit !== null && rankOf(hit.route) > rankOf(limit.route)) continue;
		const candidate = describeHit(limit, beyond, comparison);
		// Of equals the one that comes first in the alphabet: the order in the policy does not matter.
		if (hit === null || rankOf(limit.route) > rankOf(hit.route) || candidate.limit < hit.limit)
			hit = candidate;
	}
	return { hit, isOfNothing };
}

interface Beyond {
	readonly absolute: boolean;
	readonly percent: boolean;
}

/** Which parts of a limit are exceeded; false for none, null when it cannot be said. */
function isBeyond(limit: Limit, size: Decimal, comparison: Comparison): Beyond | false | null {
	const { base, limitScale } = comparison;
	if (size.isZero()) return false;
	const hasPercent = limit.share !== null || limit.bands !== null;
	const absolute = limit.absolute !== null && size.gt(limit.absolute.times(limitScale));
	if (hasPercent && base === null && limit.absolute === null) return null;
	const percent = hasPercent && base !== null && size.gt(allowance(limit, base, comparison));
	const isExceeded =
		limit.combine === Combine.GreaterOf && limit.absolute !== null && hasPercent && base !== null
			? absolute && percent
			: absolute || percent;
	return isExceeded && { absolute, percent };
}

/** What a percentage allows of an expected value. */
function allowance({ share, bands }: Limit, base: Decimal, { limitScale }: Comparison): Decimal {
	if (share !== null) return share.times(base);
	if (bands === null) return ZERO;
	if (bands.kind === BandKind.Flat) {
		const band = bands.steps.find(({ upTo }) => upTo === null || base.lte(upTo.times(limitScale)));
		return (band?.share ?? ZERO).times(base);
	}
	let sum: Decimal = ZERO;
	let from: Decimal = ZERO;
	for (const { upTo, share: ofBand } of bands.steps) {
		const end = upTo === null ? base : upTo.times(limitScale);
		const to = end.lt(base) ? end : base;
		if (to.gt(from)) sum = sum.plus(to.minus(from).times(ofBand));
		from = end;
	}
	return sum;
}

function describeHit(limit: Limit, beyond: Beyond, comparison: Comparison): LimitHit {
	const parts: Array<[string, string]> = [];
	if (beyond.percent) parts.push(percentTexts(limit, comparison));
	if (beyond.absolute && (!beyond.percent || limit.combine === Combine.Both)) {
		parts.push(absoluteTexts(limit.absolute as Decimal, comparison));
	}
	return {
		route: limit.route,
		deviation: parts.map(([deviation]) => deviation).join(' and '),
		limit: parts.map(([, text]) => text).join(' and '),
	};
}

function percentTexts(limit: Limit, comparison: Comparison): [string, string] {
	const { deviation, base } = comparison;
	const allowed = (
		limit.share ?? allowance(limit, base as Decimal, comparison).div(base as Decimal)
	).times(HUNDRED);
	const percent = percentOf(deviation, base as Decimal);
	return [`${signed(percent, 2, allowed)} %`, `${shown(allowed, 4)} %`];
}

function absoluteTexts(absolute: Decimal, comparison: Comparison): [string, string] {
	const { deviation, scale, limitScale, decimals, unit } = comparison;
	const allowed = ratio(absolute.times(limitScale), scale);
	const suffix = unit === null ? '' : ` ${unit}`;
	return [
		`${signed(ratio(deviation, scale), decimals, allowed)}${suffix}`,
		`${shown(allowed, decimals + 2)}${suffix}`,
	];
}

/** With a sign, and with as many decimals as it takes to be seen beyond its limit. */
function signed(value: Decimal, decimals: number, limit: Decimal): string {
	let text = shown(value, decimals);
	for (const more of [4, 8, 16]) {
		if (new Exact(text).abs().gt(limit)) break;
		text = shown(value, decimals + more);
	}
	return withSign(text);
}

export const withSign = (text: string): string =>
	text === '0' || text.startsWith('-') ? text : `+${text}`;
