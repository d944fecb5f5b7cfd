import type { INodePropertyOptions } from 'n8n-workflow';
import { SOURCES, type SourceDefinition } from '../../../core/carriers';
import { byName } from '../../shared/byName';

const TRANSPORTS: Readonly<Record<SourceDefinition['transport'], string>> = {
	push: 'Webhook',
	pull: 'Answer of the API',
	both: 'Webhook or answer of the API',
	file: 'Message as text',
};

/** The built-in sources, as choices of a parameter. */
export const sourceChoices = (): INodePropertyOptions[] =>
	Object.values(SOURCES).map(({ id, name, hint, transport }) => ({
		name,
		value: id,
		description: hint ?? TRANSPORTS[transport],
	}));

/** Choices from A to Z, as n8n shows them. */
export const sorted = (choices: readonly INodePropertyOptions[]): INodePropertyOptions[] =>
	[...choices].sort(byName);
