import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LabError, say } from '../progress';
import { BenchServers } from './lab';
import { describeRun } from './machine';
import { writeBlock } from './page';
import type { BenchContext, Section } from './section';

const SECTIONS = join(__dirname, 'sections');
const SMOKE_SHARE = 0.02;
const SMALLEST = 10;

const USAGE = `Usage: npm run bench [-- [--smoke] [--keep] [section ...]]

Measures all sections, or the named ones, and writes them into docs/benchmarks.md.
  --smoke  small sizes, printed instead of written: shows that it works, measures nothing
  --keep   leaves the lab "bench" up`;

/** Every file of the folder is a section: adding one needs no other change. */
async function loadSections(): Promise<Section[]> {
	const files = readdirSync(SECTIONS).filter((file) => file.endsWith('.ts'));
	const modules = await Promise.all(
		files.sort().map(async (file) => (await import(join(SECTIONS, file))) as { section: Section }),
	);
	return modules.map(({ section }) => section);
}

function choose(sections: Section[], ids: string[]): Section[] {
	const unknown = ids.filter((id) => !sections.some((section) => section.id === id));
	if (unknown.length > 0) {
		const known = sections.map(({ id }) => id).join(', ');
		throw new LabError(`No section "${unknown.join('", "')}". There are: ${known}\n\n${USAGE}`);
	}
	return ids.length === 0 ? sections : sections.filter(({ id }) => ids.includes(id));
}

async function runSection(section: Section, servers: BenchServers, smoke: boolean): Promise<void> {
	say(`Measuring: ${section.title}`);
	const context: BenchContext = {
		smoke,
		size: (full) => (smoke ? Math.max(SMALLEST, Math.round(full * SMOKE_SHARE)) : full),
		openLab: async (wants) => await servers.open(wants),
	};
	const body = await section.run(context);
	const text = `## ${section.title}\n\n${describeRun(servers.versions, new Date())}\n\n${body}`;
	if (smoke) console.log(`\n${text}\n`);
	else await writeBlock(section.id, text);
}

async function main(): Promise<boolean> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { smoke: { type: 'boolean' }, keep: { type: 'boolean' } },
	});
	const chosen = choose(await loadSections(), positionals);
	const servers = new BenchServers();
	const failed: string[] = [];
	try {
		for (const section of chosen) {
			try {
				await runSection(section, servers, values.smoke ?? false);
			} catch (error) {
				// The other sections are still worth having; the command fails in the end.
				failed.push(section.id);
				console.error(`${section.id}: ${String(error instanceof Error ? error.stack : error)}`);
			} finally {
				await servers.closeDatabases();
			}
		}
	} finally {
		if (!values.keep) await servers.down();
	}
	if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
	return failed.length === 0;
}

main()
	.then((ok) => {
		process.exitCode = ok ? 0 : 1;
	})
	.catch((error: unknown) => {
		console.error(error instanceof LabError ? error.message : error);
		process.exitCode = 1;
	});
