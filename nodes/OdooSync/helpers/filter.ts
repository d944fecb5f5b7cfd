import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { Condition, Domain, ModelSchema, OdooValue } from '../../../core/odoo';
import { buildDomain, Combine, conditionValue, DomainOperator } from '../../../core/odoo';
import type { OdooClient } from '../../shared/odoo/client';

enum FilterMode {
	Conditions = 'conditions',
	Domain = 'domain',
}

const OPERATOR_OPTIONS = [
	{ name: 'Contains', value: DomainOperator.Contains },
	{ name: 'Does Not Contain', value: DomainOperator.NotContains },
	{ name: 'Equals', value: DomainOperator.Equals },
	{ name: 'Greater or Equal', value: DomainOperator.GreaterOrEqual },
	{ name: 'Greater Than', value: DomainOperator.GreaterThan },
	{ name: 'Is Child Of', value: DomainOperator.ChildOf },
	{ name: 'Is Not Set', value: DomainOperator.IsNotSet },
	{ name: 'Is One Of', value: DomainOperator.In },
	{ name: 'Is Parent Of', value: DomainOperator.ParentOf },
	{ name: 'Is Set', value: DomainOperator.IsSet },
	{ name: 'Less or Equal', value: DomainOperator.LessOrEqual },
	{ name: 'Less Than', value: DomainOperator.LessThan },
	{ name: 'Matches Pattern', value: DomainOperator.MatchesPattern },
	{ name: 'Not Equals', value: DomainOperator.NotEquals },
	{ name: 'Not One Of', value: DomainOperator.NotIn },
];

/** Fields with which records are chosen: simple conditions, or a domain as Odoo developers write it. */
export const filterFields: INodeProperties[] = [
	{
		displayName: 'Filter',
		name: 'filterMode',
		type: 'options',
		default: 'conditions',
		options: [
			{ name: 'Conditions', value: FilterMode.Conditions },
			{ name: 'Domain', value: FilterMode.Domain, description: 'In Odoo’s own notation' },
		],
	},
	{
		displayName: 'Must Match',
		name: 'combine',
		type: 'options',
		default: 'all',
		displayOptions: { show: { filterMode: [FilterMode.Conditions] } },
		options: [
			{ name: 'All Conditions', value: Combine.All },
			{ name: 'Any Condition', value: Combine.Any },
		],
	},
	{
		displayName: 'Conditions',
		name: 'conditions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Condition',
		default: {},
		displayOptions: { show: { filterMode: [FilterMode.Conditions] } },
		options: [
			{
				displayName: 'Condition',
				name: 'condition',
				values: [
					{
						displayName: 'Field Name or ID',
						name: 'field',
						type: 'options',
						typeOptions: {
							loadOptionsMethod: 'getFields',
							loadOptionsDependsOn: ['model.value'],
						},
						default: '',
						description:
							'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
					},
					{
						displayName: 'Operator',
						name: 'operator',
						type: 'options',
						default: 'equals',
						options: OPERATOR_OPTIONS,
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						displayOptions: {
							hide: { operator: [DomainOperator.IsSet, DomainOperator.IsNotSet] },
						},
						description: 'Several values for “one of” are separated by commas',
					},
				],
			},
		],
	},
	{
		displayName: 'Domain',
		name: 'domain',
		type: 'json',
		default: '[]',
		displayOptions: { show: { filterMode: [FilterMode.Domain] } },
		description:
			'Search domain in Odoo’s prefix notation, as JSON: [["state", "=", "assigned"], ["origin", "!=", false]]',
	},
];

/** The domain of an item, from whichever way of filtering is chosen. */
export async function readDomain(
	node: IExecuteFunctions,
	client: OdooClient,
	model: string,
	itemIndex: number,
): Promise<Domain> {
	if (node.getNodeParameter('filterMode', itemIndex) === FilterMode.Domain) {
		return readRawDomain(node, itemIndex);
	}
	const { condition = [] } = node.getNodeParameter('conditions', itemIndex, {}) as {
		condition?: Condition[];
	};
	if (condition.length === 0) return [];
	const schema = await client.schema(model);
	const known: ModelSchema = schema.ok ? schema.value : {};
	const typed = condition.map((one) => ({ ...one, value: conditionValue(one, known[one.field]) }));
	return buildDomain(typed, node.getNodeParameter('combine', itemIndex) as Combine);
}

function readRawDomain(node: IExecuteFunctions, itemIndex: number): Domain {
	const raw = node.getNodeParameter('domain', itemIndex) as string | OdooValue[];
	const domain = typeof raw === 'string' ? parseJson(raw) : raw;
	if (Array.isArray(domain)) return domain;
	throw new NodeOperationError(node.getNode(), 'Domain is not a JSON list', {
		itemIndex,
		description:
			'Write it as JSON: double quotes, true/false in lower case, and [ ] instead of ( ), e.g. [["state", "=", "done"]].',
	});
}

function parseJson(text: string): OdooValue {
	try {
		return JSON.parse(text.trim() || '[]') as OdooValue;
	} catch {
		return null;
	}
}
