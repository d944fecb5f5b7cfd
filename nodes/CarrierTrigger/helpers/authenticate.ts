import type { IWebhookFunctions } from 'n8n-workflow';
import {
	readWebhookCredential,
	verifyWebhook,
	WebhookScheme,
	type Verdict,
	type WebhookCredential,
	type WebhookRequest,
	type WebhookVerification,
} from '../../../core/webhooks';
import { publicKeys } from './publicKeys';

const WEBHOOK_CREDENTIAL = 'carrierWebhookApi';

export enum Authentication {
	Credential = 'carrierWebhook',
	None = 'none',
}

/** Verifies a call with the credential of the node. @throws when the credential or the sender's keys cannot be read */
export async function authenticate(
	node: IWebhookFunctions,
	request: WebhookRequest,
	nowMs: number,
): Promise<Verdict> {
	if (node.getNodeParameter('authentication') === Authentication.None) {
		return { ok: true, authenticated: false };
	}
	const verification = await readVerification(node);
	const { spec, secrets, user, toleranceSeconds } = verification;
	const keys = await keysFor(node, verification, request, nowMs);
	return await verifyWebhook(
		request,
		spec,
		{ secrets, user, ...(keys && { keys }) },
		{ nowMs, toleranceSeconds },
	);
}

async function readVerification(node: IWebhookFunctions): Promise<WebhookVerification> {
	const credential = await node.getCredentials<WebhookCredential>(WEBHOOK_CREDENTIAL);
	return readWebhookCredential(credential);
}

async function keysFor(
	node: IWebhookFunctions,
	{ spec }: WebhookVerification,
	request: WebhookRequest,
	nowMs: number,
) {
	if (!spec.jwksUrl || (spec.scheme !== WebhookScheme.Rsa && spec.scheme !== WebhookScheme.Jwt)) {
		return undefined;
	}
	const keyId = spec.kidHeader && request.headers[spec.kidHeader];
	return await publicKeys(node, spec.jwksUrl, keyId || undefined, nowMs);
}
