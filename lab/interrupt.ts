import { say } from './progress';

type Undo = () => void | Promise<void>;

const undos: Undo[] = [];
let interrupting = false;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Holds whoever asks while everything is being undone: nothing may go on, or start, behind its back. */
export async function haltIfInterrupted(): Promise<void> {
	if (interrupting) await new Promise<never>(() => undefined);
}

function interrupted(signal: NodeJS.Signals): void {
	interrupting = true;
	for (const name of signals) process.removeListener(name, interrupted);
	say(`${signal}: stopping what was started`);
	void undoAll().finally(() => process.exit(130));
}

async function undoAll(): Promise<void> {
	for (let undo = undos.pop(); undo; undo = undos.pop()) {
		try {
			await undo();
		} catch (error) {
			say(String(error));
		}
	}
}

/** Runs `work`; when a signal ends this process meanwhile, `undo` runs first (innermost first). */
export async function undoIfInterrupted<T>(undo: Undo, work: () => Promise<T>): Promise<T> {
	if (undos.length === 0) for (const name of signals) process.on(name, interrupted);
	undos.push(undo);
	try {
		return await work();
	} finally {
		await haltIfInterrupted();
		const index = undos.indexOf(undo);
		if (index >= 0) undos.splice(index, 1);
		if (undos.length === 0) for (const name of signals) process.removeListener(name, interrupted);
	}
}
