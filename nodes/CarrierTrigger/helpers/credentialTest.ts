import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import {
	readWebhookCredential,
	WebhookConfigError,
	type WebhookCredential,
} from '../../../core/webhooks';

/** Says whether calls can be verified with it. Whether the secret is the sender's shows with the first call only. */
export async function testCarrierWebhook(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const { spec, secrets } = readWebhookCredential(
			credential.data as unknown as WebhookCredential,
		);
		const place = spec.header ? ` in ${spec.header}` : '';
		const rotation = secrets.length > 1 ? ', two secrets' : '';
		return {
			status: 'OK',
			message: `Complete: calls are checked by ${spec.scheme}${place}${rotation}. The first call shows whether the secret is right.`,
		};
	} catch (error) {
		const message = error instanceof WebhookConfigError ? error.message : 'It cannot be read.';
		return { status: 'Error', message };
	}
}
