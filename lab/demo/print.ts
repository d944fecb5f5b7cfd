import type { Instance } from '../instance';
import type { Observation, Scene } from './scene';
import type { Stage } from './stage';

export interface Played {
	scene: Scene;
	seen: Observation;
}

const HEADINGS = [
	'',
	'template',
	'what happens',
	'document',
	'what changed',
	'outcome',
	'in Odoo: /odoo/…',
];

/** The table of what happened and what Odoo shows. */
export function printTable(day: Played[]): void {
	const rows = day.map(({ scene, seen }) => [
		seen.expected === undefined ? '✓' : '✗',
		scene.template,
		scene.what,
		seen.document,
		seen.change,
		seen.expected === undefined ? seen.outcome : `${seen.outcome}, expected: ${seen.expected}`,
		seen.place,
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
export function printAddresses({ odoo, n8n }: Instance, { templates, deliveries }: Stage): void {
	console.log('\nLook at it:');
	console.log(`  n8n    ${n8n.url}  (${n8n.email} / ${n8n.password})`);
	for (const { id, name } of templates.workflows.values()) {
		console.log(`         ${n8n.url}/workflow/${id}/executions  ${name}`);
	}
	console.log(`  Odoo   ${odoo.url}/odoo  (${odoo.adminLogin} / ${odoo.adminPassword})`);
	console.log(`         Logistics Sync → Exceptions, Approvals, Ledger`);
	for (const [reference, id] of deliveries) {
		console.log(`         ${odoo.url}/odoo/m-stock.picking/${id}  ${reference}`);
	}
}
