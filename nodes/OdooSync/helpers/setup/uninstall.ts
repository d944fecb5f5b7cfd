import type { Result } from '../../../../core/odoo';
import { success } from '../../../../core/odoo';
import type { OdooClient } from '../../../shared/odoo/client';
import { readSetup, SETUP_MODEL } from '../../../shared/odoo/setupState';
import { installedData, removeData } from './remove';

export interface UninstallReport {
	removed: string[];
	/** Rows by model: those that went, or those that are in the way. */
	data: Record<string, number>;
	/** Set when nothing was removed, with the reason. */
	kept?: string;
}

export async function uninstall(
	client: OdooClient,
	deleteData: boolean,
): Promise<Result<UninstallReport>> {
	const installed = await installedData(client);
	if (!installed.ok) return installed;
	const setup = await readSetup(client);
	if (!setup.ok) return setup;
	const data = await countData(client, Object.keys(setup.value?.records ?? {}));
	if (!data.ok) return data;
	const rows = Object.values(data.value).reduce((sum, count) => sum + count, 0);
	if (rows > 0 && !deleteData) {
		const kept = `${rows} rows would be lost. Turn on "Delete Data as Well" to remove them with everything else.`;
		return success({ removed: [], data: data.value, kept });
	}
	const removed = await removeData(client, installed.value);
	return removed.ok ? success({ removed: removed.value, data: data.value }) : removed;
}

/** Rows in the models that Setup made; the one row that says so does not count. */
async function countData(
	client: OdooClient,
	records: string[],
): Promise<Result<Record<string, number>>> {
	const models = records
		.filter((id) => id.startsWith('model_x_'))
		.map((id) => id.slice('model_'.length))
		.filter((model) => model !== SETUP_MODEL);
	const counts: Record<string, number> = {};
	for (const model of models) {
		const count = await client.read<number>({
			model,
			method: 'search_count',
			params: { domain: [] },
		});
		if (!count.ok) return count;
		counts[model] = count.value;
	}
	return success(counts);
}
