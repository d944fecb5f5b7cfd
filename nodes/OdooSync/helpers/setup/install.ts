import { createHash } from 'node:crypto';
import type { OdooValue, Result } from '../../../../core/odoo';
import { failed, failure, OdooErrorKind, success } from '../../../../core/odoo';
import { MODULE } from '../../../../core/odoo/apply';
import type { SetupManifest, SetupRecord } from '../../../../core/odoo/setup';
import { expandManifest, resolveValues } from '../../../../core/odoo/setup';
import type { OdooClient } from '../../../shared/odoo/client';
import { readSetup, SETUP_MODEL } from '../../../shared/odoo/setupState';
import type { SetupKnowledge } from './known';
import { readKnowledge } from './known';
import { removeObsolete } from './remove';
import { createAll, searchRead, write } from './rpc';

export interface InstallReport {
	version: string;
	previousVersion: string | null;
	created: string[];
	updated: string[];
	adopted: string[];
	removed: string[];
	unchanged: number;
}

type Values = Record<string, OdooValue>;

const hashOf = (record: SetupRecord): string =>
	createHash('sha256').update(JSON.stringify(record)).digest('hex').slice(0, 16);

/** Installs, or upgrades in place. Done twice, the second time changes nothing; interrupted, the next one goes on. */
export async function install(
	client: OdooClient,
	manifest: SetupManifest,
	nowStamp: string,
): Promise<Result<InstallReport>> {
	const records = expandManifest(manifest);
	const before = await readSetup(client);
	if (!before.ok) return before;
	const knowledge = await readKnowledge(client, records);
	if (!knowledge.ok) return knowledge;
	const installer = new Installer(client, knowledge.value, before.value?.records ?? {});
	const done = await installer.installAll(records);
	if (!done.ok) return done;
	const removed = await removeObsolete(client, Object.keys(installer.hashes));
	if (!removed.ok) return removed;
	const noted = await noteSetup(client, manifest.version, installer, nowStamp);
	if (!noted.ok) return noted;
	return success({
		version: manifest.version,
		previousVersion: before.value?.version ?? null,
		...installer.report,
		removed: removed.value,
	});
}

class Installer {
	readonly report = {
		created: [] as string[],
		updated: [] as string[],
		adopted: [] as string[],
		unchanged: 0,
	};

	/** Hash of every record that is installed now. */
	readonly hashes: Record<string, string> = {};

	constructor(
		private readonly client: OdooClient,
		private readonly known: SetupKnowledge,
		private readonly before: Readonly<Record<string, string>>,
	) {}

	/** Ids of our server actions, by external id. */
	get actions(): Values {
		return Object.fromEntries([...this.known.refs].filter(([name]) => name.startsWith('action_')));
	}

	/** Neighbours of one model are made in one request: Odoo loads its registry anew with each for models and fields. */
	async installAll(records: SetupRecord[]): Promise<Result<true>> {
		for (let start = 0; start < records.length; ) {
			const { model } = records[start];
			let end = start + 1;
			while (records[end]?.model === model && model !== 'ir.ui.menu') end += 1;
			const group = records.slice(start, end).filter((record) => this.isPossible(record));
			const done = await this.installGroup(model, group);
			if (!done.ok) return done;
			start = end;
		}
		return success(true);
	}

	private isPossible({ isOptional, model }: SetupRecord): boolean {
		return isOptional !== true || this.known.models.has(model) || this.known.fields.has(model);
	}

	private async installGroup(model: string, records: SetupRecord[]): Promise<Result<true>> {
		for (const record of records) this.hashes[record.id] = hashOf(record);
		const isKnown = ({ id }: SetupRecord) => this.known.refs.has(id);
		for (const record of records.filter(isKnown)) {
			const done = await this.update(record, this.known.refs.get(record.id) ?? 0);
			if (!done.ok) return done;
		}
		const unknown = records.filter((record) => !isKnown(record));
		const adopted = await this.adopt(model, unknown);
		if (!adopted.ok) return adopted;
		return await this.create(
			model,
			unknown.filter((record) => !isKnown(record)),
		);
	}

	private async update(record: SetupRecord, id: number): Promise<Result<number>> {
		if (this.before[record.id] === hashOf(record) || record.isInitial) {
			this.report.unchanged += 1;
			return success(id);
		}
		const values = this.resolve(record);
		if (!values.ok) return values;
		const written = await write(this.client, record.model, [id], changeable(record, values.value));
		if (!written.ok) return written;
		this.report.updated.push(record.id);
		return success(id);
	}

