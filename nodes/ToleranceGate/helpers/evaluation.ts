import { DateTime } from 'luxon';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Result } from '../../../core/odoo';
import { success } from '../../../core/odoo';
import {
	choosePolicy,
	compareShadow,
	Gate,
	isRoute,
	strictest,
	type DecisionRecord,
	type DocumentText,
	type GateInput,
	type Policy,
	type Route,
} from '../../../core/tolerance';
import { LimitsFrom } from '../actions/evaluate.fields';
import { misconfigured, readJson, typed } from './json';
import { policyDocument } from './policyDocument';
import { readyToDecide } from './policies';
import type { PolicyReader } from './policySource';
import { simpleDocument, simplePolicyOf, type SimpleOptions } from './simpleLimits';

export interface EvaluateOptions extends SimpleOptions {
	readonly approvedPolicies?: string;
	readonly at?: unknown;
	readonly atLeast?: unknown;
	readonly atLeastReason?: string;
	readonly documentName?: unknown;
	readonly key?: unknown;
	readonly outputField?: string;
	readonly scope?: unknown;
	readonly shadowPolicy?: unknown;
}

/** What an evaluated item shows on top, and the record below it. */
export interface Verdict {
	readonly json: IDataObject;
	readonly record: DecisionRecord;
	readonly field: string;
}

/** Evaluates the items of one run; what one adds to a window of drift counts for the next. */
export class Evaluation {
	private readonly gates = new Map<string, Gate>();

	private readonly now = new Date().toISOString();

	constructor(
		private readonly node: IExecuteFunctions,
		private readonly reader: PolicyReader,
		private readonly shared: GateInput,
		/** What the verdict is never milder than, whatever the item says. */
		private readonly floor: { readonly route: Route; readonly reason: string } | null,
	) {}

	async evaluate(itemIndex: number): Promise<Result<Verdict>> {
		const { node } = this;
		const options = node.getNodeParameter('options', itemIndex, {}) as EvaluateOptions;
		const isSimple = node.getNodeParameter('limitsFrom', itemIndex) === LimitsFrom.Here;
		const policies = isSimple
			? this.simplePolicies(itemIndex, options)
			: await this.policies(itemIndex);
		if (!policies.ok) return policies;
		const found = isSimple
			? success(simpleDocument(node, itemIndex, options))
			: policyDocument(node, itemIndex, options);
		if (!found.ok) return found;
		const document = this.completed(found.value, options);
		const policy = this.choose(policies.value, document);
		if (!policy.ok) return policy;
		return this.decide(policy.value, document, options);
	}

	private simplePolicies(itemIndex: number, options: EvaluateOptions): Result<Policy[]> {
		const text = simplePolicyOf(this.node, itemIndex, options);
		return text.ok ? readyToDecide(text.value, 'The limits') : text;
	}

	private async policies(itemIndex: number): Promise<Result<Policy[]>> {
		const document = await this.reader.read(itemIndex);
		return document.ok ? readyToDecide(document.value, 'The policy') : document;
	}

	/** The document with what the options say of it. */
	private completed(document: DocumentText, options: EvaluateOptions): DocumentText {
		const at = options.at instanceof DateTime ? options.at.toUTC().toISO() : typed(options.at);
		const key = typed(options.key);
		const name = typed(options.documentName);
		return {
			...document,
			...(key !== undefined && { key }),
			...(name !== undefined && { document: name }),
			...(at && { at }),
		};
	}

	private choose(policies: Policy[], { at }: DocumentText): Result<Policy> {
		const nowMs = Date.parse(this.now);
		const atMs = at === undefined ? nowMs : DateTime.fromISO(at, { zone: 'utc' }).toMillis();
		const { policy, several } = choosePolicy(policies, Number.isNaN(atMs) ? nowMs : atMs, nowMs);
		return several
			? misconfigured(
					`More than one version of the policy ${policy.text.id} is in force`,
					'Give each version an effectiveTo that is before the effectiveFrom of the next one.',
				)
			: success(policy);
	}

	private decide(
		policy: Policy,
		document: DocumentText,
		options: EvaluateOptions,
	): Result<Verdict> {
		const request = { document, now: this.now, ...this.demands(options) };
		const record = this.gateOf(policy, '').record(request);
		const shadow = this.shadow(record, document, options);
		if (!shadow.ok) return shadow;
		const { outcome, route, level, indeterminate, sentence } = record;
		const json = { outcome, route, level, indeterminate, sentence, ...shadow.value, record };
		return success({
			json: json as unknown as IDataObject,
			record,
			field: typed(options.outputField) ?? 'tolerance',
		});
	}

	private demands({ atLeast, atLeastReason, approvedPolicies }: EvaluateOptions) {
		const asked = typed(atLeast);
		// A demand that cannot be read is one for a look.
		const demanded: Route = asked === undefined ? 'auto' : isRoute(asked) ? asked : 'review';
		const route = this.floor === null ? demanded : strictest(demanded, this.floor.route);
		const reasons = [typed(atLeastReason), this.floor?.reason].filter((one) => one !== undefined);
		const hashes = typed(approvedPolicies)?.split(/[\s,]+/);
		return {
			...(route !== 'auto' && { atLeast: route }),
			...(reasons.length > 0 && { atLeastReason: reasons.join('; ') }),
			...(hashes && { approvedPolicies: hashes }),
		};
	}

	private shadow(
		decided: DecisionRecord,
		document: DocumentText,
		{ shadowPolicy }: EvaluateOptions,
	): Result<object> {
		const text = readJson(shadowPolicy, 'Shadow Policy', null);
		if (!text.ok) return text;
		if (text.value === null) return success({});
		const policies = readyToDecide(text.value, 'The shadow policy');
		if (!policies.ok) return policies;
		const gate = this.gateOf(policies.value[policies.value.length - 1], 'shadow');
		return success({ shadow: compareShadow(decided, gate.decide({ document, now: this.now })) });
	}

	/** A shadow has sums of its own: it must not change those that decide. */
	private gateOf(policy: Policy, purpose: string): Gate {
		const name = `${purpose} ${policy.hash}`;
		const gate = this.gates.get(name) ?? new Gate(policy, this.shared);
		this.gates.set(name, gate);
		return gate;
	}
}
