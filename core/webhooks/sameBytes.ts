import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether both are equal, in a time that tells nothing of where they differ or of how long they are. */
export function sameBytes(left: Buffer | string, right: Buffer | string): boolean {
	const digest = (value: Buffer | string) => createHash('sha256').update(value).digest();
	return timingSafeEqual(digest(left), digest(right));
}

/** The index of the first secret that fits; all are tried, so that the time does not tell which. */
export function whichSecret(
	secrets: readonly string[],
	fits: (secret: string) => boolean,
): number | undefined {
	const fitting = secrets.map(fits);
	const index = fitting.indexOf(true);
	return index < 0 ? undefined : index;
}
