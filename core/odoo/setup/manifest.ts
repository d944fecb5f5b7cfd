/** Field of a model: name, label, type, and what else `ir.model.fields` takes. */
export type FieldRow = readonly [
	name: string,
	label: string,
	type: string,
	more?: {
		readonly selection?: ReadonlyArray<readonly [string, string]>;
		readonly relation?: string;
		readonly relation_field?: string;
		readonly on_delete?: 'cascade' | 'restrict' | 'set null';
		readonly index?: boolean;
		readonly required?: boolean;
		readonly tracking?: number;
		/** Table of a many2many; needed where a model has two to the same other one. */
		readonly relation_table?: string;
		/** File with the Python that computes the field when it is read. */
		readonly compute?: string;
	},
];

/** `r` read, `c` create, `u` update, `d` delete. */
export type Rights = string;

export interface ModelRow {
	readonly model: string;
	/** Left out for fields on a model that is there already. */
	readonly name?: string;
	/** With chatter and activities. */
	readonly thread?: boolean;
	/** For dialogs: rows are removed by Odoo, and seen only by who made them. */
	readonly transient?: boolean;
	readonly fields: readonly FieldRow[];
	/** By group; a name without a dot is one of our own. */
	readonly access?: Readonly<Record<string, Rights>>;
}

export interface GroupRow {
	readonly id: string;
	readonly name: string;
	readonly comment: string;
	readonly implies: readonly string[];
}

export interface ActionRow {
	readonly id: string;
	readonly name: string;
	readonly model: string;
	readonly file: string;
	readonly groups: readonly string[];
}

export interface ViewRow {
	readonly id: string;
	readonly model: string;
	readonly file: string;
	readonly type?: string;
	/** External id of the view that is extended. */
	readonly inherit?: string;
}

export interface WindowRow {
	readonly id: string;
	readonly name: string;
	readonly model: string;
	readonly views: string;
	readonly context?: string;
	readonly domain?: string;
	readonly help: string;
}

export interface MenuRow {
	readonly id: string;
	readonly name: string;
	readonly sequence: number;
	readonly parent?: string;
	readonly window?: string;
	readonly groups?: readonly string[];
}

export interface CronRow {
	readonly id: string;
	readonly name: string;
	readonly model: string;
	readonly file: string;
	readonly every: number;
	readonly unit: 'minutes' | 'hours' | 'days';
}

/** What Setup installs, as data. Ids are external ids in the module `n8n_logistics`. */
export interface SetupManifest {
	readonly version: string;
	readonly groups: {
		readonly privilege: { readonly id: string; readonly name: string };
		readonly groups: readonly GroupRow[];
	};
	readonly models: readonly ModelRow[];
	readonly rules: ReadonlyArray<{
		readonly id: string;
		readonly model: string;
		readonly domain?: string;
		readonly groups?: readonly string[];
		readonly rights?: Rights;
	}>;
	readonly actions: readonly ActionRow[];
	readonly views: readonly ViewRow[];
	readonly menus: { readonly windows: readonly WindowRow[]; readonly menus: readonly MenuRow[] };
	readonly crons: readonly CronRow[];
	readonly parameters: ReadonlyArray<{
		readonly id: string;
		readonly name: string;
		readonly value: string;
	}>;
	readonly files: Readonly<Record<string, string>>;
}
