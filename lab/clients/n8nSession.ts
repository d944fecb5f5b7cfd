import axios, { type AxiosInstance, type Method } from 'axios';
import { LabError, sleep } from '../progress';
import type { N8nAccess } from '../state';

/** n8n ties a session to the browser that opened it; this is ours. */
const BROWSER_ID = 'n8n-odoo-lab';

/** A session with n8n as its editor has one: a cookie, and the browser it belongs to. */
export class N8nSession {
	private readonly http: AxiosInstance;
	private cookie = '';

	protected constructor(protected readonly access: N8nAccess) {
		this.http = axios.create({
			baseURL: access.url,
			validateStatus: () => true,
			timeout: 60_000,
			headers: { 'browser-id': BROWSER_ID },
		});
	}

	protected async open(): Promise<void> {
		const answer = await this.http.post('/rest/login', {
			emailOrLdapLoginId: this.access.email,
			password: this.access.password,
		});
		const cookie = answer.headers['set-cookie']?.find((one) => one.startsWith('n8n-auth='));
		if (!cookie) {
			throw new LabError(`n8n does not let ${this.access.email} in: status ${answer.status}`);
		}
		this.cookie = cookie.split(';')[0];
	}

	/** `name=value`, for a browser that should be logged in already. */
	get sessionCookie(): string {
		return this.cookie;
	}

	/** A page or file outside the REST API. */
	protected async get<T>(path: string): Promise<T> {
		const { data, status } = await this.http.get<T>(path, { headers: { Cookie: this.cookie } });
		if (status !== 200) throw new LabError(`n8n: ${path} answered ${status}`);
		return data;
	}

	/** Any call of the REST API. */
	async rest<T = unknown>(method: Method, path: string, body?: object, tries = 3): Promise<T> {
		const answer = await this.http
			.request<{ data: T; message?: string }>({
				method,
				url: path,
				data: body,
				headers: { Cookie: this.cookie },
			})
			.catch((error: unknown) => {
				// n8n closes idle connections after 5 s: on a busy machine a read can take one that is about to go.
				const isIdle = axios.isAxiosError(error) && error.code === 'ECONNRESET' && method === 'GET';
				if (isIdle && tries > 1) return null;
				throw error;
			});
		if (answer === null) return await this.rest<T>(method, path, body, tries - 1);
		if (answer.status === 429 && tries > 1) {
			await sleep(2000);
			return await this.rest<T>(method, path, body, tries - 1);
		}
		if (answer.status >= 300) {
			const why = answer.data.message ?? '';
			throw new LabError(`n8n: ${method} ${path} answered ${answer.status} ${why}`.trim());
		}
		return answer.data.data;
	}
}
