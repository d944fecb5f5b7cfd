import type { FieldRow, ModelRow, Rights, SetupManifest } from './manifest';
import type { SetupRecord, SetupValue } from './record';

const COMPANY_RULE = "['|', ('x_company_id', '=', False), ('x_company_id', 'in', company_ids)]";

/** The manifest as records, each after those it needs. */
export function expandManifest(manifest: SetupManifest): SetupRecord[] {
	return [
		...groupRecords(manifest),
		...manifest.models.flatMap(modelRecords),
		...manifest.models.flatMap((row) => fieldRecords(row, manifest.files)),
		...manifest.models.flatMap(accessRecords),
		...ruleRecords(manifest),
		...actionRecords(manifest),
		...viewRecords(manifest),
		...menuRecords(manifest),
		...cronRecords(manifest),
		...parameterRecords(manifest),
	];
}

const slug = (model: string): string => model.replaceAll('.', '_');

function groupRecords({ groups }: SetupManifest): SetupRecord[] {
	const { privilege } = groups;
	return [
		// Odoo 19 shows groups by privilege, earlier versions by category.
		{
			id: privilege.id,
			model: 'res.groups.privilege',
			isOptional: true,
			values: { name: privilege.name },
		},
		...groups.groups.map(({ id, name, comment, implies }) => ({
			id,
			model: 'res.groups',
			values: {
				name,
				comment,
				implied_ids: { refs: implies },
				'privilege_id?': { ref: privilege.id },
			},
		})),
	];
}

const modelRecords = ({ model, name, thread = false, transient }: ModelRow): SetupRecord[] =>
	name === undefined
		? []
		: [
				{
					id: `model_${slug(model)}`,
					model: 'ir.model',
					naturalKey: ['model'],
					values: {
						name,
						model,
						is_mail_thread: thread,
						is_mail_activity: thread,
						...(transient && { transient }),
					},
				},
			];

type Files = SetupManifest['files'];

const fieldRecords = ({ model, fields }: ModelRow, files: Files): SetupRecord[] =>
	fields.map((field) => ({
		id: `field_${slug(model)}__${field[0]}`,
		model: 'ir.model.fields',
		naturalKey: ['model_id', 'name'],
		values: { model_id: { modelOf: model }, ...fieldValues(field, files) },
	}));

function fieldValues(
	[name, label, ttype, more = {}]: FieldRow,
	files: Files,
): Record<string, SetupValue> {
	return {
		name,
		field_description: label,
		ttype,
		copied: false,
		...(more.selection && { selection: pythonPairs(more.selection) }),
		...(more.relation && { relation: more.relation }),
		...(more.relation_field && { relation_field: more.relation_field }),
		...(more.on_delete && { on_delete: more.on_delete }),
		...(more.index && { index: true }),
		...(more.required && { required: true }),
		...(more.tracking !== undefined && { 'tracking?': more.tracking }),
		...(more.relation_table && { relation_table: more.relation_table }),
		...(more.compute && { compute: files[more.compute], store: false, readonly: true }),
	};
}

/** As Odoo writes the choices of a selection field. */
const pythonPairs = (pairs: ReadonlyArray<readonly [string, string]>): string =>
	`[${pairs.map(([value, label]) => `('${value}', '${label}')`).join(', ')}]`;

const accessRecords = ({ model, access = {} }: ModelRow): SetupRecord[] =>
	Object.entries(access).map(([group, rights]) => ({
		id: `access_${slug(model)}__${slug(group)}`,
		model: 'ir.model.access',
		values: {
			name: `${model} ${group}`,
			model_id: { modelOf: model },
			group_id: { ref: group },
			...permissions(rights),
		},
	}));

const permissions = (rights: Rights) => ({
	perm_read: rights.includes('r'),
	perm_create: rights.includes('c'),
	perm_write: rights.includes('u'),
	perm_unlink: rights.includes('d'),
});

const ruleRecords = ({ rules }: SetupManifest): SetupRecord[] =>
	rules.map(({ id, model, domain = COMPANY_RULE, groups, rights = 'rcud' }) => ({
		id,
		model: 'ir.rule',
		values: {
			name: `Logistics Sync: ${id}`,
			model_id: { modelOf: model },
			domain_force: domain,
			...(groups && { groups: { refs: groups } }),
			...permissions(rights),
		},
	}));

const actionRecords = ({ actions, files }: SetupManifest): SetupRecord[] =>
	actions.map(({ id, name, model, file, groups }) => ({
		id,
		model: 'ir.actions.server',
		values: {
			name,
			model_id: { modelOf: model },
			state: 'code',
			code: files[file],
			// Odoo 19 and earlier versions.
			'group_ids?': { refs: groups },
			'groups_id?': { refs: groups },
		},
	}));

const viewRecords = ({ views, files }: SetupManifest): SetupRecord[] =>
	views.map(({ id, model, type, inherit, file }) => ({
		id,
		model: 'ir.ui.view',
		values: {
			name: `n8n_logistics.${id}`,
			model,
			arch: { text: files[file] },
			...(type && { type }),
			...(inherit && { inherit_id: { ref: inherit } }),
		},
	}));

const menuRecords = ({ menus }: SetupManifest): SetupRecord[] => [
	...menus.windows.map(({ id, name, model, views, context = '{}', domain = '[]', help }) => ({
		id,
		model: 'ir.actions.act_window',
		values: {
			name,
			res_model: model,
			view_mode: views,
			context,
			domain,
			help: `<p class="o_view_nocontent_smiling_face">Nothing here</p><p>${help}</p>`,
		},
	})),
	...menus.menus.map(({ id, name, sequence, parent, window, groups }) => ({
		id,
		model: 'ir.ui.menu',
		values: {
			name,
			sequence,
			...(parent && { parent_id: { ref: parent } }),
			...(window && { action: { text: `ir.actions.act_window,{{${window}}}` } }),
			...(groups && { 'group_ids?': { refs: groups }, 'groups_id?': { refs: groups } }),
		},
	})),
];

const cronRecords = ({ crons, files }: SetupManifest): SetupRecord[] =>
	crons.map(({ id, name, model, file, every, unit }) => ({
		id,
		model: 'ir.cron',
		values: {
			name,
			model_id: { modelOf: model },
			state: 'code',
			code: files[file],
			interval_number: every,
			interval_type: unit,
			active: true,
		},
	}));

const parameterRecords = ({ parameters }: SetupManifest): SetupRecord[] =>
	parameters.map(({ id, name, value }) => ({
		id,
		model: 'ir.config_parameter',
		naturalKey: ['key'],
		isInitial: true,
		values: { key: name, value },
	}));
