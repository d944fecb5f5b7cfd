import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { CLONE } from '../../lab/recipe';
import { n8nInstall } from '../../lab/n8n/install';

/** Decisions over all ready policies, written out as bytes. */
const SCRIPT = `
import { compilePolicy, Gate, READY_POLICIES } from ${JSON.stringify(join(CLONE, 'core/tolerance'))};
const value = (amount: number, unit?: string) => ({ value: amount, ...(unit && { unit }) });
for (const policy of READY_POLICIES) {
	const compiled = compilePolicy(policy);
	if (!compiled.ok) throw new Error('policy');
	const gate = new Gate(compiled.policy);
	for (let at = 0; at < 200; at += 1) {
		const fields = Object.fromEntries(
			['quantity', 'unit_price', 'line_amount', 'freight', 'weight', 'total'].map((field, step) => [
				field,
				{ expected: value(100 + at / 3 + step), actual: value(100 + at / 7 + step * 1.1) },
			]),
		);
		const delivery = { expected: '2026-01-30', actual: '2026-02-02T09:00:00Z' };
		const document = { document: 'PO' + at, fields: { ...fields, delivery_date: delivery } };
		console.log(JSON.stringify(gate.record({ document, now: '2026-01-31T08:00:00Z' })));
	}
}
`;

it('makes the same bytes on the Node.js of the build and on that of n8n', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'tolerance-node-'));
	try {
		writeFileSync(join(folder, 'script.ts'), SCRIPT);
		const outfile = join(folder, 'script.cjs');
		await build({
			entryPoints: [join(folder, 'script.ts')],
			outfile,
			bundle: true,
			platform: 'node',
			format: 'cjs',
			nodePaths: [join(CLONE, 'node_modules')],
		});
		const { node: other } = await n8nInstall();
		const run = (node: string, ...args: string[]) =>
			execFileSync(node, args, { encoding: 'utf8', maxBuffer: 100_000_000 });
		expect(run(other, '--version')).not.toBe(run(process.execPath, '--version'));
		const records = run(process.execPath, outfile);
		expect(records.split('\n').length).toBeGreaterThan(900);
		expect(run(other, outfile) === records).toBe(true);
	} finally {
		rmSync(folder, { recursive: true });
	}
}, 120_000);
