const started = Date.now();

/** Progress goes to stderr, so that stdout carries only what a command answers. */
export function say(text: string): void {
	const seconds = ((Date.now() - started) / 1000).toFixed(0).padStart(4);
	process.stderr.write(`[${seconds} s] ${text}\n`);
}

/** A sentence for the user: what is wrong and what to do. The command line prints it without a stack. */
export class LabError extends Error {}

export function sleep(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
