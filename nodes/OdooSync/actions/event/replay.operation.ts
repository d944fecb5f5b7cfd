import type { IExecuteFunctions } from 'n8n-workflow';
import type { Result } from '../../../../core/odoo';
import { failed, failure, OdooErrorKind } from '../../../../core/odoo';
import type { OdooClient } from '../../../shared/odoo/client';
import { applyOptions } from '../../helpers/events/applyEntries';
import { ledgerFilterField, readLedgerFilter } from '../../helpers/events/ledgerFilter';
import { replay as replayEvents } from '../../helpers/events/replay';
import { APPLY_OUTPUTS } from '../../helpers/events/report';
import {
	readExceptionEvents,
	readLedger,
	type StoredEvent,
} from '../../helpers/events/storedEvents';
import { readIds, readList } from '../../helpers/idList';
import { optionsField } from '../../helpers/parameters';
import type { Operation } from '../operation';

enum ReplayBy {
	Exception = 'exception',
	Filter = 'filter',
	Key = 'key',
}

const fields: Operation['fields'] = [
	{
		displayName: 'Choose Events By',
		name: 'replayBy',
		type: 'options',
		default: 'key',
		options: [
			{
				name: 'Exception',
				value: ReplayBy.Exception,
				description: 'Events that wait behind exceptions',
			},
			{ name: 'Filter', value: ReplayBy.Filter, description: 'Events of the ledger' },
			{ name: 'Key', value: ReplayBy.Key, description: 'Certain events of the ledger' },
		],
	},
	{
		displayName: 'Keys',
		name: 'keys',
		type: 'string',
		default: '={{ $json.key }}',
		required: true,
		displayOptions: { show: { replayBy: [ReplayBy.Key] } },
		description: 'Keys of events in the ledger, separated by commas',
	},
	{
		displayName: 'Exception IDs',
		name: 'exceptionIds',
		type: 'string',
		default: '={{ $json.exceptionId }}',
		required: true,
		displayOptions: { show: { replayBy: [ReplayBy.Exception] } },
		description: 'IDs of exceptions in Odoo, separated by commas',
	},
	{ ...ledgerFilterField, displayOptions: { show: { replayBy: [ReplayBy.Filter] } } },
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { replayBy: [ReplayBy.Filter] } },
		description: 'Max number of results to return',
	},
	optionsField(applyOptions),
];

async function choose(
	node: IExecuteFunctions,
	client: OdooClient,
	itemIndex: number,
): Promise<Result<StoredEvent[]>> {
	switch (node.getNodeParameter('replayBy', itemIndex) as ReplayBy) {
		case ReplayBy.Exception: {
			const ids = readIds(node.getNodeParameter('exceptionIds', itemIndex), 'Exception IDs');
			return ids.ok ? await readExceptionEvents(client, ids.value) : ids;
		}
		case ReplayBy.Filter:
			return await readLedger(
				client,
				readLedgerFilter(node, itemIndex),
				node.getNodeParameter('limit', itemIndex),
			);
		case ReplayBy.Key:
			return await readKeys(client, readList(node.getNodeParameter('keys', itemIndex)));
	}
}

async function readKeys(client: OdooClient, keys: string[]): Promise<Result<StoredEvent[]>> {
	const found = await readLedger(client, [['x_key', 'in', keys]]);
	if (!found.ok || found.value.length > 0) return found;
	return failed(
		failure(
			OdooErrorKind.Missing,
			`The ledger has no event ${keys.join(', ') || 'without a key'}`,
			{
				advice: 'Keys are in the output of Event: Apply and Get Many, as "key".',
			},
		),
	);
}

export const replay: Operation = {
	fields,
	outputs: APPLY_OUTPUTS,
	execute: async (node, client) =>
		await replayEvents(node, client, async (itemIndex) => await choose(node, client, itemIndex)),
};
