import type { FaultServer, Reply, SeenRequest } from '../../../lab/fakes/faultServer';
import { fingerprint, OdooProtocol } from '../../../core/odoo';
import {
	ApplyOutcome,
	type ApplyRequest,
	type ApplyResult,
	type Command,
} from '../../../core/odoo/apply';

/** A credential that is connected already, over JSON-2. */
export function connectedTo(server: FaultServer) {
	const credential = {
		url: server.url,
		database: '',
		login: '',
		secret: 'key',
		protocol: OdooProtocol.Json2,
	};
	return {
		url: server.url,
		database: '',
		login: '',
		apiKey: 'key',
		protocol: OdooProtocol.Json2,
		allowedMethods: '',
		session: JSON.stringify({
			protocol: OdooProtocol.Json2,
			database: 'test',
			uid: 2,
			version: '19.0',
			connectedAt: 0,
			madeFor: fingerprint(credential),
		}),
	};
}

/** What the apply action was asked in a request. */
export const requestOf = ({ body }: SeenRequest): ApplyRequest =>
	(body as { context: { logistics: ApplyRequest } }).context.logistics;

export const isApply = ({ path }: SeenRequest): boolean => path.endsWith('/ir.actions.server/run');

/** What a node learns of the installed Setup. */
export const SETUP: Reply = {
	status: 200,
	json: [{ id: 1, x_version: '1', x_actions: { action_apply: 42 }, x_records: {} }],
};

export const result = (command: Command, more: Partial<ApplyResult> = {}): ApplyResult => ({
	key: command.key,
	outcome: ApplyOutcome.Applied,
	reason: null,
	message: 'done',
	route: command.plans[0]?.route ?? '',
	documents: [{ model: 'stock.picking', id: 7, name: 'WH/OUT/00007' }],
	changes: [],
	ledger_id: 1,
	exception_id: null,
	stored: false,
	...more,
});

/** The answer of an Odoo in which Setup was run; `judge` says what becomes of a command, or breaks the request. */
export const fakeOdoo =
	(judge: (command: Command, request: ApplyRequest) => ApplyResult | Reply) =>
	(request: SeenRequest): Reply => {
		if (request.path.endsWith('/x_logistics_setup/search_read')) {
			return SETUP;
		}
		const logistics = requestOf(request);
		const results = logistics.commands.map((command) => judge(command, logistics));
		const broken = results.find((one): one is Reply => !('outcome' in one));
		if (broken !== undefined) return broken;
		return {
			status: 200,
			json: {
				type: 'ir.actions.act_window_close',
				logistics: { protocol: 1, version: '1', results },
			},
		};
	};
