import axios from 'axios';
import { LabError } from '../progress';
import type { OdooAccess } from '../state';
import { OdooClient, OdooError } from './odoo';

interface Answer<T> {
	result?: T;
	error?: { message: string; data?: { name?: string; message?: string } };
}

interface Action {
	res_id?: number;
	context?: { default_key?: string };
}

/** A session as a browser has it: some things Odoo lets nobody do in another way. */
async function openSession(url: string, db: string, login: string, password: string) {
	let cookie = '';
	const post = async <T>(path: string, params: Record<string, unknown>): Promise<T> => {
		const answer = await axios.post<Answer<T>>(
			`${url}${path}`,
			{ jsonrpc: '2.0', method: 'call', params },
			{ headers: { Cookie: cookie }, timeout: 120_000 },
		);
		const session = answer.headers['set-cookie']?.find((one) => one.startsWith('session_id='));
		if (session) cookie = session.split(';')[0];
		const { error, result } = answer.data;
		if (error) throw new OdooError(error.data?.message ?? error.message, error.data?.name ?? '');
		return result as T;
	};
	await post('/web/session/authenticate', { db, login, password });
	return async <T>(
		model: string,
		method: string,
		args: unknown[],
		kwargs: Record<string, unknown> = {},
	): Promise<T> =>
		await post<T>(`/web/dataset/call_kw/${model}/${method}`, { model, method, args, kwargs });
}

/** An API key as a user makes one in the preferences, with the password asked once more. */
export async function makeApiKey(
	url: string,
	db: string,
	login: string,
	password: string,
	name = 'n8n lab',
): Promise<string> {
	const call = await openSession(url, db, login, password);
	const wizard = 'res.users.apikeys.description';
	const ids = await call<number[]>(wizard, 'create', [[{ name, duration: '1' }]]);
	let action = await call<Action>(wizard, 'make_key', [ids]);
	if (!action.context?.default_key && action.res_id) {
		action = await call<Action>('res.users.identitycheck', 'run_check', [[action.res_id]], {
			context: { password },
		});
	}
	const key = action.context?.default_key;
	if (!key) throw new LabError(`Odoo made no API key for ${login}`);
	return key;
}

export interface NewUser {
	login: string;
	password: string;
	name?: string;
	/** External ids, for example `stock.group_stock_user`. Internal user is always among them. */
	groups?: string[];
}

/** A user with exactly these groups (and what they imply). Answers its id. */
export async function createUser(access: OdooAccess, user: NewUser): Promise<number> {
	const admin = OdooClient.admin(access);
	const wanted = new Set(['base.group_user', ...(user.groups ?? [])]);
	const groups = await Promise.all([...wanted].map((one) => admin.ref(one)));
	const fields = await admin.call<Record<string, unknown>>('res.users', 'fields_get', {
		allfields: ['group_ids'],
		attributes: ['type'],
	});
	const groupField = 'group_ids' in fields ? 'group_ids' : 'groups_id';
	return await admin.create(
		'res.users',
		{
			name: user.name ?? user.login,
			login: user.login,
			password: user.password,
			[groupField]: [[6, 0, groups]],
		},
		{ no_reset_password: true },
	);
}
