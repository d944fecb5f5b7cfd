import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';
import {
	CUSTOM_PRESET,
	DEFAULT_TOLERANCE_SECONDS,
	HashAlgorithm,
	SignatureEncoding,
	TimestampUnit,
	WEBHOOK_PRESETS,
	WebhookScheme,
	type WebhookPreset,
} from '../core/webhooks';

const presetsWhere = (test: (preset: WebhookPreset) => boolean): string[] =>
	WEBHOOK_PRESETS.filter(test).map(({ id }) => id);

const CUSTOM = { preset: [CUSTOM_PRESET] };
const SIGNED_SCHEMES = [WebhookScheme.Hash, WebhookScheme.Hmac, WebhookScheme.Rsa];

const custom = (schemes: WebhookScheme[]) => ({ show: { ...CUSTOM, scheme: schemes } });

const notes: INodeProperties[] = WEBHOOK_PRESETS.filter(({ note }) => note).map(
	({ id, note = '' }) => ({
		displayName: note,
		name: `note_${id}`,
		type: 'notice',
		default: '',
		displayOptions: { show: { preset: [id] } },
	}),
);

/** How a carrier or a platform proves that a webhook call is its own. */
export class CarrierWebhookApi implements ICredentialType {
	name = 'carrierWebhookApi';

	displayName = 'Carrier Webhook API';

	icon: Icon = { light: 'file:carrierWebhook.svg', dark: 'file:carrierWebhook.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-odoo-logistics/n8n-nodes-odoo-logistics/blob/main/docs/triggers.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Sender',
			name: 'preset',
			type: 'options',
			default: 'standardWebhooks',
			options: [
				...WEBHOOK_PRESETS.map(({ id, name, document }) => ({
					name,
					value: id,
					description: document,
				})),
				{ name: 'Other (Describe It)', value: CUSTOM_PRESET },
			],
			description: 'Who calls, which decides what is checked',
		},
		...notes,
		{
			displayName: 'Scheme',
			name: 'scheme',
			type: 'options',
			default: 'hmac',
			displayOptions: { show: CUSTOM },
			options: [
				{ name: 'Basic Authentication', value: WebhookScheme.Basic },
				{ name: 'Bearer Token', value: WebhookScheme.Bearer },
				{ name: 'Hash over Body and Secret', value: WebhookScheme.Hash },
				{ name: 'HMAC Signature', value: WebhookScheme.Hmac },
				{ name: 'JSON Web Token', value: WebhookScheme.Jwt },
				{ name: 'RSA Signature with JWKS', value: WebhookScheme.Rsa },
				{ name: 'Secret in a Header', value: WebhookScheme.Header },
				{ name: 'Secret in the Query', value: WebhookScheme.Query },
				{ name: 'Standard Webhooks', value: WebhookScheme.StandardWebhooks },
			],
		},
		{
			displayName: 'User',
			name: 'user',
			type: 'string',
			default: '',
			displayOptions: {
				show: { preset: [...presetsWhere(({ scheme }) => scheme === 'basic'), CUSTOM_PRESET] },
				hide: { scheme: Object.values(WebhookScheme).filter((one) => one !== WebhookScheme.Basic) },
			},
		},
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			displayOptions: { hide: { preset: presetsWhere(({ scheme }) => scheme === 'rsa') } },
			description: 'Signing secret, token or password, as agreed with the sender',
		},
		{
			displayName: 'Previous Secret',
			name: 'previousSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			displayOptions: { hide: { preset: presetsWhere(({ scheme }) => scheme === 'rsa') } },
			description:
				'Accepted beside the secret while a rotation is under way. Empty it when the sender uses the new one.',
		},
		{
			displayName: 'Header or Query Parameter',
			name: 'header',
			type: 'string',
			default: '',
			placeholder: 'e.g. X-Signature',
			displayOptions: {
				show: {
					preset: [
						...presetsWhere(
							({ chosenByReceiver, scheme }) => chosenByReceiver === true && scheme !== 'basic',
						),
						CUSTOM_PRESET,
					],
				},
			},
			description:
				'Where the signature, token or secret stands. Empty: the usual name of this sender.',
		},
		{
			displayName: 'Prefix',
			name: 'prefix',
			type: 'string',
			default: '',
			placeholder: 'e.g. sha256=',
			displayOptions: custom([...SIGNED_SCHEMES, WebhookScheme.Header, WebhookScheme.Jwt]),
			description: 'What stands before the signature or secret in the header',
		},
		{
			displayName: 'Algorithm',
			name: 'algorithm',
			type: 'options',
			default: 'sha256',
			displayOptions: custom(SIGNED_SCHEMES),
			options: [
				{ name: 'SHA-1', value: HashAlgorithm.Sha1 },
				{ name: 'SHA-256', value: HashAlgorithm.Sha256 },
				{ name: 'SHA-512', value: HashAlgorithm.Sha512 },
			],
		},
		{
			displayName: 'Encoding',
			name: 'encoding',
			type: 'options',
			default: 'hex',
			displayOptions: custom(SIGNED_SCHEMES),
			options: [
				{ name: 'Base64', value: SignatureEncoding.Base64 },
				{ name: 'Hex', value: SignatureEncoding.Hex },
			],
		},
		{
			displayName: 'Signed Content',
			name: 'signed',
			type: 'string',
			default: '{body}',
			placeholder: 'e.g. {timestamp}.{body}',
			displayOptions: custom(SIGNED_SCHEMES),
			description: 'What the sender signs, from {body}, {timestamp}, {secret} and plain text',
		},
		{
			displayName: 'Time Header',
			name: 'timestampHeader',
			type: 'string',
			default: '',
			placeholder: 'e.g. X-Timestamp',
			displayOptions: custom(SIGNED_SCHEMES),
			description: 'Header with the time of the call; old calls are then refused',
		},
		{
			displayName: 'Time Unit',
			name: 'timestampUnit',
			type: 'options',
			default: 'seconds',
			displayOptions: custom(SIGNED_SCHEMES),
			options: [
				{ name: 'ISO 8601', value: TimestampUnit.Iso },
				{ name: 'Milliseconds since 1970', value: TimestampUnit.Milliseconds },
				{ name: 'Seconds since 1970', value: TimestampUnit.Seconds },
			],
		},
		{
			displayName: 'JWKS URL',
			name: 'jwksUrl',
			type: 'string',
			default: '',
			placeholder: 'https://carrier.example/.well-known/jwks.json',
			displayOptions: custom([WebhookScheme.Jwt, WebhookScheme.Rsa]),
			description:
				'Address of the sender’s public keys. For a token signed with a shared secret: empty.',
		},
		{
			displayName: 'Time Window (Seconds)',
			name: 'toleranceSeconds',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 86_400 },
			default: DEFAULT_TOLERANCE_SECONDS,
			description: 'How far the signed time of a call may be from now',
		},
	];
}
