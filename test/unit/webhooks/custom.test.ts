import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import {
	answerHandshake,
	parseSignedTemplate,
	readWebhookCredential,
	takeToken,
	verifyWebhook,
	WebhookConfigError,
} from '../../../core/webhooks';

const timing = { nowMs: 1_790_000_000_000, toleranceSeconds: 300 };

describe('a scheme that the user describes', () => {
	const credential = {
		preset: 'custom',
		scheme: 'hmac',
		secret: 'topsecret',
		header: 'X-Sig',
		prefix: 't=',
		algorithm: 'sha512',
		encoding: 'base64',
		signed: 'v0:{timestamp}:{body}',
		timestampHeader: 'X-Time',
		timestampUnit: 'milliseconds',
	};

	it('signs what it says', async () => {
		const { spec, secrets } = readWebhookCredential(credential);
		const time = String(timing.nowMs - 1000);
		const signature = createHmac('sha512', 'topsecret').update(`v0:${time}:{}`).digest('base64');
		const request = {
			headers: { 'x-sig': `t=${signature}`, 'x-time': time },
			query: {},
			rawBody: Buffer.from('{}'),
		};
		expect(await verifyWebhook(request, spec, { secrets }, timing)).toMatchObject({ ok: true });
	});

	it.each([
		['without a header', { header: '' }],
		['with an unknown scheme', { scheme: 'magic' }],
		['with an unknown part', { signed: '{cookie}' }],
		['with public keys over plain HTTP', { scheme: 'rsa', jwksUrl: 'http://carrier.example/jwks' }],
		['with RSA and no keys', { scheme: 'rsa' }],
	])('is refused %s', (_what, change) => {
		expect(() => readWebhookCredential({ ...credential, ...change })).toThrow(WebhookConfigError);
	});
});

it('reads ed25519 signatures of Standard Webhooks', async () => {
	const { privateKey, publicKey } = generateKeyPairSync('ed25519');
	const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
	const { spec } = readWebhookCredential({ preset: 'standardWebhooks', secret: 'x' });
	const seconds = String(timing.nowMs / 1000);
	const signature = sign(null, Buffer.from(`msg_1.${seconds}.{}`), privateKey).toString('base64');
	const request = {
		headers: {
			'webhook-id': 'msg_1',
			'webhook-timestamp': seconds,
			'webhook-signature': `v1,AAAA v1a,${signature}`,
		},
		query: {},
		rawBody: Buffer.from('{}'),
	};
	const secrets = [`whpk_${raw.toString('base64')}`];
	expect(await verifyWebhook(request, spec, { secrets }, timing)).toMatchObject({ ok: true });
	const tampered = { ...request, rawBody: Buffer.from('{ }') };
	expect(await verifyWebhook(tampered, spec, { secrets }, timing)).toMatchObject({ ok: false });
});

it('never throws and never lets through whatever a stranger sends', async () => {
	const presets = ['standardWebhooks', 'aftership', 'easyship', 'shipengine', 'seventeenTrack'];
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...presets),
			fc.dictionary(
				fc.constantFrom(
					'webhook-id',
					'webhook-timestamp',
					'webhook-signature',
					'aftership-hmac-sha256',
					'x-easyship-signature',
					'x-shipengine-rsa-sha256-signature',
					'x-shipengine-timestamp',
					'sign',
				),
				fc.oneof(fc.string(), fc.base64String(), fc.constant('v1,')),
			),
			fc.uint8Array(),
			async (preset, headers, body) => {
				const { spec } = readWebhookCredential({ preset, secret: 'a-secret' });
				const request = { headers, query: {}, rawBody: Buffer.from(body) };
				const given = { secrets: ['a-secret'], keys: [{ kty: 'RSA', n: 'AQAB', e: 'AQAB' }] };
				const verdict = await verifyWebhook(
					request,
					spec,
					preset === 'shipengine' ? given : { secrets: given.secrets },
					timing,
				).catch((error: unknown) => error);
				return (
					typeof verdict === 'object' &&
					'ok' in (verdict as object) &&
					!(verdict as { ok: boolean }).ok
				);
			},
		),
	);
});

it('reads templates of what is signed', () => {
	expect(parseSignedTemplate('{timestamp}.{body}')).toEqual({
		ok: true,
		parts: ['timestamp', '=.', 'body'],
	});
	expect(parseSignedTemplate('{nope}')).toEqual({ ok: false, unknown: '{nope}' });
});

describe('handshakes', () => {
	const none = { query: {}, header: {}, body: {} };

	it('answers those that senders make', () => {
		expect(answerHandshake({ ...none, query: { 'hub.challenge': '42' } })?.body).toBe('42');
		expect(
			answerHandshake({ ...none, body: { type: 'url_verification', challenge: 'abc' } })?.body,
		).toEqual({ challenge: 'abc' });
		expect(
			answerHandshake({ ...none, header: { 'webhook-request-origin': 'carrier.example' } })
				?.headers,
		).toEqual({ 'WebHook-Allowed-Origin': 'carrier.example' });
	});

	it('takes an event for what it is', () => {
		expect(answerHandshake({ ...none, body: { challenge: 'abc' } })).toBeNull();
		expect(answerHandshake({ ...none, query: { 'hub.challenge': 'x'.repeat(600) } })).toBeNull();
	});
});

it('never lets more calls through than the bucket holds and fills', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 200 }), (gaps) => {
			let bucket: Parameters<typeof takeToken>[0];
			let nowMs = 0;
			let passed = 0;
			for (const gap of gaps) {
				nowMs += gap;
				const taken = takeToken(bucket, 60, nowMs);
				({ bucket } = taken);
				if (taken.retryAfterSeconds === undefined) passed += 1;
				else expect(taken.retryAfterSeconds).toBeGreaterThan(0);
			}
			expect(passed).toBeLessThanOrEqual(60 + Math.ceil(nowMs / 1000));
		}),
	);
});
