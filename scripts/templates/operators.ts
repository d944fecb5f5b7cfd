const PRESENCE = ['exists', 'notExists', 'empty', 'notEmpty'];
const EQUALITY = [...PRESENCE, 'equals', 'notEquals'];

/** What the editor offers in conditions, by the type of the left value. */
export const OPERATORS: Readonly<Record<string, string[]>> = {
	string: [
		...EQUALITY,
		'contains',
		'notContains',
		'startsWith',
		'notStartsWith',
		'endsWith',
		'notEndsWith',
		'regex',
		'notRegex',
	],
	number: [...EQUALITY, 'gt', 'lt', 'gte', 'lte'],
	dateTime: [...EQUALITY, 'after', 'before', 'afterOrEquals', 'beforeOrEquals'],
	boolean: [...EQUALITY, 'true', 'false'],
	array: [
		...PRESENCE,
		'contains',
		'notContains',
		'lengthEquals',
		'lengthNotEquals',
		'lengthGt',
		'lengthLt',
		'lengthGte',
		'lengthLte',
	],
	object: PRESENCE,
};