	/** Records that somebody made without us get our external ids, and our values. */
	private async adopt(model: string, records: SetupRecord[]): Promise<Result<true>> {
		const keyFields = records[0]?.naturalKey;
		if (!keyFields) return success(true);
		const wanted: Array<{ record: SetupRecord; values: Values }> = [];
		for (const record of records) {
			const values = this.resolve(record);
			if (!values.ok) return values;
			wanted.push({ record, values: values.value });
		}
		const domain = keyFields.map((field) => [
			field,
			'in',
			wanted.map(({ values }) => values[field]),
		]);
		const found = await searchRead<Values & { id: number }>(this.client, model, domain, [
			...keyFields,
		]);
		if (!found.ok) return found;
		const keyOf = (row: Values) =>
			JSON.stringify(keyFields.map((field) => [row[field]].flat()[0] ?? null));
		const there = new Map(found.value.map((row) => [keyOf(row), row.id]));
		for (const { record, values } of wanted) {
			const id = there.get(keyOf(values));
			if (id === undefined) continue;
			const done = await this.takeOver(record, values, id);
			if (!done.ok) return done;
		}
		return success(true);
	}

	private async takeOver(
		record: SetupRecord,
		values: Values,
		id: number,
	): Promise<Result<unknown>> {
		const named = await this.name(record.model, [[record.id, id]]);
		if (!named.ok) return named;
		this.report.adopted.push(record.id);
		if (record.isInitial) return success(true);
		return await write(this.client, record.model, [id], changeable(record, values));
	}

	private async create(model: string, records: SetupRecord[]): Promise<Result<true>> {
		if (records.length === 0) return success(true);
		const list: Array<Values> = [];
		for (const record of records) {
			const values = this.resolve(record);
			if (!values.ok) return values;
			list.push(values.value);
		}
		const ids = await createAll(this.client, model, list);
		if (!ids.ok) return ids;
		const named = await this.name(
			model,
			records.map(({ id }, index) => [id, ids.value[index]]),
		);
		if (!named.ok) return named;
		if (model === 'ir.model') {
			for (const [index, { model: name }] of list.entries()) {
				this.known.models.set(String(name), ids.value[index]);
			}
		}
		this.report.created.push(...records.map(({ id }) => id));
		return success(true);
	}

	private async name(model: string, pairs: Array<[string, number]>): Promise<Result<true>> {
		const made = await createAll(
			this.client,
			'ir.model.data',
			pairs.map(([name, id]) => ({ module: MODULE, name, model, res_id: id, noupdate: true })),
		);
		if (!made.ok) return made;
		for (const [name, id] of pairs) this.known.refs.set(name, id);
		return success(true);
	}

	private resolve(record: SetupRecord): Result<Values> {
		try {
			return success(resolveValues(record, this.known));
		} catch (error) {
			const reason = error instanceof RangeError ? error.message : String(error);
			return failed(
				failure(OdooErrorKind.Configuration, `${reason}: needed for ${record.id}`, {
					advice: 'Install the Odoo apps Inventory, Sales, Purchase and Invoicing first.',
				}),
			);
		}
	}
}

/** What Odoo allows to change later: kind and name of a field, and model of a view stay. */
const FIXED: Readonly<Record<string, readonly string[]>> = {
	'ir.model': ['model', 'is_mail_thread', 'is_mail_activity', 'transient'],
	'ir.model.fields': ['model_id', 'name', 'ttype', 'relation', 'relation_table', 'store', 'copied'],
};

function changeable({ model }: SetupRecord, values: Values): Values {
	const fixed = FIXED[model] ?? [];
	return Object.fromEntries(Object.entries(values).filter(([name]) => !fixed.includes(name)));
}

async function noteSetup(
	client: OdooClient,
	version: string,
	{ actions, hashes }: Installer,
	nowStamp: string,
): Promise<Result<unknown>> {
	const values: Values = {
		x_name: 'Logistics Sync',
		x_version: version,
		x_installed_at: nowStamp,
		x_actions: actions,
		x_records: hashes,
	};
	const setup = await readSetup(client);
	if (!setup.ok) return setup;
	return setup.value
		? await write(client, SETUP_MODEL, [setup.value.id], values)
		: await createAll(client, SETUP_MODEL, [values]);
}
