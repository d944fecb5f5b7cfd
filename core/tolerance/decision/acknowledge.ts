import type { Acknowledged } from '../input';
import { readNumber } from '../reading/number';
import { Verdict, type RuleResult } from './result';

/** Accepted deviations, found by document, line and rule. */
export class AcknowledgedBook {
	private readonly byPlace = new Map<string, Acknowledged[]>();

	constructor(acknowledged: readonly Acknowledged[] = []) {
		for (const one of acknowledged) {
			const place = placeOf(one.document, one.line ?? null, one.rule);
			this.byPlace.set(place, [...(this.byPlace.get(place) ?? []), one]);
		}
	}

	/** The acceptance that covers a result: same place, same direction and unit, not smaller than the deviation, still valid. */
	find(
		document: string,
		line: string | null,
		result: RuleResult,
		atMs: number,
	): Acknowledged | null {
		if (this.byPlace.size === 0 || result.verdict !== Verdict.Exceeded) return null;
		const deviation = readNumber(result.deviation);
		if (!deviation.ok) return null;
		const found = (this.byPlace.get(placeOf(document, line, result.rule)) ?? []).find((one) => {
			const accepted = readNumber(one.deviation);
			if (!accepted.ok || (one.unit ?? null) !== (result.unit ?? null)) return false;
			if (one.until !== undefined && !(atMs <= Date.parse(`${one.until}T23:59:59.999Z`)))
				return false;
			return (
				accepted.value.s === deviation.value.s && deviation.value.abs().lte(accepted.value.abs())
			);
		});
		return found ?? null;
	}
}

const placeOf = (document: string, line: string | null, rule: string): string =>
	[document, line ?? '', rule].join('\u001f');

/** An accepted deviation does not ask again, as long as it does not grow. */
export const quiet = (result: RuleResult, { by }: Acknowledged): RuleResult => ({
	...result,
	verdict: Verdict.Acknowledged,
	route: 'auto',
	acknowledgedBy: by ?? 'an earlier decision',
});
