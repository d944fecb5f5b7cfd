import type { BenchLab, LabWants } from './lab';

/** What a section needs of the run. */
export interface BenchContext {
	/** Whether sizes are cut down to see that everything works; figures are then worthless and not kept. */
	smoke: boolean;
	/** A size as the full run has it, or a small part of it in a smoke run (never less than 10). */
	size(full: number): number;
	/** The real servers, brought up when first asked for, with a fresh database; taken down by the bench. */
	openLab(wants?: LabWants): Promise<BenchLab>;
}

/** One part of docs/benchmarks.md, in a file of its own under `sections`. */
export interface Section {
	/** Names it on the command line and in the page: small letters, digits, hyphens. */
	id: string;
	title: string;
	/** Measures and answers the Markdown below the title. It throws when the work itself was not done right. */
	run(context: BenchContext): Promise<string>;
}
