import type { INodeProperties } from 'n8n-workflow';

/** What goes with a policy. */
export const policyOptions: INodeProperties[] = [
	{
		displayName: 'Accepted Deviations',
		name: 'acknowledged',
		type: 'json',
		default: '[]',
		description:
			'Deviations that somebody accepted and that are quiet until they grow: [{ "document": "PO1", "line": "1", "rule": "qty", "deviation": "12", "unit": "Units", "until": "2026-12-31", "by": "…" }]',
	},
	{
		displayName: 'Approved Policy Hashes',
		name: 'approvedPolicies',
		type: 'string',
		default: '',
		placeholder: 'sha256:…',
		description:
			'Only policies with one of these hashes may decide, separated by commas; others block. Validate Policy tells the hash.',
	},
	{
		displayName: 'Currency Rates',
		name: 'rates',
		type: 'json',
		default: '[]',
		description:
			'[{ "currency": "USD", "rate": "1.08", "at": "2026-01-31" }]: units of the currency for one of the policy’s currency',
	},
	{
		displayName: 'Earlier Decisions',
		name: 'prior',
		type: 'json',
		default: '[]',
		description:
			'Decisions of this node from before, as a list; each may have a "status" beside it (passed, pending, approved, rejected)',
	},
	{
		displayName: 'Earlier Decisions: Domain',
		name: 'priorDomain',
		type: 'json',
		default: '[]',
		description: 'Odoo’s notation; narrows which records are read',
	},
	{
		displayName: 'Earlier Decisions: Field',
		name: 'priorField',
		type: 'string',
		default: 'x_payload',
		description:
			'Field of the model that holds the decision, or something with the decision in it, as JSON text',
	},
	{
		displayName: 'Earlier Decisions: Model',
		name: 'priorModel',
		type: 'string',
		default: 'x_logistics_event',
		description: 'Model whose records hold earlier decisions',
	},
	{
		displayName: 'Earlier Decisions: Status Field',
		name: 'priorStatusField',
		type: 'string',
		default: '',
		placeholder: 'e.g. x_state',
		description: 'Field that tells whether a decision was approved or rejected since',
	},
	{
		displayName: 'Scope',
		name: 'scope',
		type: 'json',
		default: '{}',
		description:
			'What the scopes of the policy look at: { "partner": "Azure Interior", "product": …, "category": …, "carrier": …, "lane": "DE>FR", "warehouse": …, "company": … }',
	},
	{
		displayName: 'Shadow Policy',
		name: 'shadowPolicy',
		type: 'json',
		default: '',
		description: 'Another policy, whose verdict is put beside that of the first and has no effect',
	},
	{
		displayName: 'Units',
		name: 'units',
		type: 'json',
		default: '[]',
		description: '[{ "name": "Dozens", "reference": "Units", "factor": 12 }]',
	},
];
