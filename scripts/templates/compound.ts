import type { INodeProperties } from 'n8n-workflow';
import { OPERATORS } from './operators';

/** Values of n8n's larger controls. */

interface Locator {
	__rl?: unknown;
	mode?: string;
	value?: unknown;
}

export function checkLocator(property: INodeProperties, value: unknown, path: string): string[] {
	const { __rl, mode, value: chosen } = (value ?? {}) as Locator;
	const modes = (property.modes ?? []).map(({ name }) => name);
	if (__rl !== true || !modes.includes(mode ?? '')) {
		return [`${path} is not chosen by one of ${modes.join(', ')}`];
	}
	return mode === 'list' && chosen !== ''
		? [`${path} is chosen from a list: its id belongs to an installation`]
		: [];
}

interface Mapper {
	mappingMode?: string;
	value?: Record<string, unknown> | null;
	matchingColumns?: string[];
	schema?: Array<{ id: string }>;
}

export function checkMapper(value: unknown, path: string): string[] {
	const { mappingMode, value: columns, matchingColumns = [], schema = [] } = value as Mapper;
	if (mappingMode === 'autoMapInputData') return [];
	if (mappingMode !== 'defineBelow') return [`${path} has no mapping mode`];
	const known = new Set(schema.map(({ id }) => id));
	return [...Object.keys(columns ?? {}), ...matchingColumns]
		.filter((column) => !known.has(column))
		.map((column) => `${path}: ${column} is not in the schema, so the editor does not show it`);
}

interface Assignment {
	id?: string;
	name?: string;
	type?: string;
	value?: unknown;
}

const ASSIGNED_TYPES = ['string', 'number', 'boolean', 'array', 'object', 'dateTime', 'binary'];

export function checkAssignments(value: unknown, path: string): string[] {
	const { assignments } = (value ?? {}) as { assignments?: Assignment[] };
	if (!Array.isArray(assignments)) return [`${path} has no assignments`];
	const names = assignments.map(({ name }) => name);
	return assignments.flatMap(({ id, name, type, value: assigned }, at) => {
		if (!id || !name) return [`${path}[${at}] has no id or no name`];
		if (names.indexOf(name) !== at) return [`${path}: ${name} is assigned twice`];
		if (!ASSIGNED_TYPES.includes(type ?? '')) return [`${path}: ${name} has no type`];
		const isExpression = typeof assigned === 'string' && assigned.startsWith('=');
		const isPlain = ['string', 'number', 'boolean'].includes(type ?? '');
		return isPlain && !isExpression && typeof assigned !== type
			? [`${path}: ${name} is not a ${type}`]
			: [];
	});
}

interface Condition {
	leftValue?: unknown;
	operator?: { type?: string; operation?: string };
}

export function checkFilter(value: unknown, path: string): string[] {
	const { conditions, combinator } = (value ?? {}) as {
		conditions?: Condition[];
		combinator?: string;
	};
	if (!Array.isArray(conditions) || conditions.length === 0) return [`${path} has no conditions`];
	if (combinator !== 'and' && combinator !== 'or') return [`${path} has no combinator`];
	return conditions.flatMap(({ leftValue, operator }, at) => {
		const { type = '', operation = '' } = operator ?? {};
		if (leftValue === '' || leftValue === undefined) return [`${path}[${at}] compares nothing`];
		return OPERATORS[type]?.includes(operation)
			? []
			: [`${path}[${at}]: there is no operator ${type} ${operation}`];
	});
}
