import type { IWebhookFunctions } from 'n8n-workflow';

type Jwk = Record<string, unknown>;

/** Public keys by address. Not secret, and fetched again when old or when a call names one that is not there. */
const known = new Map<string, { keys: Jwk[]; atMs: number }>();

const FRESH_MS = 3_600_000;
/** A stranger who names unknown keys must not make us call the sender all the time. */
const RETRY_MS = 60_000;
const TIMEOUT_MS = 5_000;

/** The sender's public keys. @throws when there are none and they cannot be fetched */
export async function publicKeys(
	node: IWebhookFunctions,
	url: string,
	keyId: string | undefined,
	nowMs: number,
): Promise<Jwk[]> {
	const found = known.get(url);
	const ageMs = found ? nowMs - found.atMs : Infinity;
	const hasKey = keyId === undefined || found?.keys.some(({ kid }) => kid === keyId) === true;
	if (found && ageMs < (hasKey ? FRESH_MS : RETRY_MS)) return found.keys;
	const keys = await fetchKeys(node, url);
	known.set(url, { keys, atMs: nowMs });
	return keys;
}

async function fetchKeys(node: IWebhookFunctions, url: string): Promise<Jwk[]> {
	const answer = (await node.helpers.httpRequest({
		url,
		json: true,
		timeout: TIMEOUT_MS,
		disableFollowRedirect: true,
	})) as { keys?: Jwk[] };
	return answer.keys ?? [];
}
