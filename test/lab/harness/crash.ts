import { waitForOdoo } from '../../../lab/odoo/ready';
import { restartN8n } from '../../../lab/start';
import { readState } from '../../../lab/state';
import { until } from '../../../lab/until';
import { TEST_LAB, type TestLab } from './lab';

/** SIGKILL for every process of n8n. @returns starts it again */
export function killN8n(): () => Promise<void> {
	const state = readState(TEST_LAB);
	if (!state) throw new Error('no lab');
	for (const one of state.processes.filter(({ name }) => name.startsWith('n8n'))) {
		process.kill(-one.pid, 'SIGKILL');
	}
	return async () => await restartN8n(state);
}

/** Until Odoo is up again and has loaded the database of the test. */
export async function odooIsBack({ odoo }: Pick<TestLab, 'odoo'>): Promise<void> {
	await until(
		'Odoo to be back',
		180,
		async () => await waitForOdoo(odoo).catch(() => false as const),
	);
}
