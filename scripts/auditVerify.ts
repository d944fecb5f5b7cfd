/**
 * Checks an exported trail of approvals without Odoo: `npm run audit:verify <file> [<sequence>:<hash> ...]`. Rows that
 * were noted elsewhere (`<sequence>:<hash>`) must be in it. Exits 1 when something is wrong, 2 when it cannot be read.
 */
import { readFileSync } from 'node:fs';
import type { AuditExport } from '../core/approval/audit';
import { verifyAudit } from '../core/approval/verify';

const [file, ...noted] = process.argv.slice(2);

function readExport(): AuditExport {
	const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<AuditExport> | null;
	if (!Array.isArray(read?.rows) || !Array.isArray(read.approvals)) {
		throw new Error('it has no "rows" and "approvals"');
	}
	return read as AuditExport;
}

function readAnchor(text: string) {
	const [, sequence, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
	if (hash === undefined) throw new Error(`"${text}" is not a row and its hash, like 12:ab34…`);
	return { sequence: Number(sequence), hash };
}

try {
	if (file === undefined) throw new Error('name the exported file');
	const audit = readExport();
	const findings = verifyAudit(audit, noted.map(readAnchor));
	for (const { problem, sequence, message } of findings) {
		console.log(`${problem}\trow ${sequence}\t${message}`);
	}
	const last = audit.rows.at(-1);
	console.log(
		`${audit.rows.length} rows, ${audit.approvals.length} requests, ${findings.length} findings; the last row is ${last ? `${last.sequence}:${last.hash}` : 'none'}`,
	);
	process.exitCode = findings.length === 0 ? 0 : 1;
} catch (error) {
	console.error(
		`The trail cannot be checked: ${error instanceof Error ? error.message : String(error)}`,
	);
	process.exitCode = 2;
}
