import type { INodePropertyOptions } from 'n8n-workflow';
import { byName } from '../byName';
import { SOURCES } from '../../../core/carriers';

/** Value of a source parameter that lets the payload decide. */
export const AUTOMATIC = 'auto';

/** Every source of the normaliser, by name, with the way to let the payload decide on top. */
export const sourceOptions: INodePropertyOptions[] = [
	{
		name: 'Detect Automatically',
		value: AUTOMATIC,
		description: 'Recognize the source by the shape of the payload; refuse when two fit',
	},
	...Object.values(SOURCES)
		.map(({ id, name }) => ({ name, value: id }))
		.sort(byName),
];
