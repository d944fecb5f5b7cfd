import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';
import { DEFAULT_ALLOWED_METHODS, OdooProtocol } from '../core/odoo';
import { authenticateRequest, connectOnce } from '../nodes/shared/odoo/credential';

export class OdooSyncApi implements ICredentialType {
	name = 'odooSyncApi';

	displayName = 'Odoo Sync API';

	icon: Icon = { light: 'file:odooSync.svg', dark: 'file:odooSync.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-odoo-logistics/n8n-nodes-odoo-logistics#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'https://mycompany.odoo.com',
			description: 'Address at which people open Odoo in the browser',
		},
		{
			displayName: 'API Key or Password',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'API key of the Odoo user the workflows act as (in Odoo: Preferences → Account Security → New API Key). Keys expire: note the date.',
		},
		{
			displayName: 'Login',
			name: 'login',
			type: 'string',
			default: '',
			placeholder: 'n8n@mycompany.com',
			description:
				'Login of that user. Needed for Odoo 17 and 18 (JSON-RPC); leave it empty for Odoo 19 and later (JSON-2).',
		},
		{
			displayName: 'Database',
			name: 'database',
			type: 'string',
			default: '',
			description:
				'Leave it empty when the server has one database or chooses it by host name. It is never guessed from the URL.',
		},
		{
			displayName: 'Protocol',
			name: 'protocol',
			type: 'options',
			default: 'auto',
			options: [
				{ name: 'Detect Automatically', value: 'auto' },
				{ name: 'JSON-2 (Odoo 19 and Later)', value: OdooProtocol.Json2 },
				{ name: 'JSON-RPC (Odoo 17 to 21)', value: OdooProtocol.JsonRpc },
			],
			description:
				'Detected once and remembered: JSON-2 when Odoo is 19 or later and no login is given, else JSON-RPC',
		},
		{
			displayName: 'Allowed Methods',
			name: 'allowedMethods',
			type: 'string',
			typeOptions: { rows: 6 },
			default: DEFAULT_ALLOWED_METHODS,
			description:
				'What Call Method may run with this credential, one model.method a line; * stands for any model or any method. Private methods never run; methods that delete, and those of users, groups and server code, only when named in full.',
		},
		{
			displayName: 'Session',
			name: 'session',
			type: 'hidden',
			typeOptions: { expirable: true },
			default: '',
		},
	];

	/** Runs when the credential is tested and when no session is stored: no run has to log in. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		return { session: JSON.stringify(await connectOnce(this, credentials)) };
	}

	authenticate: IAuthenticate = async (
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	) => await authenticateRequest(credentials, requestOptions);

	/** The work is done by `preAuthentication`, whose messages the user sees: `connectionTest` makes it run. */
	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			baseURL: '={{ $credentials.url }}',
			url: '',
			body: { model: 'res.users', method: 'context_get', repeatable: 'yes', connectionTest: true },
		},
	};
}
