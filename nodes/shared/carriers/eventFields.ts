import type { INodeProperties } from 'n8n-workflow';

/** Options of every node that makes events of a payload. */
export const fallbackZoneField: INodeProperties = {
	displayName: 'Fallback Time Zone',
	name: 'fallbackZone',
	type: 'string',
	default: '',
	placeholder: 'e.g. Europe/Berlin',
	description:
		'Time zone of local times of which nothing else is known. Without it such events have no instant, only a local time.',
};

export const includeRawField: INodeProperties = {
	displayName: 'Include Raw Event',
	name: 'includeRaw',
	type: 'boolean',
	default: false,
	description: 'Whether to keep a copy of what the carrier sent in data.raw.payload',
};
