import { FailedCheck, TimestampUnit } from './scheme';
import type { TimestampSpec, VerificationTiming, WebhookRequest } from './spec';
import { refused, type Verdict } from './verdict';

/** Milliseconds since 1970, or null when the text is no time of that unit. */
export function readTimestamp(text: string, unit: TimestampSpec['unit']): number | null {
	if (unit === TimestampUnit.Iso) {
		const isInstant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(text);
		const parsed = isInstant ? Date.parse(text) : NaN;
		return Number.isNaN(parsed) ? null : parsed;
	}
	if (!/^\d{9,14}$/.test(text)) return null;
	return unit === TimestampUnit.Seconds ? Number(text) * 1000 : Number(text);
}

/** A refusal when the call's own time is missing, unreadable or too far from now; else null. */
export function checkWindow(
	request: WebhookRequest,
	{ header, unit }: TimestampSpec,
	{ nowMs, toleranceSeconds }: VerificationTiming,
): Verdict | null {
	const text = request.headers[header];
	if (!text) return refused(FailedCheck.TimestampMissing, `the header ${header} is missing`);
	const sentMs = readTimestamp(text, unit);
	if (sentMs === null) {
		return refused(FailedCheck.TimestampMalformed, `the header ${header} is no time in ${unit}`);
	}
	const offSeconds = Math.round((nowMs - sentMs) / 1000);
	if (Math.abs(offSeconds) <= toleranceSeconds) return null;
	const side = offSeconds > 0 ? 'old' : 'ahead of this clock';
	return refused(
		FailedCheck.TimestampOutsideWindow,
		`the call is ${Math.abs(offSeconds)} s ${side}, more than the ${toleranceSeconds} s allowed`,
	);
}
