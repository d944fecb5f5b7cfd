import { sameBytes, whichSecret } from '../sameBytes';
import { FailedCheck, WebhookScheme } from '../scheme';
import type { VerificationSpec, WebhookRequest, WebhookSecrets } from '../spec';
import { accepted, refused, type Verdict } from '../verdict';

/** A secret that the sender sends along as it is: as user and password, bearer token, header or query parameter. */
export function verifyShared(
	request: WebhookRequest,
	spec: VerificationSpec,
	{ secrets, user = '' }: WebhookSecrets,
): Verdict {
	const place = placeOf(spec);
	const given = readGiven(request, spec);
	if (given === undefined) return refused(FailedCheck.CredentialsMissing, `${place} is missing`);
	const index = whichSecret(secrets, (secret) =>
		sameBytes(given, spec.scheme === WebhookScheme.Basic ? `${user}:${secret}` : secret),
	);
	return index === undefined
		? refused(FailedCheck.CredentialsWrong, `what ${place} carries is wrong`)
		: accepted(index);
}

const placeOf = ({ scheme, header = 'authorization' }: VerificationSpec): string =>
	scheme === WebhookScheme.Query ? `the query parameter ${header}` : `the header ${header}`;

function readGiven(
	request: WebhookRequest,
	{ scheme, header = 'authorization', prefix = '' }: VerificationSpec,
): string | undefined {
	if (scheme === WebhookScheme.Query) return request.query[header];
	const value = request.headers[header];
	if (value === undefined || value === '') return undefined;
	if (scheme === WebhookScheme.Basic) {
		const encoded = /^Basic\s+(\S+)$/i.exec(value)?.[1];
		return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8');
	}
	if (scheme === WebhookScheme.Bearer) return /^Bearer\s+(\S+)$/i.exec(value)?.[1];
	return value.startsWith(prefix) ? value.slice(prefix.length) : value;
}
