import { readWebhookCredential, verifyWebhook, type WebhookRequest } from '../../../core/webhooks';

const request = (
	body: string,
	headers: Record<string, string>,
	query: Record<string, string> = {},
): WebhookRequest => ({ headers, query, rawBody: Buffer.from(body) });

const at = (seconds: number) => ({ nowMs: seconds * 1000, toleranceSeconds: 300 });

/** Vectors that the schemes' own documents publish. */
describe('published signature vectors', () => {
	it('Standard Webhooks: the example of the specification’s reference libraries', async () => {
		const { spec } = readWebhookCredential({ preset: 'standardWebhooks', secret: 'x' });
		const call = request('{"test": 2432232314}', {
			'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
			'webhook-timestamp': '1614265330',
			'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
		});
		const secrets = { secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'] };
		expect(await verifyWebhook(call, spec, secrets, at(1614265330))).toMatchObject({ ok: true });
		expect(await verifyWebhook(call, spec, secrets, at(1614265330 + 301))).toMatchObject({
			ok: false,
			check: 'timestamp_outside_window',
		});
	});

	it('X-Hub-Signature-256: the example of GitHub’s documentation', async () => {
		const { spec } = readWebhookCredential({ preset: 'flexport', secret: 'x' });
		const call = request('Hello, World!', {
			'x-hub-signature-256':
				'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
		});
		const verdict = await verifyWebhook(
			call,
			spec,
			{ secrets: ["It's a Secret to Everybody"] },
			at(0),
		);
		expect(verdict).toEqual({ ok: true, authenticated: true, secretIndex: 0 });
	});

	it('HMAC-SHA256: test case 2 of RFC 4231', async () => {
		const { spec } = readWebhookCredential({ preset: 'sendcloud', secret: 'x' });
		const call = request('what do ya want for nothing?', {
			'sendcloud-signature': '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
		});
		expect(await verifyWebhook(call, spec, { secrets: ['Jefe'] }, at(0))).toMatchObject({
			ok: true,
		});
	});

	it('JWT HS256: the example of jwt.io', async () => {
		const { spec } = readWebhookCredential({ preset: 'easyship', secret: 'x' });
		const token = [
			'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
			'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ',
			'SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c',
		].join('.');
		const call = request('{}', { 'x-easyship-signature': token });
		const secrets = { secrets: ['your-256-bit-secret'] };
		expect(await verifyWebhook(call, spec, secrets, at(1516239022))).toMatchObject({ ok: true });
	});

	it('Basic: the example of RFC 7617', async () => {
		const { spec, user } = readWebhookCredential({
			preset: 'project44',
			secret: 'open sesame',
			user: 'Aladdin',
		});
		const call = request('{}', { authorization: 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==' });
		const verdict = await verifyWebhook(call, spec, { secrets: ['open sesame'], user }, at(0));
		expect(verdict).toMatchObject({ ok: true });
	});
});
