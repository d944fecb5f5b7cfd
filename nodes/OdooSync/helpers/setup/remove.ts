import type { Result } from '../../../../core/odoo';
import { success } from '../../../../core/odoo';
import { MODULE } from '../../../../core/odoo/apply';
import type { OdooClient } from '../../../shared/odoo/client';
import { inOrder, searchRead, unlink } from './rpc';

interface DataRow {
	name: string;
	model: string;
	res_id: number;
}

/** In this order nothing is removed while something else still needs it. */
const REMOVAL_ORDER = [
	'ir.cron',
	'base.automation',
	'ir.ui.menu',
	'ir.actions.act_window',
	'ir.ui.view',
	'ir.actions.server',
	'ir.rule',
	'ir.model.access',
	'ir.config_parameter',
	'ir.model.fields',
	'ir.model',
	'res.groups',
	'res.groups.privilege',
];

/** What Setup installed; not the rows of the ledger, the exceptions and the triggers, which have external ids too. */
export async function installedData(client: OdooClient): Promise<Result<DataRow[]>> {
	return await searchRead<DataRow>(
		client,
		'ir.model.data',
		[
			['module', '=', MODULE],
			['model', 'in', REMOVAL_ORDER],
			'!',
			['name', '=like', 'trigger\\_%'],
		],
		['name', 'model', 'res_id'],
	);
}

/** Removes what an earlier version installed and this one does not. @returns the external ids */
export async function removeObsolete(
	client: OdooClient,
	wanted: string[],
): Promise<Result<string[]>> {
	const data = await installedData(client);
	if (!data.ok) return data;
	const keep = new Set(wanted);
	return await removeData(
		client,
		data.value.filter(({ name }) => !keep.has(name)),
	);
}

export async function removeData(client: OdooClient, rows: DataRow[]): Promise<Result<string[]>> {
	const done = await inOrder(REMOVAL_ORDER, async (model) => {
		const ids = rows.filter((row) => row.model === model).map(({ res_id }) => res_id);
		if (ids.length === 0) return success(true);
		// What people have removed by hand is gone already.
		const there = await searchRead<{ id: number }>(client, model, [['id', 'in', ids]], ['id']);
		if (!there.ok) return there;
		const left = there.value.map(({ id }) => id);
		if (model === 'ir.model.fields') {
			const lists = await removeLists(client, left);
			if (!lists.ok) return lists;
			return await unlink(
				client,
				model,
				left.filter((id) => !lists.value.includes(id)),
			);
		}
		return await unlink(client, model, left);
	});
	if (!done.ok) return done;
	return success(rows.map(({ name }) => name));
}

/** Odoo removes no many2one that a one2many still shows, not even together with it. @returns the ids that went */
async function removeLists(client: OdooClient, fields: number[]): Promise<Result<number[]>> {
	const lists = await searchRead<{ id: number }>(
		client,
		'ir.model.fields',
		[
			['id', 'in', fields],
			['ttype', '=', 'one2many'],
		],
		['id'],
	);
	if (!lists.ok) return lists;
	const ids = lists.value.map(({ id }) => id);
	const gone = await unlink(client, 'ir.model.fields', ids);
	return gone.ok ? success(ids) : gone;
}
