import type { INode } from 'n8n-workflow';
import type { Template } from '../../../../scripts/templates/template';

const node = (
	name: string,
	type: string,
	typeVersion: number,
	position: [number, number],
	parameters: INode['parameters'],
	more: Partial<INode> = {},
): INode => ({ id: name, name, type, typeVersion, position, parameters, ...more });

const to = (...names: string[]) =>
	names.map((name) => ({ node: name, type: 'main', index: 0 }) as const);

/** A small template without a flaw; tests break it. */
export const example = (): Template => ({
	name: 'Read deliveries in the morning',
	description: 'Reads open deliveries. It is here to be broken.',
	nodes: [
		node('How it works', 'n8n-nodes-base.stickyNote', 1, [-40, -240], {
			width: 400,
			height: 200,
			content: '### Deliveries\nIn short.\n\n**Set up**\n1. Choose the credential.',
		}),
		node('Every morning', 'n8n-nodes-base.scheduleTrigger', 1.3, [0, 0], {
			rule: { interval: [{ field: 'days', triggerAtHour: 6 }] },
		}),
		node('Configuration', 'n8n-nodes-base.set', 3.4, [200, 0], {
			assignments: {
				assignments: [{ id: 'a', name: 'most', type: 'number', value: 10 }],
			},
			options: {},
		}),
		node(
			'Find deliveries',
			'n8n-nodes-odoo-logistics.odooSync',
			1,
			[400, 0],
			{
				resource: 'record',
				operation: 'getMany',
				model: { __rl: true, mode: 'id', value: 'stock.picking' },
				filterMode: 'conditions',
				combine: 'all',
				conditions: { condition: [{ field: 'state', operator: 'equals', value: 'assigned' }] },
				returnAll: false,
				limit: "={{ $('Configuration').item.json.most }}",
				options: {},
			},
			{
				onError: 'continueErrorOutput',
				credentials: { odooSyncApi: { name: 'Odoo bot' } } as unknown as INode['credentials'],
			},
		),
		node('Is it late?', 'n8n-nodes-base.switch', 3.2, [600, 0], {
			rules: {
				values: [
					{
						outputKey: 'Late',
						renameOutput: true,
						conditions: {
							combinator: 'and',
							options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
							conditions: [
								{
									leftValue: '={{ $json.late }}',
									rightValue: '',
									operator: { type: 'boolean', operation: 'true', singleValue: true },
								},
							],
						},
					},
				],
			},
			options: { fallbackOutput: 'extra', renameFallbackOutput: 'In time' },
		}),
		node(
			'Note it',
			'n8n-nodes-odoo-logistics.odooSync',
			1,
			[800, 0],
			{
				resource: 'event',
				operation: 'apply',
				event: '={{ $json }}',
				options: {},
			},
			{ credentials: { odooSyncApi: { name: 'Odoo bot' } } as unknown as INode['credentials'] },
		),
		node('Nothing to do', 'n8n-nodes-base.noOp', 1, [1000, 0], {}),
	],
	connections: {
		'Every morning': { main: [to('Configuration')] },
		Configuration: { main: [to('Find deliveries')] },
		'Find deliveries': { main: [to('Is it late?'), to('Nothing to do')] },
		'Is it late?': { main: [to('Note it'), to('Nothing to do')] },
		'Note it': { main: [[], to('Nothing to do'), to('Nothing to do')] },
	},
	settings: { executionOrder: 'v1' },
});
