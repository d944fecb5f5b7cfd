import type {
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type {
	Company,
	HttpAnswer,
	ModelSchema,
	OdooCall,
	OdooFailure,
	OdooRecord,
	OdooValue,
	Result,
} from '../../../core/odoo';
import {
	afterRepeating,
	companyIds,
	companySearch,
	DEFAULT_RETRY_POLICY,
	failed,
	FIELD_ATTRIBUTES,
	networkFailure,
	nextDelay,
	readAnswer,
	Repeatable,
	success,
} from '../../../core/odoo';
import { CREDENTIAL_TYPE, toAnswer } from './credential';
import { credentialFailure, networkError } from './networkError';

export type OdooContext =
	| IExecuteFunctions
	| IHookFunctions
	| ILoadOptionsFunctions
	| IPollFunctions
	| IWebhookFunctions;

export interface ClientOptions {
	timeoutMs?: number;
	/** Added to every call: language, time zone. */
	context?: Context;
	/** The companies to work in, by ID or name. */
	companies?: Company[];
}

type Context = Record<string, OdooValue>;

const DEFAULT_TIMEOUT_MS = 60_000;
const WAIT_SLICE_MS = 250;

/** Talks to Odoo for one run of a node: retries, time-outs, cancellation, context. Never throws for a failed call. */
export class OdooClient {
	private waitedMs = 0;

	private contextOfCalls?: Promise<Result<Context>>;

	private readonly schemas = new Map<string, Promise<Result<ModelSchema>>>();

	constructor(
		private readonly node: OdooContext,
		private readonly options: ClientOptions = {},
	) {}

	/** One call, repeated as far as its failure and its nature allow. */
	async call<T>(call: OdooCall): Promise<Result<T>> {
		return await this.attempt(call.repeatable, async () => await this.callOnce<T>(call));
	}

	/** Repeats `work` while its failure allows that, within the budget of the run. */
	async attempt<T>(repeatable: Repeatable, work: () => Promise<Result<T>>): Promise<Result<T>> {
		// Before the loop: it repeats by itself what it has to look up.
		const context = await this.context();
		return context.ok ? await this.repeat(repeatable, work) : context;
	}

	private async repeat<T>(
		repeatable: Repeatable,
		work: () => Promise<Result<T>>,
	): Promise<Result<T>> {
		let known: OdooFailure | undefined;
		for (let attempt = 0; ; attempt += 1) {
			const result = await work();
			if (result.ok) return result;
			known = afterRepeating(known, result.failure);
			const delay = this.delayFor(result.failure, repeatable, attempt);
			if (delay === null) return failed(known);
			this.waitedMs += delay;
			const cancelled = await this.wait(delay);
			if (cancelled) return failed(known);
		}
	}

	/** A call that reads; always safe to repeat. */
	async read<T>(call: Omit<OdooCall, 'repeatable'>): Promise<Result<T>> {
		return await this.call<T>({ ...call, repeatable: Repeatable.Yes });
	}

	/** `fields_get`, once per model and run. */
	async schema(model: string): Promise<Result<ModelSchema>> {
		const known = this.schemas.get(model);
		if (known) return await known;
		const asked = this.read<ModelSchema>({
			model,
			method: 'fields_get',
			params: { attributes: FIELD_ATTRIBUTES },
		});
		this.schemas.set(model, asked);
		return await asked;
	}

	async callOnce<T>(call: OdooCall): Promise<Result<T>> {
		const context = await this.context();
		return context.ok ? await this.callIn<T>(context.value, call) : context;
	}

	private async callIn<T>(context: Context, call: OdooCall): Promise<Result<T>> {
		const answer = await this.send({ ...call, context: { ...context, ...call.context } });
		return answer.ok ? readAnswer<T>(answer.value, call, Date.now()) : answer;
	}

	/** What is added to every call. Companies that are named are looked up once per run, among all of the user. */
	private async context(): Promise<Result<Context>> {
		return await (this.contextOfCalls ??= this.findContext());
	}

	private async findContext(): Promise<Result<Context>> {
		const { context = {}, companies = [] } = this.options;
		if (companies.length === 0) return success(context);
		const search = companySearch(companies);
		const found = search
			? await this.repeat(
					search.repeatable,
					async () => await this.callIn<OdooRecord[]>(context, search),
				)
			: success<OdooRecord[]>([]);
		const ids = found.ok ? companyIds(companies, found.value) : found;
		return ids.ok ? success({ ...context, allowed_company_ids: ids.value }) : ids;
	}

	private async send(call: OdooCall): Promise<Result<HttpAnswer>> {
		const options: IHttpRequestOptions = {
			method: 'POST',
			url: '',
			// The credential's `authenticate` builds the real request from this.
			body: call as unknown as IHttpRequestOptions['body'],
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			timeout: this.options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
		};
		try {
			const response = (await this.node.helpers.httpRequestWithAuthentication.call(
				this.node,
				CREDENTIAL_TYPE,
				options,
			)) as IN8nHttpFullResponse;
			return success(toAnswer(response));
		} catch (error) {
			const refused = credentialFailure(error);
			if (refused) return failed(refused);
			const { code, message } = networkError(error);
			return failed(networkFailure(code, message, call));
		}
	}

	private delayFor(reason: OdooFailure, repeatable: Repeatable, attempt: number): number | null {
		const policy = DEFAULT_RETRY_POLICY;
		return nextDelay(reason, repeatable, attempt, Math.random(), this.waitedMs, policy);
	}

	/** Waits in slices, so that a cancelled execution ends at once. @returns whether it was cancelled */
	private async wait(ms: number): Promise<boolean> {
		const signal =
			'getExecutionCancelSignal' in this.node ? this.node.getExecutionCancelSignal() : undefined;
		for (let left = ms; left > 0 && !signal?.aborted; left -= WAIT_SLICE_MS) {
			await sleep(Math.min(left, WAIT_SLICE_MS));
		}
		return signal?.aborted === true;
	}
}
