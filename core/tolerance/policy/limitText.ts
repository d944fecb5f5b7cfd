import { HUNDRED, type Decimal } from '../decimal';
import type { Limit } from './compiled';
import { Combine } from './types';

/** All limits of a side, for the record of what was not exceeded: `2 % → notify, 10 % → approve:1`. */
export const limitsText = (limits: readonly Limit[]): string =>
	limits.length === 0 ? 'no limit' : limits.map(limitText).sort().join(', ');

const COMBINE_TEXT: Readonly<Record<Combine, string>> = {
	[Combine.LesserOf]: 'lesser of ',
	[Combine.GreaterOf]: 'greater of ',
	[Combine.Both]: 'both ',
};

function limitText({ absolute, share, bands, combine, route }: Limit): string {
	const parts = [
		absolute?.toFixed(),
		share && percentText(share),
		bands?.steps
			.map(
				({ upTo, share: ofBand }) =>
					`${percentText(ofBand)}${upTo ? ` up to ${upTo.toFixed()}` : ''}`,
			)
			.join('; '),
	].filter((part) => typeof part === 'string');
	const prefix = parts.length > 1 ? COMBINE_TEXT[combine] : '';
	return `${prefix}${parts.join(' and ')} → ${route}`;
}

const percentText = (share: Decimal): string => `${share.times(HUNDRED).toFixed()} %`;
