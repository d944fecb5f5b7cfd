import type { Domain } from '../domain';
import { andDomain } from '../domain';
import { toStamp } from '../stamp';
import { offsetMs } from './time';
import type { TimeCondition, Watch } from './watch';

/**
 * Records written since, a page at a time by id. Not by write_date: Odoo cuts it to the second, so that a page could
 * never end within a second in which more than a page was written.
 */
export const writtenSince = (watch: Watch, since: string, afterId: number): Domain =>
	andDomain(
		[
			['write_date', '>=', since],
			['id', '>', afterId],
		],
		watch.domain,
	);

/** Records whose moment came in (fromMs, toMs]. */
export function momentsBetween(
	domain: Domain,
	time: TimeCondition,
	fromMs: number,
	toMs: number,
): Domain {
	const offset = offsetMs(time);
	return andDomain(
		[
			[time.field, '>', toStamp(fromMs - offset)],
			[time.field, '<=', toStamp(toMs - offset)],
		],
		domain,
	);
}
