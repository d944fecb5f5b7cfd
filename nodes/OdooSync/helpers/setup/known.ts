import type { Result } from '../../../../core/odoo';
import { success } from '../../../../core/odoo';
import { MODULE } from '../../../../core/odoo/apply';
import type { KnownIds, SetupRecord } from '../../../../core/odoo/setup';
import { namesIn } from '../../../../core/odoo/setup';
import type { OdooClient } from '../../../shared/odoo/client';
import { searchRead } from './rpc';

/** What is in Odoo under our module, and what else the records refer to. Grows while Setup works. */
export interface SetupKnowledge extends KnownIds {
	refs: Map<string, number>;
	models: Map<string, number>;
	fields: Map<string, ReadonlySet<string>>;
}

interface DataRow {
	module: string;
	name: string;
	res_id: number;
}

/** Models whose fields differ between versions of Odoo. */
const VERSIONED = [
	'res.groups',
	'res.groups.privilege',
	'ir.actions.server',
	'ir.ui.menu',
	'ir.model',
	'ir.model.fields',
];

export async function readKnowledge(
	client: OdooClient,
	records: readonly SetupRecord[],
): Promise<Result<SetupKnowledge>> {
	const names = namesIn(records);
	const external = names.refs.map((ref) => ref.split(/\.(.*)/s));
	const data = await searchRead<DataRow>(
		client,
		'ir.model.data',
		[
			'|',
			'&',
			['module', '=', MODULE],
			['name', 'in', records.map(({ id }) => id)],
			'&',
			['module', 'in', external.map(([module]) => module)],
			['name', 'in', external.map(([, name]) => name)],
		],
		['module', 'name', 'res_id'],
	);
	if (!data.ok) return data;
	const models = await searchRead<{ id: number; model: string }>(
		client,
		'ir.model',
		[['model', 'in', [...names.models, ...VERSIONED]]],
		['model'],
	);
	if (!models.ok) return models;
	const fields = new Map<string, ReadonlySet<string>>();
	for (const { model } of models.value.filter(({ model: name }) => VERSIONED.includes(name))) {
		const schema = await client.schema(model);
		if (!schema.ok) return schema;
		fields.set(model, new Set(Object.keys(schema.value)));
	}
	return success({
		refs: new Map(
			data.value.map(({ module, name, res_id }) => [
				module === MODULE ? name : `${module}.${name}`,
				res_id,
			]),
		),
		models: new Map(models.value.map(({ id, model }) => [model, id])),
		fields,
	});
}
