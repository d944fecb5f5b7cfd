import type {
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';
import { checkAssignments, checkFilter, checkLocator, checkMapper } from './compound';

/** Checks the parameters in a collection. */
export type Nested = (
	properties: INodeProperties[],
	given: INodeParameters,
	path: string,
) => string[];

type Check = (property: INodeProperties, value: unknown, path: string, nested: Nested) => string[];

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const ofType =
	(...types: string[]): Check =>
	(_property, value, path) =>
		types.includes(typeof value) ? [] : [`${path} is not a ${types[0]}`];

/** Choices that n8n asks for at run time cannot be known here. */
const isLoaded = ({ typeOptions }: INodeProperties): boolean =>
	Boolean(typeOptions?.loadOptionsMethod ?? typeOptions?.loadOptions);

const choose: Check = (property, value, path) => {
	if (isLoaded(property)) return [];
	const choices = (property.options as INodePropertyOptions[]).map((one) => one.value);
	return choices.includes(value as string) ? [] : [`${path} cannot be ${JSON.stringify(value)}`];
};

const chooseSome: Check = (property, value, path, nested) =>
	Array.isArray(value)
		? value.flatMap((one) => choose(property, one, path, nested))
		: [`${path} is not a list`];

const collection: Check = (property, value, path, nested) =>
	isObject(value)
		? nested(property.options as INodeProperties[], value as INodeParameters, path)
		: [`${path} is not a collection`];

const fixedCollection: Check = (property, value, path, nested) => {
	if (!isObject(value)) return [`${path} is not a collection`];
	const groups = property.options as INodePropertyCollection[];
	return Object.entries(value).flatMap(([name, rows]) => {
		const group = groups.find((one) => one.name === name);
		if (!group) return [`${path}.${name} is no parameter of it`];
		const isList = Boolean(property.typeOptions?.multipleValues);
		if (isList !== Array.isArray(rows)) return [`${path}.${name} is ${isList ? 'not ' : ''}a list`];
		return [rows as INodeParameters]
			.flat()
			.flatMap((row, at) => nested(group.values, row, `${path}.${name}[${at}]`));
	});
};

const CHECKS: Record<string, Check> = {
	boolean: ofType('boolean'),
	string: ofType('string', 'number'),
	number: ofType('number'),
	dateTime: ofType('string'),
	color: ofType('string'),
	json: ofType('string', 'object'),
	options: choose,
	multiOptions: chooseSome,
	collection,
	fixedCollection,
	resourceLocator: checkLocator,
	resourceMapper: (_property, value, path) => checkMapper(value, path),
	assignmentCollection: (_property, value, path) => checkAssignments(value, path),
	filter: (_property, value, path) => checkFilter(value, path),
};

/** Problems with a value of this property; expressions are judged by their own rule. */
export function checkValue(
	property: INodeProperties,
	value: unknown,
	path: string,
	nested: Nested,
): string[] {
	if (typeof value === 'string' && value.startsWith('=')) {
		return property.noDataExpression ? [`${path} takes no expression`] : [];
	}
	const { type, typeOptions } = property;
	const isSimpleList = typeOptions?.multipleValues === true && !type.endsWith('ollection');
	if (isSimpleList && Array.isArray(value)) {
		const single = { ...property, typeOptions: { ...typeOptions, multipleValues: false } };
		return value.flatMap((one, at) => checkValue(single, one, `${path}[${at}]`, nested));
	}
	return CHECKS[type]?.(property, value, path, nested) ?? [];
}
