import { cacheDir, cacheUse, sizeOf } from './cache';
import { isRunning } from './instance';
import { isAlive } from './processes';
import { instanceDir, type InstanceState, readState } from './state';

function print(label: string, text: string): void {
	process.stdout.write(`${`${label.padEnd(14)}${text}`.trimEnd()}\n`);
}

function printInstance(name: string, state: InstanceState | undefined): void {
	const dir = instanceDir(name);
	if (!state) {
		print('Lab', `${name}: none`);
		return;
	}
	print('Lab', `${name}: ${isRunning(state) ? 'up' : 'not running'}, n8n in ${state.mode} mode`);
	const { odoo, n8n } = state;
	if (odoo) {
		print('Odoo', `${odoo.url}/odoo  ${odoo.version} (${state.odooKind}), database ${odoo.db}`);
		print('  login', `${odoo.adminLogin} / ${odoo.adminPassword}`);
		if (odoo.masterPassword) print('  master', odoo.masterPassword);
	}
	if (n8n) {
		print('n8n', `${n8n.url}  ${n8n.version}`);
		if (n8n.webhookUrl !== n8n.url) print('  webhooks', n8n.webhookUrl);
		print('  login', `${n8n.email} / ${n8n.password}`);
	}
	for (const one of state.processes) {
		print('  process', `${one.name}, pid ${one.pid}${isAlive(one) ? '' : ' (ended)'}`);
	}
	print('Folder', `${dir}, ${sizeOf(dir)}, logs in logs/ and odoo/logs/`);
}

export function printStatus(names: string[]): void {
	if (names.length === 0) print('Lab', 'none is up in this clone');
	for (const name of names) {
		printInstance(name, readState(name));
		print('', '');
	}
	print('Cache', cacheDir());
	for (const { name, size } of cacheUse()) print('', `${size.padStart(6)}  ${name}`);
}
