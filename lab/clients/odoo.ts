import axios, { type AxiosInstance } from 'axios';
import { LabError } from '../progress';
import type { OdooAccess } from '../state';

export type Domain = Array<string | [string, string, unknown]>;
export type OdooRecord = { id: number } & Record<string, unknown>;

/** Named arguments of the method; `ids` are the records it is called on. */
export type Arguments = Record<string, unknown> & { ids?: number[] };

export interface SearchOptions {
	domain?: Domain;
	fields?: string[];
	order?: string;
	limit?: number;
	offset?: number;
	context?: Record<string, unknown>;
}

/** How to speak with Odoo: an API key over JSON-2 (Odoo 19), or login and password over JSON-RPC. */
export type OdooLogin = { url: string; db: string } & (
	| { apiKey: string }
	| { login: string; password: string }
);

/** What Odoo itself said: its exception's name and its message, no traceback. */
export class OdooError extends LabError {
	constructor(
		message: string,
		readonly odooName: string,
		readonly status?: number,
	) {
		super(message);
	}
}

interface RpcAnswer {
	result?: unknown;
	error?: { message: string; data?: { name?: string; message?: string } };
}

/** Reads and writes Odoo for the lab. It knows nothing of the package, so it can judge its work. */
export class OdooClient {
	private readonly http: AxiosInstance;
	private uid?: Promise<number>;

	constructor(private readonly login: OdooLogin) {
		this.http = axios.create({ baseURL: login.url, validateStatus: () => true, timeout: 120_000 });
	}

	/** The lab's administrator. */
	static admin(access: OdooAccess): OdooClient {
		const { url, db, adminLogin, adminPassword } = access;
		return new OdooClient({ url, db, login: adminLogin, password: adminPassword });
	}

	async call<T = unknown>(model: string, method: string, args: Arguments = {}): Promise<T> {
		const answer =
			'apiKey' in this.login
				? await this.json2(model, method, args)
				: await this.executeKw(model, method, args);
		return answer as T;
	}

	async searchRead<T extends OdooRecord = OdooRecord>(
		model: string,
		{ domain = [], fields = [], ...rest }: SearchOptions = {},
	): Promise<T[]> {
		return await this.call<T[]>(model, 'search_read', { domain, fields, ...rest });
	}

	/** The only record that matches. */
	async one<T extends OdooRecord = OdooRecord>(
		model: string,
		domain: Domain,
		fields: string[] = [],
	): Promise<T> {
		const found = await this.searchRead<T>(model, { domain, fields, limit: 2 });
		if (found.length !== 1) {
			const many = found.length === 0 ? 'no record' : 'several records';
			throw new LabError(`${many} of ${model} for ${JSON.stringify(domain)}`);
		}
		return found[0];
	}

	async create(
		model: string,
		values: Record<string, unknown>,
		context?: Record<string, unknown>,
	): Promise<number> {
		const args = { vals_list: [values], ...(context && { context }) };
		return (await this.call<number[]>(model, 'create', args))[0];
	}

	async write(model: string, ids: number[], values: Record<string, unknown>): Promise<void> {
		await this.call(model, 'write', { ids, vals: values });
	}

	/** The id of `module.name`. */
	async ref(externalId: string): Promise<number> {
		const [module, name] = externalId.split(/\.(.*)/s);
		const domain: Domain = [
			['module', '=', module],
			['name', '=', name],
		];
		const { res_id } = await this.one<OdooRecord & { res_id: number }>('ir.model.data', domain, [
			'res_id',
		]);
		return res_id;
	}

	private async json2(model: string, method: string, args: Arguments): Promise<unknown> {
		if (!('apiKey' in this.login)) throw new LabError('JSON-2 needs an API key.');
		const { status, data } = await this.http.post<unknown>(`/json/2/${model}/${method}`, args, {
			headers: { Authorization: `bearer ${this.login.apiKey}`, 'X-Odoo-Database': this.login.db },
		});
		if (status === 200) return data;
		const { name = 'unknown', message = `status ${status}` } =
			typeof data === 'object' && data !== null
				? (data as { name?: string; message?: string })
				: {};
		throw new OdooError(message, name, status);
	}

	private async executeKw(model: string, method: string, args: Arguments): Promise<unknown> {
		if (!('login' in this.login)) throw new LabError('JSON-RPC needs a login.');
		const { db, login, password } = this.login;
		this.uid ??= this.rpc('common', 'login', [db, login, password]).then((uid) => {
			if (typeof uid !== 'number') {
				throw new OdooError(`Odoo does not let ${login} in`, 'odoo.exceptions.AccessDenied');
			}
			return uid;
		});
		const { ids, ...named } = args;
		const positional: unknown[] = ids ? [ids] : [];
		// Odoo looks at the first positional argument of create to decide what to answer.
		if (method === 'create' && 'vals_list' in named) {
			positional.push(named.vals_list);
			delete named.vals_list;
		}
		return await this.rpc('object', 'execute_kw', [
			db,
			await this.uid,
			password,
			model,
			method,
			positional,
			named,
		]);
	}

	private async rpc(service: string, method: string, args: unknown[]): Promise<unknown> {
		const { status, data } = await this.http.post<RpcAnswer>('/jsonrpc', {
			jsonrpc: '2.0',
			method: 'call',
			params: { service, method, args },
		});
		if (data?.error) {
			const { message, data: details } = data.error;
			throw new OdooError(details?.message ?? message, details?.name ?? 'unknown', status);
		}
		if (status !== 200) throw new OdooError(`status ${status}`, 'unknown', status);
		return data.result;
	}
}
