import { join } from 'node:path';
import { cached } from '../cache';
import { needPackages } from '../packages';
import { say } from '../progress';
import { DATABASE, LAB, MODULES, odooDataKey, odooRootKey, TEMPLATE_DATABASE } from '../recipe';
import { run } from '../run';

export const script = (name: string) => join(LAB, 'odoo', name);

/** A Debian system in a folder, with Odoo, PostgreSQL and Redis. */
export async function odooRoot(): Promise<string> {
	return await cached({
		key: odooRootKey(),
		label: 'Debian root with Odoo 19',
		build: async (partial, log) => {
			await needPackages(['debootstrap']);
			await run('bash', [script('build-root.sh'), join(partial, 'root')], {
				cwd: partial,
				marker: partial,
				log,
				onLine: onlyHeadings,
			});
		},
	});
}

/** The database cluster and filestore with the modules and their demo data. */
export async function odooData(root: string): Promise<string> {
	return await cached({
		key: odooDataKey(),
		label: 'Odoo database with demo data',
		build: async (partial, log) => {
			await run('bash', [script('prepare.sh'), join(root, 'root'), partial], {
				cwd: partial,
				marker: partial,
				log,
				env: {
					LAB_MODULES: MODULES.join(','),
					LAB_TEMPLATE: TEMPLATE_DATABASE,
					LAB_DATABASE: DATABASE,
				},
				onLine: onlyHeadings,
			});
		},
	});
}

/** The scripts mark what the user should see; the rest is apt's and Odoo's and goes unseen. */
function onlyHeadings(line: string): void {
	if (line.startsWith('== ')) say(`  ${line.slice(3)}`);
}
