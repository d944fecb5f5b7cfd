import type { Result } from '../../../core/odoo';
import { failed, failure, OdooErrorKind, success } from '../../../core/odoo';
import type { OdooClient } from './client';

export const SETUP_MODEL = 'x_logistics_setup';

/** What Setup has installed in this Odoo. */
export interface InstalledSetup {
	id: number;
	version: string;
	/** Ids of the server actions by external id, without the module: users may run them, but not look them up. */
	actions: Readonly<Record<string, number>>;
	/** Hash of each installed record by external id. */
	records: Readonly<Record<string, string>>;
}

interface SetupRow {
	id: number;
	x_version: string | false;
	x_actions: Record<string, number> | false;
	x_records: Record<string, string> | false;
}

/** What is installed, or null. Any user may ask. */
export async function readSetup(client: OdooClient): Promise<Result<InstalledSetup | null>> {
	const rows = await client.read<SetupRow[]>({
		model: SETUP_MODEL,
		method: 'search_read',
		params: { domain: [], fields: ['x_version', 'x_actions', 'x_records'], limit: 1 },
	});
	if (!rows.ok) {
		// Odoo does not know the model: nothing is installed.
		return rows.failure.kind === OdooErrorKind.Missing ? success(null) : rows;
	}
	const [row] = rows.value;
	if (!row) return success(null);
	return success({
		id: row.id,
		version: row.x_version || '',
		actions: row.x_actions || {},
		records: row.x_records || {},
	});
}

/** The id of one of our server actions. */
export async function actionId(client: OdooClient, name: string): Promise<Result<number>> {
	const setup = await readSetup(client);
	if (!setup.ok) return setup;
	const id = setup.value?.actions[name];
	if (id !== undefined) return success(id);
	return failed(setup.value ? outdated(setup.value.version, name) : notSetUp());
}

/** Nobody has run Setup in this Odoo. */
export const notSetUp = () =>
	failure(OdooErrorKind.Configuration, 'Logistics Sync is not set up in this Odoo', {
		advice:
			'Let an administrator run Odoo Sync → Setup: Install once, and put the user of this credential in the group Logistics Sync / Bot. Without it, Record: Create or Update writes to Odoo, but without ledger, guard and exceptions.',
	});

const outdated = (version: string, name: string) =>
	failure(OdooErrorKind.Configuration, `The installed Setup (version ${version}) has no ${name}`, {
		advice: 'Run Odoo Sync → Setup: Install again, with the credential of an administrator.',
	});
