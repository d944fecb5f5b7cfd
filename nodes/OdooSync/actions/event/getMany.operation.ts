import type { IDataObject } from 'n8n-workflow';
import { success } from '../../../../core/odoo';
import { EVENT_MODEL, LEDGER_FIELDS, simplifyLedgerRow } from '../../../../core/odoo/apply';
import { ledgerFilterField, readLedgerFilter } from '../../helpers/events/ledgerFilter';
import { explainMissingModel } from '../../helpers/events/setUp';
import { findRecords } from '../../helpers/findRecords';
import { limitFields, readLimit } from '../../helpers/limitFields';
import { optionsField } from '../../helpers/parameters';
import { perItemMany } from '../../helpers/perItemMany';
import type { Operation } from '../operation';

const NEWEST_FIRST = 'id desc';

const fields: Operation['fields'] = [
	...limitFields,
	ledgerFilterField,
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	optionsField([
		{
			displayName: 'Include Payload',
			name: 'includePayload',
			type: 'boolean',
			default: false,
			description: 'Whether to return the event itself too, as long as the ledger keeps it',
		},
	]),
];

export const getMany: Operation = {
	fields,
	execute: async (node, client) =>
		await perItemMany(node, async (itemIndex) => {
			const withPayload = node.getNodeParameter(
				'options.includePayload',
				itemIndex,
				false,
			) as boolean;
			const simplify = node.getNodeParameter('simplify', itemIndex) as boolean;
			const found = explainMissingModel(
				await findRecords(client, {
					model: EVENT_MODEL,
					domain: readLedgerFilter(node, itemIndex),
					limit: readLimit(node, itemIndex),
					fields: [...LEDGER_FIELDS, ...(withPayload ? ['x_payload'] : [])],
					order: NEWEST_FIRST,
					includeArchived: false,
				}),
				EVENT_MODEL,
			);
			if (!found.ok) return found;
			return success(
				found.value.map((row) => ({
					...(simplify ? simplifyLedgerRow(row) : row),
					...(simplify && withPayload && { event: parseEvent(row.x_payload) }),
				})) as IDataObject[],
			);
		}),
};

function parseEvent(payload: unknown): unknown {
	try {
		return JSON.parse(String(payload)) as unknown;
	} catch {
		return null;
	}
}
