import type { Stage } from './stage';

/** What several scenes are about: made when the first of them asks for it. */
export function once<T>(make: (stage: Stage) => Promise<T>): (stage: Stage) => Promise<T> {
	let made: Promise<T> | undefined;
	return async (stage) => await (made ??= make(stage));
}
