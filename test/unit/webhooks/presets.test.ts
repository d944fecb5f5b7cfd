import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { SignJWT } from 'jose';
import {
	FailedCheck,
	HashAlgorithm,
	readWebhookCredential,
	SignatureEncoding,
	verifyWebhook,
	WEBHOOK_PRESETS,
	WebhookScheme,
	type WebhookPreset,
	type WebhookRequest,
	type WebhookSecrets,
} from '../../../core/webhooks';

const NOW = 1_790_000_000;
const SECRET = 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const OTHER = 'C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const USER = 'carrier';
const BODY = '{"weight":1.0,"name":"Jos\u00e9"}';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KEYS = [{ ...publicKey.export({ format: 'jwk' }), kid: 'key-1' }];

const timeText = (preset: WebhookPreset, seconds: number): string =>
	preset.timestamp?.unit === 'iso' ? new Date(seconds * 1000).toISOString() : String(seconds);

/** Signs as the sender's document says, written apart from the code under test. */
async function sent(
	preset: WebhookPreset,
	{ secret = SECRET, body = BODY, seconds = NOW } = {},
): Promise<WebhookRequest> {
	const header = preset.header ?? 'authorization';
	const call = (headers: Record<string, string>, query: Record<string, string> = {}) => ({
		headers,
		query,
		rawBody: Buffer.from(body),
	});
	const encoding = preset.encodings?.[0] ?? 'hex';
	const prefix = preset.prefix ?? '';
	const hmac = (text: string) =>
		prefix + createHmac('sha256', secret).update(text).digest(encoding);
	switch (preset.scheme) {
		case 'hmac':
			return preset.id === 'trackingmore'
				? call({ signature: hmac(String(seconds)), timestamp: String(seconds) })
				: call({ [header]: hmac(body) });
		case 'hash':
			return call({ [header]: createHash('sha256').update(`${body}/${secret}`).digest('hex') });
		case 'rsa': {
			const time = timeText(preset, seconds);
			const signature = sign('RSA-SHA256', Buffer.from(`${time}.${body}`), privateKey);
			return call({
				[header]: signature.toString('base64'),
				[preset.kidHeader ?? '']: 'key-1',
				[preset.timestamp?.header ?? '']: time,
			});
		}
		case 'jwt': {
			const token = await new SignJWT({})
				.setProtectedHeader({ alg: 'HS256' })
				.setExpirationTime(seconds + 60)
				.sign(new TextEncoder().encode(secret));
			return call({ [header]: token });
		}
		case 'standardWebhooks': {
			const key = Buffer.from(secret, 'base64');
			const text = createHmac('sha256', key).update(`msg_1.${seconds}.${body}`).digest('base64');
			return call({
				'webhook-id': 'msg_1',
				'webhook-timestamp': String(seconds),
				'webhook-signature': `v1,${text}`,
			});
		}
		case 'basic':
			return call({
				authorization: `Basic ${Buffer.from(`${USER}:${secret}`).toString('base64')}`,
			});
		case 'bearer':
			return call({ authorization: `Bearer ${secret}` });
		case 'query':
			return call({}, { [header]: secret });
		default:
			return call({ [header]: secret });
	}
}

const verify = async (
	preset: WebhookPreset,
	request: WebhookRequest,
	secrets: string[] = [SECRET],
	more: Partial<WebhookSecrets> = {},
) => {
	const { spec } = readWebhookCredential({ preset: preset.id, secret: SECRET, user: USER });
	const given = {
		secrets,
		user: USER,
		...(preset.scheme === 'rsa' && { keys: KEYS }),
		...more,
	};
	return await verifyWebhook(request, spec, given, { nowMs: NOW * 1000, toleranceSeconds: 300 });
};

const signsBody = ({ scheme, signed }: WebhookPreset): boolean =>
	['hmac', 'hash', 'rsa', 'standardWebhooks'].includes(scheme) &&
	(signed === undefined || signed.includes('body'));
const hasTime = ({ scheme, timestamp }: WebhookPreset): boolean =>
	timestamp !== undefined || scheme === 'standardWebhooks';
const isShared = ({ scheme }: WebhookPreset): boolean => scheme !== 'rsa';

const named = (test: (preset: WebhookPreset) => boolean = () => true) =>
	WEBHOOK_PRESETS.filter(test).map((preset) => [preset.id, preset] as const);

describe.each(named())('%s', (_id, preset) => {
	it('lets through what the sender sends', async () => {
		expect(await verify(preset, await sent(preset))).toMatchObject({
			ok: true,
			authenticated: true,
		});
	});

	it('refuses a call without proof', async () => {
		const bare = { headers: {}, query: {}, rawBody: Buffer.from(BODY) };
		expect(await verify(preset, bare)).toMatchObject({
			ok: false,
			check: expect.stringMatching(/_missing$/),
		});
	});

	it('keeps secrets and signatures out of its reasons', async () => {
		const call = await sent(preset, { secret: OTHER });
		const verdict = await verify(preset, call, ['something-else'], { keys: [] });
		expect(verdict.ok).toBe(false);
		for (const text of [SECRET, OTHER, 'something-else', ...Object.values(call.headers)]) {
			if ((text ?? '').length > 12) expect(JSON.stringify(verdict)).not.toContain(text);
		}
	});
});

