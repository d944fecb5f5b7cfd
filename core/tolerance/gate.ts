import { AcknowledgedBook } from './decision/acknowledge';
import { decide, type DecisionContext, type DecisionRequest } from './decision/decide';
import { DriftBook } from './decision/driftBook';
import { seal, type Decision, type DecisionRecord } from './decision/record';
import { PriorStatus, type EvaluationInput, type PriorDecision } from './input';
import type { Policy } from './policy/compiled';
import { rateRows } from './reading/rates';
import { givenUnits } from './reading/units';
import { Outcome } from './route';

export type GateInput = Pick<EvaluationInput, 'rates' | 'units' | 'prior' | 'acknowledged'>;

/** Decides one item after the other; what one adds to a window of drift counts for the next. */
export class Gate {
	private readonly context: DecisionContext;

	constructor(
		readonly policy: Policy,
		{ rates = [], units = [], prior = [], acknowledged = [] }: GateInput = {},
	) {
		this.context = {
			policy,
			rates: rateRows(rates),
			units: givenUnits(units),
			book: new DriftBook(prior),
			acknowledged: new AcknowledgedBook(acknowledged),
			clock: { text: '', ms: NaN },
		};
	}

	/** The decision, not yet sealed. */
	decide(request: DecisionRequest): Decision {
		const decision = decide(request, this.context);
		if (decision.contributions.length > 0) this.remember(decision);
		return decision;
	}

	/** The decision with its digest. */
	record(request: DecisionRequest): DecisionRecord {
		return seal(this.decide(request));
	}

	private remember(decision: Decision): void {
		if (decision.key !== null) this.context.book.forget(decision.key, this.drifting);
		this.context.book.add(priorOf(decision));
	}

	private get drifting() {
		return [...this.policy.lineRules, ...this.policy.documentRules].filter(({ drift }) => drift);
	}
}

const STATUS: Readonly<Record<Outcome, PriorStatus>> = {
	[Outcome.Within]: PriorStatus.Passed,
	[Outcome.NeedsApproval]: PriorStatus.Pending,
	[Outcome.Blocked]: PriorStatus.Rejected,
};

/** A decision as the next ones see it; `status` where it is known what became of it. */
export const priorOf = (
	{ key, document, at, outcome, contributions }: Decision,
	status: PriorStatus = STATUS[outcome],
): PriorDecision => ({ key, document, at, status, contributions });

/** One decision by itself. */
export function evaluate(policy: Policy, input: EvaluationInput): DecisionRecord {
	const { rates, units, prior, acknowledged, ...request } = input;
	return new Gate(policy, { rates, units, prior, acknowledged }).record(request);
}

/** The same decision made again from a record: the same bytes, as long as the policy is the same. */
export const reevaluate = (policy: Policy, { inputs }: DecisionRecord): DecisionRecord =>
	evaluate(policy, inputs);
