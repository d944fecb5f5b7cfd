import { isInForce } from '../decision/decide';
import { JudgeBy } from './types';
import type { Policy } from './compiled';

/** Of several versions of a policy the one in force: at the time of the event, or now, as each of them says. */
export function choosePolicy(
	versions: readonly Policy[],
	atMs: number,
	nowMs: number,
): { readonly policy: Policy; readonly several: boolean } {
	const inForce = versions.filter((policy) =>
		isInForce(policy, policy.text.judgeBy === JudgeBy.Decision ? nowMs : atMs),
	);
	// Where none is in force the last one says so, and blocks.
	return { policy: inForce.at(-1) ?? (versions.at(-1) as Policy), several: inForce.length > 1 };
}
