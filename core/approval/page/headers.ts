import { createHash } from 'node:crypto';
import { STYLE } from './style';

const styleHash = createHash('sha256').update(STYLE).digest('base64');

/**
 * Nothing but the page's own style is loaded or run, nobody frames it, its form goes to its own origin only; and no
 * address of it, which is what its bearer decides with, reaches caches, search engines or other sites.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
	'Content-Type': 'text/html; charset=utf-8',
	'Content-Security-Policy': [
		"default-src 'none'",
		`style-src 'sha256-${styleHash}'`,
		"form-action 'self'",
		"frame-ancestors 'none'",
		"base-uri 'none'",
	].join('; '),
	'Referrer-Policy': 'no-referrer',
	'Cache-Control': 'no-store',
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	'X-Robots-Tag': 'noindex, nofollow, noarchive',
};
