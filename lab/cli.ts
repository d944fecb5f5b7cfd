import { parseArgs } from 'node:util';
import { cacheDir } from './cache';
import { DEFAULT_NAME, downInstance, instanceNames, upInstance } from './instance';
import { LabError, say } from './progress';
import { printStatus } from './status';

const USAGE = `Usage: lab up [options] | lab down [--name <name> | --all] | lab status [--name <name>]

up     brings up Odoo with demo data and n8n with this package
  --name <name>       a lab of its own, beside others (default: ${DEFAULT_NAME})
  --queue             n8n in queue mode: main, webhook process and workers
  --workers <n>       how many workers (default: 2)
  --odoo-port <port>  also LAB_ODOO_PORT (default: 8069; other names: any free one)
  --n8n-port <port>   also LAB_N8N_PORT (default: 5678; other names: any free one)
down   stops it and removes its data
status says where everything is`;

function numberOf(flag: string, text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	if (!/^\d{1,5}$/.test(text)) throw new LabError(`--${flag} ${text}: a number is needed.`);
	return Number(text);
}

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			name: { type: 'string' },
			all: { type: 'boolean' },
			queue: { type: 'boolean' },
			workers: { type: 'string' },
			'odoo-port': { type: 'string' },
			'n8n-port': { type: 'string' },
		},
	});
	const name = values.name ?? DEFAULT_NAME;
	switch (positionals[0]) {
		case 'up':
			await upInstance({
				name,
				queue: values.queue,
				workers: numberOf('workers', values.workers),
				odooPort: numberOf('odoo-port', values['odoo-port']),
				n8nPort: numberOf('n8n-port', values['n8n-port']),
			});
			printStatus([name]);
			break;
		case 'down': {
			const names = values.all ? instanceNames() : [name];
			for (const one of names) {
				const was = await downInstance(one);
				say(was ? `Lab "${one}" is down` : `There is no lab "${one}"`);
			}
			say(`The cache stays in ${cacheDir()}`);
			break;
		}
		case 'status':
			printStatus(values.name ? [name] : instanceNames());
			break;
		default:
			throw new LabError(USAGE);
	}
}

main().catch((error: unknown) => {
	if (!(error instanceof Error)) throw error;
	const wrongUse = error instanceof LabError || error.name === 'TypeError';
	process.stderr.write(`${wrongUse ? error.message : error.stack}\n`);
	process.exitCode = 1;
});
