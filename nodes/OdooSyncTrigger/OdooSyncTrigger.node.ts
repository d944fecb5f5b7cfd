import type {
	IHookFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { searchModels } from '../OdooSync/methods/listSearch';
import { CREDENTIAL_TYPE } from '../shared/odoo/credential';
import { triggerFields } from './helpers/fields';
import { checkRules, registerRules, removeRules } from './helpers/hooks';
import { getFields } from './helpers/loadOptions';
import { pollOdoo } from './helpers/poll';
import { receiveHint } from './helpers/receive';

export class OdooSyncTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Odoo Sync Trigger',
		name: 'odooSyncTrigger',
		icon: { light: 'file:odooSyncTrigger.svg', dark: 'file:odooSyncTrigger.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ $parameter["startWhen"] === "custom" ? ($parameter["model"]?.value || $parameter["model"]) + ": " + ($parameter["events"] || []).join(", ") : $parameter["startWhen"] }}',
		description: 'Starts the workflow when something happens to records of Odoo',
		defaults: { name: 'Odoo Sync Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: CREDENTIAL_TYPE, required: true }],
		webhooks: [
			{
				name: 'default',
				// No method, no address: a trigger that only polls listens to nobody.
				httpMethod: '={{ $parameter["mode"] === "poll" ? "" : "POST" }}',
				responseMode: 'onReceived',
				path: 'odoo',
				ndvHideUrl: true,
				ndvHideMethod: true,
			},
		],
		properties: triggerFields,
	};

	methods = { listSearch: { searchModels }, loadOptions: { getFields } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await checkRules(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await registerRules(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await removeRules(this);
			},
		},
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollOdoo(this);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveHint(this);
	}
}
