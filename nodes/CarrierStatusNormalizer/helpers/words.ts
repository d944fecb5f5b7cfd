import type { INodePropertyOptions } from 'n8n-workflow';
import { byName } from '../../shared/byName';
import { Milestone, Reason, SubStatus } from '../../../core/event';

const SMALL: ReadonlySet<string> = new Set(['for', 'to', 'at', 'by', 'from']);

/** `out_for_delivery` as "Out for Delivery". */
const title = (value: string): string =>
	value
		.split('_')
		.map((word, index) =>
			index > 0 && SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
		)
		.join(' ');

const choices = (values: readonly string[]): INodePropertyOptions[] =>
	values.map((value) => ({ name: title(value), value })).sort(byName);

/** The milestones that a user may give to a code. */
export const MILESTONES = choices(
	Object.values(Milestone).filter((value) => value !== Milestone.Unknown),
);

/** The sub-statuses, and none. */
export const SUB_STATUSES: INodePropertyOptions[] = [
	{ name: 'None', value: '' },
	...choices(Object.values(SubStatus)),
];

/** The reasons, and none. */
export const REASONS: INodePropertyOptions[] = [
	{ name: 'None', value: '' },
	...choices(Object.values(Reason)),
];
