import type { OdooClient } from '../../../shared/odoo/client';
import type { Finding } from './finding';
import { FindingLevel, ok, problem } from './finding';

/** Reading is tried, the other rights are asked of Odoo: `has_access` where it is there, else left open. */
export async function checkRights(client: OdooClient, models: string[]): Promise<Finding[]> {
	return await Promise.all(models.map(async (model) => await checkModel(client, model)));
}

async function checkModel(client: OdooClient, model: string): Promise<Finding> {
	const about = `Rights on ${model}`;
	const read = await client.read<number>({
		model,
		method: 'search_count',
		params: { domain: [], limit: 1 },
	});
	if (!read.ok) {
		return problem(
			about,
			read.failure.message,
			'Give the user a role that may read it, or leave the model out.',
			FindingLevel.Warning,
		);
	}
	const writes = await client.read<boolean>({
		model,
		method: 'has_access',
		ids: [],
		params: { operation: 'write' },
	});
	if (!writes.ok) return ok(about, 'May read; whether it may write was not found out');
	if (writes.value) return ok(about, 'May read and write');
	return problem(
		about,
		'May read, but not write',
		'Give the user the role that routes on this model need.',
		FindingLevel.Warning,
	);
}
