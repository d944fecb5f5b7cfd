/** How long after its second a record is sure not to be written in that second any more. */
const SETTLED_AFTER_MS = 5_000;

interface Mark {
	readonly hash: string;
	readonly isSettled: boolean;
	readonly atMs: number;
}

/** What has been delivered already by this process, push and poll together. */
export class Delivered {
	private readonly marks = new Map<string, Mark>();

	/** Marks the change. @returns false when it has been delivered before */
	claim(key: string, stampMs: number, hash: string, nowMs: number): boolean {
		const mark = this.marks.get(key);
		const isSettled = nowMs > stampMs + SETTLED_AFTER_MS;
		if (mark && (mark.isSettled || mark.hash === hash)) {
			if (isSettled && !mark.isSettled) this.marks.set(key, { ...mark, isSettled });
			return false;
		}
		this.marks.set(key, { hash, isSettled, atMs: nowMs });
		return true;
	}

	/** Forgets what can come back no more. */
	forgetBefore(atMs: number): void {
		for (const [key, mark] of this.marks) if (mark.atMs < atMs) this.marks.delete(key);
	}

	get size(): number {
		return this.marks.size;
	}
}
