import { haltIfInterrupted } from './interrupt';
import { LabError, sleep } from './progress';

/** Polls until `check` answers something, and says what it waited for when it never does. */
export async function until<T>(
	what: string,
	timeoutSeconds: number,
	check: () => Promise<T | undefined | false>,
	everyMilliseconds = 200,
): Promise<T> {
	const deadline = Date.now() + timeoutSeconds * 1000;
	for (;;) {
		const found = await check();
		await haltIfInterrupted();
		if (found !== undefined && found !== false) return found;
		if (Date.now() > deadline) throw new LabError(`${what}: no answer in ${timeoutSeconds} s`);
		await sleep(everyMilliseconds);
	}
}
