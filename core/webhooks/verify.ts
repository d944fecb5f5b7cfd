import { WebhookScheme } from './scheme';
import { verifyDigest } from './schemes/hmac';
import { verifyJwt } from './schemes/jwt';
import { verifyRsa } from './schemes/rsa';
import { verifyShared } from './schemes/shared';
import { verifyStandardWebhooks } from './schemes/standardWebhooks';
import type { VerificationSpec, VerificationTiming, WebhookRequest, WebhookSecrets } from './spec';
import { checkWindow } from './timeWindow';
import type { Verdict } from './verdict';

/** Whether a call comes from whom it says, by the sender's scheme. Secrets that are empty fit nothing. */
export async function verifyWebhook(
	request: WebhookRequest,
	spec: VerificationSpec,
	given: WebhookSecrets,
	timing: VerificationTiming,
): Promise<Verdict> {
	const secrets = { ...given, secrets: given.secrets.filter((secret) => secret !== '') };
	switch (spec.scheme) {
		case WebhookScheme.None:
			return { ok: true, authenticated: false };
		case WebhookScheme.StandardWebhooks:
			return verifyStandardWebhooks(request, secrets, timing);
		case WebhookScheme.Jwt:
			return await verifyJwt(request, spec, secrets, timing);
		case WebhookScheme.Hmac:
		case WebhookScheme.Hash:
		case WebhookScheme.Rsa: {
			const verdict =
				spec.scheme === WebhookScheme.Rsa
					? verifyRsa(request, spec, secrets)
					: verifyDigest(request, spec, secrets);
			// The time counts only once it is known to be the sender's.
			const outside = verdict.ok && spec.timestamp && checkWindow(request, spec.timestamp, timing);
			return outside || verdict;
		}
		default:
			return verifyShared(request, spec, secrets);
	}
}
