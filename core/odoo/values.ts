import { DateTime } from 'luxon';
import type { OdooValue } from './call';
import type { Converted } from './converted';
import { problem, value } from './converted';
import type { FieldSchema } from './fields';
import { FieldType } from './fields';
import { asMeasured } from './measure';
import { isCommandList, toRelation } from './relationValue';

const isEmpty = (input: unknown): boolean => input === null || input === undefined || input === '';

/**
 * Converts what an item carries to what Odoo stores in this field.
 * @param zone IANA zone of date-times written without one (the workflow's time zone)
 */
export function toOdooValue(input: unknown, field: FieldSchema, zone: string): Converted {
	if (field.type === FieldType.Boolean) return toBoolean(input);
	if (isEmpty(input) || input === false) return emptyValue(field);
	switch (field.type) {
		case FieldType.Integer:
		case FieldType.Many2oneReference:
			return toNumber(input, true);
		case FieldType.Float:
		case FieldType.Monetary:
			return toAmount(input);
		case FieldType.Date:
		case FieldType.Datetime:
			return toTime(input, field.type, zone);
		case FieldType.Selection:
			return toSelection(input, field);
		case FieldType.Many2one:
			return toRelation(input, field, false);
		case FieldType.Many2many:
			return toRelation(input, field, true);
		case FieldType.One2many:
			return toLines(input);
		default:
			return value(typeof input === 'object' ? (input as OdooValue) : String(input));
	}
}

function emptyValue(field: FieldSchema): Converted {
	if (field.type === FieldType.Many2many) return { kind: 'keys', keys: [], many: true };
	if (field.type === FieldType.One2many) return { kind: 'lines', lines: [] };
	return value(false);
}

function toBoolean(input: unknown): Converted {
	if (typeof input === 'boolean') return value(input);
	if (isEmpty(input)) return value(false);
	const text = String(input).toLowerCase();
	if (['true', '1', 'yes'].includes(text)) return value(true);
	if (['false', '0', 'no'].includes(text)) return value(false);
	return problem(`is neither true nor false: "${text}"`);
}

/** Lines as objects, to be matched with those the record has; or Odoo's own commands. */
function toLines(input: unknown): Converted {
	const lines: unknown[] = Array.isArray(input) ? input : [input];
	if (isCommandList(lines)) return value(lines as OdooValue);
	const areObjects = lines.every(
		(line) => typeof line === 'object' && line !== null && !Array.isArray(line),
	);
	return areObjects
		? { kind: 'lines', lines: lines as Array<Record<string, unknown>> }
		: problem('needs a list of lines, each an object of fields and values');
}

/** A plain number, or an amount with the unit or the currency it is given in. */
function toAmount(input: unknown): Converted {
	const measured = asMeasured(input);
	if (measured === null) return toNumber(input, false);
	const amount = toNumber(measured.amount, false);
	return amount.kind === 'value'
		? { kind: 'measured', measured: { ...measured, amount: Number(amount.value) } }
		: amount;
}

function toNumber(input: unknown, isInteger: boolean): Converted {
	const text = typeof input === 'string' ? input.trim() : input;
	const isPlain = typeof text === 'number' || (typeof text === 'string' && PLAIN_NUMBER.test(text));
	const number = isPlain ? Number(text) : Number.NaN;
	if (!Number.isFinite(number)) return problem(`is not a number: "${String(input)}"`);
	if (isInteger && !Number.isInteger(number)) return problem(`is not a whole number: ${number}`);
	return value(number);
}

/** Only the notation that has one meaning everywhere: "1.234" as thousands or "1,5" would be guesses. */
const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function toTime(
	input: unknown,
	type: FieldType.Date | FieldType.Datetime,
	zone: string,
): Converted {
	if (typeof input === 'number')
		return fromDateTime(DateTime.fromMillis(input, { zone }), input, type);
	if (input instanceof Date) return fromDateTime(DateTime.fromJSDate(input, { zone }), input, type);
	if (DateTime.isDateTime(input)) return fromDateTime(input, input, type);
	const text = String(input).trim();
	if (type === FieldType.Date && /^\d{4}-\d{2}-\d{2}$/.test(text)) {
		return DateTime.fromISO(text).isValid ? value(text) : problem(`is not a date: "${text}"`);
	}
	// "2026-01-31 08:00:00" is how Odoo itself writes UTC.
	if (ODOO_DATETIME.test(text))
		return fromDateTime(DateTime.fromSQL(text, { zone: 'utc' }), text, type);
	return fromDateTime(DateTime.fromISO(text, { zone, setZone: true }), text, type);
}

const ODOO_DATETIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

function fromDateTime(
	time: DateTime,
	input: unknown,
	type: FieldType.Date | FieldType.Datetime,
): Converted {
	if (!time.isValid)
		return problem(`is not a date that can be read (use ISO 8601): "${String(input)}"`);
	return value(
		type === FieldType.Date
			? time.toFormat('yyyy-MM-dd')
			: time.toUTC().toFormat('yyyy-MM-dd HH:mm:ss'),
	);
}

function toSelection(input: unknown, field: FieldSchema): Converted {
	const text = String(input);
	const options = field.selection ?? [];
	if (options.some(([key]) => String(key) === text)) return value(text);
	const byLabel = options.filter(([, label]) => label.toLowerCase() === text.toLowerCase());
	if (byLabel.length === 1) return value(byLabel[0][0]);
	const known = options.map(([key, label]) => `${key} (${label})`).join(', ');
	return problem(
		byLabel.length > 1
			? `"${text}" is the label of several options: use the key`
			: `"${text}" is none of the options: ${known}`,
	);
}