describe.each(named(signsBody))('%s signs the body', (_id, preset) => {
	it('refuses a tampered body', async () => {
		const call = await sent(preset);
		const tampered = { ...call, rawBody: Buffer.from(BODY.replace('1.0', '9.0')) };
		expect(await verify(preset, tampered)).toMatchObject({
			ok: false,
			check: FailedCheck.SignatureMismatch,
		});
	});

	it('refuses a body that was parsed and written again', async () => {
		const call = await sent(preset);
		const rewritten = { ...call, rawBody: Buffer.from(JSON.stringify(JSON.parse(BODY))) };
		expect(await verify(preset, rewritten)).toMatchObject({ ok: false });
	});

	it('refuses altered whitespace', async () => {
		const call = await sent(preset);
		const altered = { ...call, rawBody: Buffer.from(`${BODY}\n`) };
		expect(await verify(preset, altered)).toMatchObject({ ok: false });
	});

	it('refuses a signature in a wrong encoding, and one that is not text of it', async () => {
		const call = await sent(preset);
		const header = preset.header ?? 'webhook-signature';
		const broken = { ...call, headers: { ...call.headers, [header]: '%%%' } };
		expect(await verify(preset, broken)).toMatchObject({
			ok: false,
			check: FailedCheck.SignatureMalformed,
		});
	});
});

describe.each(named(hasTime))('%s signs a time', (_id, preset) => {
	it.each([
		['old', NOW - 301],
		['ahead', NOW + 301],
	])('refuses a call that is too %s', async (_what, seconds) => {
		expect(await verify(preset, await sent(preset, { seconds }))).toMatchObject({
			ok: false,
			check: FailedCheck.TimestampOutsideWindow,
		});
	});

	it('lets through the edge of the window', async () => {
		expect(await verify(preset, await sent(preset, { seconds: NOW - 300 }))).toMatchObject({
			ok: true,
		});
	});
});

describe.each(named(isShared))('%s has a shared secret', (_id, preset) => {
	it('accepts the previous secret during a rotation, and says which it was', async () => {
		const call = await sent(preset, { secret: OTHER });
		expect(await verify(preset, call, [SECRET, OTHER])).toMatchObject({ ok: true, secretIndex: 1 });
		expect(await verify(preset, call, [SECRET])).toMatchObject({ ok: false });
	});

	it('lets nothing through with an empty secret', async () => {
		expect(await verify(preset, await sent(preset, { secret: 'x' }), [''])).toMatchObject({
			ok: false,
		});
	});

	it('is not complete without a secret', () => {
		expect(() => readWebhookCredential({ preset: preset.id, user: USER })).toThrow('secret');
	});
});

describe('a time that is not covered by the signature', () => {
	it('is not believed: forging it gives a mismatch, not a window error', async () => {
		const preset = WEBHOOK_PRESETS.find(({ id }) => id === 'shipengine') as WebhookPreset;
		const call = await sent(preset, { seconds: NOW - 9999 });
		const forged = {
			...call,
			headers: { ...call.headers, 'x-shipengine-timestamp': timeText(preset, NOW) },
		};
		expect(await verify(preset, forged)).toMatchObject({
			ok: false,
			check: FailedCheck.SignatureMismatch,
		});
	});
});

describe('an RSA key that is not the sender’s', () => {
	it('is refused as unknown', async () => {
		const preset = WEBHOOK_PRESETS.find(({ id }) => id === 'shipengine') as WebhookPreset;
		const verdict = await verify(preset, await sent(preset), [], {
			keys: [{ kid: 'other', kty: 'RSA' }],
		});
		expect(verdict).toMatchObject({ ok: false, check: FailedCheck.KeyUnknown });
	});
});

describe('a token', () => {
	const preset = WEBHOOK_PRESETS.find(({ id }) => id === 'easyship') as WebhookPreset;

	it('is refused when it has expired', async () => {
		expect(await verify(preset, await sent(preset, { seconds: NOW - 4000 }))).toMatchObject({
			ok: false,
			check: FailedCheck.TokenInvalid,
		});
	});

	it('is refused without a signature (alg none)', async () => {
		const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
		const call = {
			headers: { 'x-easyship-signature': `${part({ alg: 'none' })}.${part({})}.` },
			query: {},
			rawBody: Buffer.from(BODY),
		};
		expect(await verify(preset, call)).toMatchObject({ ok: false });
	});

	it('is refused when its secret is used as a public key would be', async () => {
		const call = await sent(preset);
		expect(await verify(preset, call, [SECRET], { keys: KEYS })).toMatchObject({ ok: false });
	});
});

it('speaks the vocabulary in every row', () => {
	for (const preset of WEBHOOK_PRESETS) {
		expect(Object.values(WebhookScheme)).toContain(preset.scheme);
		for (const encoding of preset.encodings ?? []) {
			expect(Object.values(SignatureEncoding)).toContain(encoding);
		}
		if (preset.algorithm) expect(Object.values(HashAlgorithm)).toContain(preset.algorithm);
		expect(preset.header ?? '').toBe((preset.header ?? '').toLowerCase());
		expect(preset.document).not.toBe('');
	}
	const names = WEBHOOK_PRESETS.map(({ name }) => name);
	expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
});
