import type {
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { testCarrierWebhook } from './helpers/credentialTest';
import { carrierTriggerFields } from './helpers/fields';
import { receive } from './helpers/receive';
import { answerSetup } from './helpers/setup';
import { carrierWebhooks } from './helpers/webhooks';

export class CarrierTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Carrier Trigger',
		name: 'carrierTrigger',
		icon: { light: 'file:carrierTrigger.svg', dark: 'file:carrierTrigger.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["source"] === "auto" ? "any source" : $parameter["source"] }}',
		description:
			'Starts the workflow with verified, canonical shipment events when a carrier calls',
		defaults: { name: 'Carrier Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Events', 'Unreadable'],
		credentials: [
			{
				name: 'carrierWebhookApi',
				required: true,
				testedBy: 'testCarrierWebhook',
				displayOptions: { show: { authentication: ['carrierWebhook'] } },
			},
		],
		webhooks: carrierWebhooks,
		properties: carrierTriggerFields,
	};

	methods = { credentialTest: { testCarrierWebhook } };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return this.getWebhookName() === 'setup' ? await answerSetup(this) : await receive(this);
	}
}
