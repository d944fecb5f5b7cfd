/**
 * n8n's own package scanner, offline: the source as it would be attested, then the packed tarball as users install it.
 * Exits 1 when either has an error, as the registry scan would.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const root = path.resolve(import.meta.dirname, '..');
const TARBALL_PATTERNS = ['**/*.js', 'package.json'];

function unpackTarball(into) {
	const [{ filename, size, entryCount }] = JSON.parse(
		execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', into], { cwd: root }),
	);
	execFileSync('tar', ['-xzf', path.join(into, filename), '-C', into]);
	console.log(`tarball: ${filename}, ${entryCount} files, ${Math.round(size / 1024)} kB`);
	return path.join(into, 'package');
}

async function scan(name, directory, patterns) {
	const { passed, message, details } = await analyzePackage(directory, patterns);
	console.log(`${name}: ${passed ? '0 errors' : `failed: ${message}`}`);
	if (details) console.log(details);
	return passed;
}

const work = mkdtempSync(path.join(tmpdir(), 'odoo-logistics-scan-'));
try {
	const source = await scan('source', root, SOURCE_FILE_PATTERNS);
	const packed = await scan('packed tarball', unpackTarball(work), TARBALL_PATTERNS);
	process.exitCode = source && packed ? 0 : 1;
} finally {
	rmSync(work, { recursive: true, force: true });
}
