import type { IExecuteFunctions } from 'n8n-workflow';
import type { Result } from '../../../core/odoo';
import { success } from '../../../core/odoo';
import type { DocumentText, Facts, FieldText } from '../../../core/tolerance';
import type { EvaluateOptions } from './evaluation';
import { misconfigured, readJson } from './json';
import { inUnit } from './simpleLimits';

interface ValueRow {
	readonly field: string;
	readonly expected?: unknown;
	readonly actual?: unknown;
	readonly unit?: string;
}

/** What is judged by a policy: values of the item, or a document with lines. */
export function policyDocument(
	node: IExecuteFunctions,
	itemIndex: number,
	options: EvaluateOptions,
): Result<DocumentText> {
	const scope = readJson(options.scope, 'Scope', {});
	if (!scope.ok) return scope;
	const isJson = node.getNodeParameter('documentFrom', itemIndex) === 'json';
	const document = isJson ? jsonDocument(node, itemIndex) : valuesDocument(node, itemIndex);
	if (!document.ok) return document;
	return success({
		...document.value,
		scope: { ...document.value.scope, ...(scope.value as Facts) },
	});
}

function jsonDocument(node: IExecuteFunctions, itemIndex: number): Result<DocumentText> {
	const document = readJson(node.getNodeParameter('documentJson', itemIndex), 'Document', {});
	if (!document.ok) return document;
	const { value } = document;
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		return misconfigured('Document is not a JSON object', 'Give { "fields": …, "lines": [ … ] }.');
	}
	// Of an item, only what belongs to a document: the rest is not what is judged.
	const { key, document: name, at, scope, fields, lines } = value as DocumentText;
	return success({
		...(key !== undefined && { key }),
		...(name !== undefined && { document: name }),
		...(at !== undefined && { at }),
		...(scope !== undefined && { scope }),
		...(fields !== undefined && { fields }),
		...(lines !== undefined && { lines }),
	});
}

function valuesDocument(node: IExecuteFunctions, itemIndex: number): Result<DocumentText> {
	const { value: rows = [] } = node.getNodeParameter('values', itemIndex, {}) as {
		value?: ValueRow[];
	};
	const fields: Record<string, FieldText> = {};
	for (const { field, expected, actual, unit } of rows) {
		if (Object.hasOwn(fields, field)) {
			return misconfigured(
				`"${field}" is compared twice`,
				'Take one of the two values away, or give lines.',
			);
		}
		fields[field] = {
			expected: inUnit(field, expected, unit),
			actual: inUnit(field, actual, unit),
		};
	}
	return success({ fields });
}
