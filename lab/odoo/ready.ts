import axios from 'axios';
import { LabError } from '../progress';
import { until } from '../until';
import type { OdooAccess } from '../state';

interface SessionAnswer {
	result?: { uid?: number | false; server_version?: string };
	error?: { data?: { message?: string } };
}

async function answersHealth(url: string): Promise<boolean> {
	const health = await axios
		.get(`${url}/web/health`, { validateStatus: () => true })
		.catch(() => undefined);
	return health?.status === 200;
}

/** Waits for the server, not for any database in it. */
export async function waitForServer(url: string, alive = () => true): Promise<void> {
	await until(`Odoo at ${url}`, 180, async () => {
		if (!alive()) throw new LabError('Odoo ended by itself: see odoo.log in the logs.');
		return await answersHealth(url);
	});
}

/** Logs the administrator in once: proves the access and makes Odoo load the database. */
export async function waitForOdoo(access: OdooAccess, alive = () => true): Promise<OdooAccess> {
	await waitForServer(access.url, alive);
	const { data } = await axios.post<SessionAnswer>(`${access.url}/web/session/authenticate`, {
		jsonrpc: '2.0',
		params: { db: access.db, login: access.adminLogin, password: access.adminPassword },
	});
	if (!data.result?.uid) {
		const why = data.error?.data?.message ?? 'wrong login';
		throw new LabError(`Odoo at ${access.url} does not let ${access.adminLogin} in: ${why}`);
	}
	return { ...access, version: data.result.server_version ?? '' };
}
