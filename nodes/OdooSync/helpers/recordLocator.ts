import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Result } from '../../../core/odoo';
import { failed, failure, OdooErrorKind, success } from '../../../core/odoo';
import type { OdooClient } from '../../shared/odoo/client';
import { resolveExternalId } from './externalIds';

/** One or several records of the chosen model. */
export const recordField: INodeProperties = {
	displayName: 'Record',
	name: 'record',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The record to work on; several IDs are separated by commas',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchRecords', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: '42' },
		{
			displayName: 'By External ID',
			name: 'externalId',
			type: 'string',
			placeholder: 'stock.warehouse0',
		},
	],
};

/** Ids of the records that the item points at. */
export async function readRecordIds(
	node: IExecuteFunctions,
	client: OdooClient,
	itemIndex: number,
	model: string,
): Promise<Result<number[]>> {
	const locator = node.getNodeParameter('record', itemIndex) as { mode: string; value: unknown };
	if (locator.mode === 'externalId') {
		const found = await resolveExternalId(client, String(locator.value), model);
		return found.ok ? success([found.value]) : found;
	}
	const parts = Array.isArray(locator.value) ? locator.value : String(locator.value).split(',');
	const ids = parts.map(Number);
	if (ids.length > 0 && ids.every((id) => Number.isInteger(id) && id > 0)) return success(ids);
	return failed(
		failure(OdooErrorKind.Configuration, `"${String(locator.value)}" is not an ID of ${model}`, {
			model,
			advice: 'Choose a record, or give its ID (a whole number) or its external ID.',
		}),
	);
}
