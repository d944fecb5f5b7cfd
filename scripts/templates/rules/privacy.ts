import type { Rule } from '../template';
import { textsIn } from '../template';

/** What must not be in a file that everybody can read. */
const FORBIDDEN: Array<[what: string, pattern: RegExp]> = [
	['an e-mail address', /[\w.+-]+@(?!example\.(?:com|org)\b)[\w-]+\.[a-z]{2,}/i],
	['an address of a network', /\b(?:\d{1,3}\.){3}\d{1,3}\b/],
	['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY/],
	['a token', /\b(?:eyJ[\w-]{10,}\.[\w-]{10,}|(?:sk|pk|ghp|xox[bp])[-_][\w-]{16,})/],
	['an authorization', /\b(?:bearer|basic) [\w+/=-]{12,}/i],
	['a web address', /https?:\/\/(?!api-eu\.dhl\.com|(?:[\w-]+\.)*example\.(?:com|org)\b)[\w.-]+/i],
];
const SECRET_NAME = /(?:password|secret|api_?key|token|authorization)$/i;

/** No secrets, no personal data, no addresses of anybody's servers. */
export const checkPrivacy: Rule = ({ nodes }) =>
	nodes.flatMap(({ name, parameters, notes }) =>
		textsIn({ parameters, notes }).flatMap(({ path, text }) => {
			const found = FORBIDDEN.filter(([, pattern]) => pattern.test(text)).map(([what]) => what);
			const isSecret = SECRET_NAME.test(path) && text !== '' && !text.startsWith('=');
			if (isSecret) found.push('a secret');
			return found.map((what) => `"${name}": ${path} holds ${what}`);
		}),
	);
