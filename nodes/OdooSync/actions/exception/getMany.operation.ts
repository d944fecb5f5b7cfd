import { success, toStamp } from '../../../../core/odoo';
import { EXCEPTION_MODEL, ExceptionCategory, ExceptionState } from '../../../../core/odoo/apply';
import { explainMissingModel } from '../../helpers/events/setUp';
import { EXCEPTION_FIELDS, simplifyException } from '../../helpers/exceptions/row';
import { findRecords } from '../../helpers/findRecords';
import { limitFields, readLimit } from '../../helpers/limitFields';
import { optionsField } from '../../helpers/parameters';
import { perItemMany } from '../../helpers/perItemMany';
import type { Operation } from '../operation';

interface Filters {
	states?: ExceptionState[];
	categories?: ExceptionCategory[];
	due?: boolean;
	onHold?: boolean;
	document?: string;
}

const fields: Operation['fields'] = [
	...limitFields,
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Categories',
				name: 'categories',
				type: 'multiOptions',
				default: [],
				options: [
					{ name: 'Conflict', value: ExceptionCategory.Conflict },
					{ name: 'Failed', value: ExceptionCategory.Failed },
					{ name: 'Held', value: ExceptionCategory.Held },
					{ name: 'Invalid', value: ExceptionCategory.Invalid },
					{ name: 'Reconciliation', value: ExceptionCategory.Reconciliation },
					{ name: 'Rejected', value: ExceptionCategory.Rejected },
					{ name: 'Stale', value: ExceptionCategory.Stale },
					{ name: 'Unmatched', value: ExceptionCategory.Unmatched },
				],
			},
			{
				displayName: 'Document',
				name: 'document',
				type: 'string',
				default: '',
				placeholder: 'WH/OUT/00007',
				description: 'Name of the document, or a part of it',
			},
			{
				displayName: 'Due for Retry',
				name: 'due',
				type: 'boolean',
				default: true,
				description: 'Whether to return only those whose next attempt is due',
			},
			{
				displayName: 'On Hold',
				name: 'onHold',
				type: 'boolean',
				default: true,
				description: 'Whether to return those that hold their document, or those that do not',
			},
			{
				displayName: 'States',
				name: 'states',
				type: 'multiOptions',
				default: [],
				options: [
					{ name: 'Dead', value: ExceptionState.Dead },
					{ name: 'In Review', value: ExceptionState.InReview },
					{ name: 'Open', value: ExceptionState.Open },
					{ name: 'Resolved', value: ExceptionState.Resolved },
					{ name: 'Retry', value: ExceptionState.Retry },
				],
			},
		],
	},
	optionsField([]),
];

function domainOf({ states = [], categories = [], due, onHold, document }: Filters) {
	const now = toStamp(Date.now());
	return [
		...(states.length > 0 ? [['x_state', 'in', states]] : []),
		...(categories.length > 0 ? [['x_category', 'in', categories]] : []),
		...(onHold === undefined ? [] : [['x_hold', '=', onHold]]),
		...(document ? [['x_document', 'ilike', document]] : []),
		...(due
			? [
					['x_next_attempt', '<=', now],
					['x_state', 'in', [ExceptionState.Open, ExceptionState.Retry]],
				]
			: []),
	];
}

export const getMany: Operation = {
	fields,
	execute: async (node, client) =>
		await perItemMany(node, async (itemIndex) => {
			const found = explainMissingModel(
				await findRecords(client, {
					model: EXCEPTION_MODEL,
					domain: domainOf(node.getNodeParameter('filters', itemIndex, {}) as Filters),
					limit: readLimit(node, itemIndex),
					fields: [...EXCEPTION_FIELDS],
					// The oldest first: they are replayed in the order in which they came.
					order: '',
					includeArchived: false,
				}),
				EXCEPTION_MODEL,
			);
			return found.ok ? success(found.value.map(simplifyException)) : found;
		}),
};
