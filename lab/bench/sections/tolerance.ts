import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type * as Tolerance from '../../../core/tolerance';
import { CLONE } from '../../recipe';
import type { Section } from '../section';
import { figure, table } from '../table';

const NOW = '2026-01-31T08:00:00Z';
const WARM_UP = 0.3;

/** The core as it is shipped: bundled into one file. */
async function loadCore(): Promise<typeof Tolerance> {
	const folder = mkdtempSync(join(tmpdir(), 'bench-tolerance-'));
	const outfile = join(folder, 'tolerance.cjs');
	try {
		const entry = join(CLONE, 'core/tolerance/index.ts');
		await build({
			entryPoints: [entry],
			outfile,
			bundle: true,
			platform: 'node',
			format: 'cjs',
		});
		return createRequire(join(CLONE, 'package.json'))(outfile) as typeof Tolerance;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

interface Measured {
	/** Per second of processor time of this process: what a core does when nothing else runs on it. */
	perCore: number;
	perSecond: number;
}

function measure(count: number, work: (at: number) => unknown): Measured {
	for (let at = 0; at < count * WARM_UP; at += 1) work(at);
	const before = process.cpuUsage();
	const start = performance.now();
	for (let at = 0; at < count; at += 1) work(at);
	const { user, system } = process.cpuUsage(before);
	return {
		perCore: (count * 1e6) / (user + system),
		perSecond: (count * 1000) / (performance.now() - start),
	};
}

/** Lines that differ from each other, some beyond their limits, as receipts have them. */
const receipt = (lines: number, at: number): Tolerance.DocumentText => ({
	document: `PO${at}`,
	fields: { delivery_date: { expected: '2026-01-30', actual: '2026-02-02T09:00:00Z' } },
	lines: Array.from({ length: lines }, (_line, line) => ({
		line,
		scope: { category: line % 5 === 0 ? 'All / Bulk' : 'All / Parts' },
		fields: {
			quantity: {
				expected: { value: 100 + line, unit: 'Units' },
				actual: { value: 100 + line + ((at + line) % 13), unit: 'Units' },
			},
		},
	})),
});

/** A policy of so many rules, all on the same field. */
const policyOf = (rules: number) => ({
	id: 'many',
	version: '1',
	rules: Array.from({ length: rules }, (_rule, at) => ({
		id: `r${at}`,
		field: 'quantity',
		upper: [{ percent: String(20 + at), route: 'approve:1' }],
	})),
});

export const section: Section = {
	id: 'tolerance',
	title: 'Tolerance Gate: decisions',
	async run(context) {
		const size = (full: number): number => context.size(full);
		const core = await loadCore();
		const gateOf = (policy: unknown) => {
			const compiled = core.compilePolicy(policy);
			if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
			return new core.Gate(compiled.policy);
		};
		const simple = gateOf(
			core.simplePolicy({
				field: 'quantity',
				percent: '10',
				direction: 'both',
				route: 'approve:1',
				blockPercent: '50',
			}),
		);
		const counts = Array.from(
			{ length: 1000 },
			(_one, at): Tolerance.DocumentText => ({
				document: `PO${at}`,
				fields: { quantity: { expected: 100, actual: 90 + at / 50 } },
			}),
		);
		const receipts = gateOf(core.READY_POLICIES.find(({ id }) => id === 'receipt'));
		const documents = new Map(
			[5, 50, 500].map((lines) => [
				lines,
				Array.from({ length: 20 }, (_one, at) => receipt(lines, at)),
			]),
		);
		const row = (name: string, { perCore, perSecond }: Measured) => [
			name,
			figure(perCore),
			figure(perCore * 60),
			figure(perSecond),
		];
		const ofLines = (lines: number, count: number, seal: boolean) => {
			const list = documents.get(lines) ?? [];
			return measure(size(count), (at) => {
				const request = { document: list[at % list.length], now: NOW };
				const { outcome, lines: judged } = seal
					? receipts.record(request)
					: receipts.decide(request);
				if (judged.length !== lines || outcome === core.Outcome.Blocked)
					throw new Error('The receipt was not judged line by line');
			});
		};
		const rows = [
			row(
				'simple, one value',
				measure(size(500_000), (at) => simple.decide({ document: counts[at % 1000], now: NOW })),
			),
			row(
				'simple, with record and digest',
				measure(size(100_000), (at) => simple.record({ document: counts[at % 1000], now: NOW })),
			),
			row('receipt of 5 lines', ofLines(5, 20_000, false)),
			row('receipt of 50 lines', ofLines(50, 2000, false)),
			row('receipt of 50 lines, with record and digest', ofLines(50, 2000, true)),
			row('receipt of 500 lines', ofLines(500, 200, false)),
			...[10, 100, 1000].map((rules) => {
				const gate = gateOf(policyOf(rules));
				const request = { document: receipt(5, 1), now: NOW };
				return row(
					`5 lines, ${rules} rules`,
					measure(size(100_000 / rules), () => gate.decide(request)),
				);
			}),
		];
		return [
			'In one thread, without n8n around it: limits in one field, and the ready policy Receipt (3 rules, one with scopes) on documents. A decision has its sentence and all figures; a record adds the digest of its canonical JSON.',
			table(['decisions', 'a second and core', 'a minute and core', 'a second, as it ran'], rows),
		].join('\n\n');
	},
};
