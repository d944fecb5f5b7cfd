/** Tokens of a bucket that fills up evenly. */
export interface Bucket {
	readonly tokens: number;
	readonly atMs: number;
}

/** Takes one token. `retryAfterSeconds` is set when there is none, and the call must wait that long. */
export function takeToken(
	bucket: Bucket | undefined,
	perMinute: number,
	nowMs: number,
): { bucket: Bucket; retryAfterSeconds?: number } {
	const elapsedMs = bucket === undefined ? 0 : Math.max(0, nowMs - bucket.atMs);
	const before = bucket?.tokens ?? perMinute;
	const tokens = Math.min(perMinute, before + (elapsedMs * perMinute) / 60_000);
	if (tokens >= 1) return { bucket: { tokens: tokens - 1, atMs: nowMs } };
	const retryAfterSeconds = Math.ceil(((1 - tokens) * 60) / perMinute);
	return { bucket: { tokens, atMs: nowMs }, retryAfterSeconds };
}
