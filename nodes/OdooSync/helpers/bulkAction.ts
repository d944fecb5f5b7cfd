import type { BulkAnswer, BulkRequest, OdooValue, Result } from '../../../core/odoo';
import {
	BULK_ACTION,
	BULK_KEY,
	BULK_PROTOCOL,
	failed,
	failure,
	OdooErrorKind,
	Repeatable,
	success,
} from '../../../core/odoo';
import type { OdooClient } from '../../shared/odoo/client';

/** Finding out whether it is installed costs two requests. */
const WORTH_ASKING = 4;

interface RunAnswer {
	[BULK_KEY]?: BulkAnswer;
}

/** Setup's action for records in bulk. Where it is not installed, or not for this user, everything goes the plain way. */
export class BulkAction {
	private probe?: Promise<number | null>;

	constructor(private readonly client: OdooClient) {}

	/** Whether it can be used, and for so many records pays; found out once in a run. */
	async pays(count: number): Promise<boolean> {
		return count >= WORTH_ASKING && (await this.actionId()) !== null;
	}

	/** @returns null where the action cannot do it, and the plain way has to */
	async run(request: BulkRequest, repeatable = Repeatable.Yes): Promise<Result<BulkAnswer> | null> {
		const id = await this.actionId();
		if (id === null) return null;
		const answer = await this.client.call<RunAnswer | false>({
			model: 'ir.actions.server',
			method: 'run',
			ids: [id],
			context: {
				[BULK_KEY]: { protocol: BULK_PROTOCOL, ...request } as unknown as OdooValue,
			},
			repeatable,
		});
		if (answer.ok) {
			const value = answer.value === false ? undefined : answer.value[BULK_KEY];
			return value ? success(value) : failed(NO_ANSWER);
		}
		// Not a member of the group, another version, a model it does not write: a setting, not a bad item.
		const isRefused = REFUSALS.has(answer.failure.kind);
		if (isRefused) this.probe = Promise.resolve(null);
		return isRefused ? null : answer;
	}

	private async actionId(): Promise<number | null> {
		this.probe ??= this.find();
		return await this.probe;
	}

	private async find(): Promise<number | null> {
		const models = await this.client.read<Array<{ model: string }>>({
			model: 'ir.model',
			method: 'get_available_models',
		});
		// Asking for a model that does not exist would leave an error in Odoo's log with every run.
		const isThere = models.ok && models.value.some(({ model }) => model === 'x_logistics_setup');
		if (!isThere) return null;
		const setups = await this.client.read<Array<{ x_actions: Record<string, number> | false }>>({
			model: 'x_logistics_setup',
			method: 'search_read',
			params: { domain: [], fields: ['x_actions'], limit: 1 },
		});
		const actions = setups.ok ? setups.value[0]?.x_actions : false;
		return (actions && actions[BULK_ACTION]) || null;
	}
}

const REFUSALS: ReadonlySet<OdooErrorKind> = new Set([
	OdooErrorKind.Access,
	OdooErrorKind.Configuration,
	OdooErrorKind.Missing,
	OdooErrorKind.Validation,
]);

const NO_ANSWER = failure(OdooErrorKind.Protocol, 'The action of Setup gave no answer', {
	advice: 'Run Setup: Install again, so that node and Odoo are of one version.',
});
