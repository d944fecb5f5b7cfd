import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { startOf } from './processes';
import { say, sleep } from './progress';

const me = `${process.pid} ${startOf(process.pid)}`;

function ownerLives(owner: string): boolean {
	const [pid, ...started] = owner.split(' ');
	return startOf(Number(pid)) === started.join(' ');
}

/** Takes the lock, or answers who has it. Linking a complete file means nobody reads half an owner. */
function tryLock(file: string): string | undefined {
	const mine = `${file}.${process.pid}`;
	writeFileSync(mine, me);
	try {
		linkSync(mine, file);
		return undefined;
	} catch {
		try {
			return readFileSync(file, 'utf8');
		} catch {
			return 'gone';
		}
	} finally {
		rmSync(mine, { force: true });
	}
}

/** One holder on this machine at a time; a lock whose owner is gone is taken over. */
export async function withLock<T>(file: string, what: string, work: () => Promise<T>): Promise<T> {
	mkdirSync(dirname(file), { recursive: true });
	let told = false;
	for (let owner = tryLock(file); owner !== undefined; owner = tryLock(file)) {
		if (owner !== 'gone' && !ownerLives(owner)) {
			// Renaming first lets only one of several waiters remove exactly this stale lock.
			const stale = `${file}.stale.${process.pid}`;
			try {
				renameSync(file, stale);
				if (readFileSync(stale, 'utf8') !== owner) linkSync(stale, file);
			} catch {
				// Another waiter was first.
			}
			rmSync(stale, { force: true });
			continue;
		}
		if (!told) say(`${what}: process ${owner.split(' ')[0]} is at it, waiting`);
		told = true;
		await sleep(300);
	}
	try {
		return await work();
	} finally {
		rmSync(file, { force: true });
	}
}
