import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { OdooRecord, OdooValue, Result } from '../../../../core/odoo';
import { failed, failure, OdooErrorKind, Repeatable, success } from '../../../../core/odoo';
import { EXCEPTION_MODEL } from '../../../../core/odoo/apply';
import type { OdooClient } from '../../../shared/odoo/client';
import { actionId } from '../../../shared/odoo/setupState';
import type { Operation } from '../../actions/operation';
import { readIds } from '../idList';
import { optionsField } from '../parameters';
import { perItemMany } from '../perItemMany';
import { EXCEPTION_FIELDS, simplifyException } from './row';

const idsField: INodeProperties = {
	displayName: 'Exception IDs',
	name: 'exceptionIds',
	type: 'string',
	default: '={{ $json.exceptionId }}',
	required: true,
	description: 'IDs of exceptions in Odoo, separated by commas',
};

export interface Button {
	/** External id of the server action behind Odoo's own button, without the module. */
	action: string;
	fields?: INodeProperties[];
	/** What the action gets besides the exceptions. */
	read?: (node: IExecuteFunctions, itemIndex: number) => Record<string, OdooValue>;
}

/** An operation that does what a button on Odoo's form does, as the user of the credential. */
export const pressButton = ({ action, fields = [], read }: Button): Operation => ({
	fields: [idsField, ...fields, optionsField([])],
	execute: async (node, client) =>
		await perItemMany(node, async (itemIndex) => {
			const ids = readIds(node.getNodeParameter('exceptionIds', itemIndex), 'Exception IDs');
			if (!ids.ok) return ids;
			const pressed = await press(client, action, ids.value, read?.(node, itemIndex) ?? {});
			return pressed.ok ? await readExceptions(client, ids.value) : pressed;
		}),
});

async function press(
	client: OdooClient,
	action: string,
	ids: number[],
	values: Record<string, OdooValue>,
): Promise<Result<unknown>> {
	const server = await actionId(client, action);
	if (!server.ok) return server;
	return await client.call({
		model: 'ir.actions.server',
		method: 'run',
		ids: [server.value],
		context: {
			active_model: EXCEPTION_MODEL,
			active_id: ids[0],
			active_ids: ids,
			logistics: values,
		},
		repeatable: Repeatable.No,
	});
}

async function readExceptions(client: OdooClient, ids: number[]): Promise<Result<IDataObject[]>> {
	const rows = await client.read<OdooRecord[]>({
		model: EXCEPTION_MODEL,
		method: 'search_read',
		params: { domain: [['id', 'in', ids]], fields: [...EXCEPTION_FIELDS] },
	});
	if (!rows.ok) return rows;
	const found = new Set(rows.value.map(({ id }) => id));
	const missing = ids.filter((id) => !found.has(id));
	if (missing.length === 0) return success(rows.value.map(simplifyException));
	return failed(
		failure(OdooErrorKind.Missing, `There is no exception ${missing.join(', ')}`, {
			advice: 'IDs are in the output of Exception: Get Many, as "exceptionId".',
		}),
	);
}
