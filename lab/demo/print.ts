import type { Instance } from '../instance';
import type { Observation } from './play';
import type { Stage } from './stage';

const HEADINGS = [
	'',
	'sent by the carrier',
	'delivery',
	'Odoo: before → after',
	'what became of it',
];

/** The table of what was sent and what Odoo shows. */
export function printTable(observations: Observation[]): void {
	const rows = observations.map(({ happening, delivery, before, after, outcome, ok }) => [
		ok ? '✓' : '✗',
		happening.what,
		delivery,
		delivery === 'none' ? '' : `${before.status || '(none)'} → ${after.status || '(none)'}`,
		ok
			? happening.expected.outcome
			: `${outcome ?? 'something else'}, expected: ${happening.expected.outcome}, ${happening.expected.status || '(none)'}`,
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

/** Where the user can look, while the servers are up. */
export function printAddresses({ odoo, n8n }: Instance, stage: Stage): void {
	console.log('\nLook at it:');
	console.log(
		`  n8n    ${n8n.url}/workflow/${stage.template.id}  (${n8n.email} / ${n8n.password})`,
	);
	console.log(`         ${n8n.url}/workflow/${stage.template.id}/executions`);
	console.log(`  Odoo   ${odoo.url}/odoo  (${odoo.adminLogin} / ${odoo.adminPassword})`);
	for (const [reference, id] of stage.deliveries) {
		console.log(`         ${odoo.url}/odoo/m-stock.picking/${id}  ${reference}`);
	}
	console.log(`         ${odoo.url}/odoo/discuss  channel "Logistics exceptions"`);
}
