import type { Instance } from '../instance';
import type { Observation } from './play';
import type { Stage } from './stage';

const HEADINGS = ['', 'what happens', 'delivery', 'status', 'outcome', 'in Odoo: /odoo/…'];

/** The table of what happened and what Odoo shows. */
export function printTable(observations: Observation[]): void {
	const rows = observations.map((one) => [
		one.ok ? '✓' : '✗',
		one.happening.what,
		one.delivery,
		one.delivery === 'none'
			? ''
			: one.before.status === one.after.status
				? `${one.after.status || 'none'}, kept`
				: `${one.before.status || 'none'} → ${one.after.status || 'none'}`,
		outcomeOf(one),
		one.place,
	]);
	const widths = HEADINGS.map((heading, at) =>
		Math.max(heading.length, ...rows.map((row) => row[at].length)),
	);
	const line = (cells: string[]) =>
		cells
			.map((cell, at) => cell.padEnd(widths[at]))
			.join('  ')
			.trimEnd();
	console.log(`\n${line(HEADINGS)}\n${line(widths.map((width) => '─'.repeat(width)))}`);
	for (const row of rows) console.log(line(row));
}

function outcomeOf({ happening: { expected }, outcome, events, ok }: Observation): string {
	if (!ok) {
		const wanted = `${expected.outcome}, ${expected.status || 'none'}`;
		return `${outcome ?? 'something else'}, expected: ${wanted}`;
	}
	return events > 1 ? `${expected.outcome} (${events} events)` : expected.outcome;
}

/** Where the user can look, while the servers are up. */
export function printAddresses({ odoo, n8n }: Instance, stage: Stage): void {
	console.log('\nLook at it:');
	console.log(
		`  n8n    ${n8n.url}/workflow/${stage.template.id}  (${n8n.email} / ${n8n.password})`,
	);
	console.log(`         ${n8n.url}/workflow/${stage.template.id}/executions`);
	console.log(`  Odoo   ${odoo.url}/odoo  (${odoo.adminLogin} / ${odoo.adminPassword})`);
	console.log(`         Logistics Sync → Exceptions, Logistics Sync → Ledger`);
	for (const [reference, id] of stage.deliveries) {
		console.log(`         ${odoo.url}/odoo/m-stock.picking/${id}  ${reference}`);
	}
}
