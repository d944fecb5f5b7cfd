import type {
	Converted,
	ModelSchema,
	OdooFailure,
	OdooValue,
	RelationKey,
	WantedLines,
} from '../../../../core/odoo';
import { AUTOMATIC_FIELDS, failure, OdooErrorKind, toOdooValue } from '../../../../core/odoo';
import { lineKeys } from './lineRules';
import type { Measures } from './measures';
import type { RecordOutcome } from './outcome';
import { failedItem } from './outcome';
import type { UpsertBatch, UpsertInput } from './readBatches';
import type { RelationResolver } from '../relations';

/** An item whose values are as Odoo stores them. */
export interface ConvertedItem {
	input: UpsertInput;
	values: Record<string, OdooValue>;
	lines?: Record<string, WantedLines>;
}

/** What conversion asks of Odoo. */
export interface Lookups {
	relations: RelationResolver;
	measures: Measures;
	/** Schemas by model: of the records, and of their lines. */
	schemas: Readonly<Record<string, ModelSchema>>;
}

/** Fields of one record or one line, converted as far as no look-up is needed. */
interface Draft {
	model: string;
	fields: Record<string, Converted>;
	lines: Record<string, Draft[]>;
}

/** Converts all items; relations are looked up together, and an item that cannot be converted fails alone. */
export async function convertItems(
	batch: UpsertBatch,
	lookups: Lookups,
): Promise<{ items: ConvertedItem[]; failures: RecordOutcome[] }> {
	const failures: RecordOutcome[] = [];
	const drafts: Array<{ input: UpsertInput; draft: Draft }> = [];
	for (const input of batch.items) {
		const draft = draftOf(input.values, batch.model, batch, lookups);
		if ('kind' in draft) failures.push(failedItem(input.itemIndex, draft));
		else drafts.push({ input, draft });
	}
	const all = drafts.map(({ draft }) => draft);
	await lookups.relations.resolve(all.flatMap(keysOf));
	if (all.some(hasMeasures)) await lookups.measures.load();
	const items: ConvertedItem[] = [];
	for (const { input, draft } of drafts) {
		const filled = await fill(draft, batch, lookups);
		if ('kind' in filled) failures.push(failedItem(input.itemIndex, filled));
		else items.push({ input, ...filled });
	}
	return { items, failures };
}

function draftOf(
	input: Record<string, unknown>,
	model: string,
	batch: UpsertBatch,
	lookups: Lookups,
	isLine = false,
): Draft | OdooFailure {
	const schema = lookups.schemas[model];
	const draft: Draft = { model, fields: {}, lines: {} };
	for (const [name, value] of Object.entries(input)) {
		if (value === undefined) continue;
		const field = schema[name];
		if (!field) return unknownField(model, name);
		const isKey = isLine ? name === 'id' : batch.matchFields.includes(name);
		if (AUTOMATIC_FIELDS.has(name) && !isKey) continue;
		const converted = toOdooValue(value, field, batch.zone);
		if (converted.kind === 'problem' || (isLine && converted.kind === 'lines')) {
			const what = converted.kind === 'problem' ? converted.problem : 'is a list inside a line';
			return invalid(model, name, `${field.string} (${name}) ${what}`);
		}
		if (converted.kind !== 'lines') {
			draft.fields[name] = converted;
			continue;
		}
		const lines = converted.lines.map((line) =>
			draftOf(line, field.relation ?? '', batch, lookups, true),
		);
		const bad = lines.findIndex((line) => 'kind' in line);
		if (bad >= 0) return inLine(lines[bad] as OdooFailure, name, bad);
		draft.lines[name] = lines as Draft[];
	}
	return draft;
}

const keysOf = ({ fields, lines }: Draft): RelationKey[] => [
	...Object.values(fields).flatMap((converted) =>
		converted.kind === 'keys' ? converted.keys.filter((key) => typeof key !== 'number') : [],
	),
	...Object.values(lines).flatMap((drafts) => drafts.flatMap(keysOf)),
];

const hasMeasures = ({ fields, lines }: Draft): boolean =>
	Object.values(fields).some(({ kind }) => kind === 'measured') ||
	Object.values(lines).some((drafts) => drafts.some(hasMeasures));

type Filled = Pick<ConvertedItem, 'values' | 'lines'>;

/** Puts in what was looked up. */
async function fill(
	draft: Draft,
	batch: UpsertBatch,
	lookups: Lookups,
): Promise<Filled | OdooFailure> {
	const values = await fillFields(draft, lookups);
	if (isFailure(values)) return values;
	if (Object.keys(draft.lines).length === 0) return { values };
	const lines: Record<string, WantedLines> = {};
	for (const [field, drafts] of Object.entries(draft.lines)) {
		const rows: Array<Record<string, OdooValue>> = [];
		for (const [at, line] of drafts.entries()) {
			const row = await fillFields(line, lookups);
			if (isFailure(row)) return inLine(row, field, at);
			rows.push(row);
		}
		const model = lookups.schemas[batch.model][field].relation ?? '';
		lines[field] = { model, rows, ...lineKeys(batch.lineRules, field, rows) };
	}
	return { values, lines };
}

async function fillFields(
	{ model, fields }: Draft,
	{ relations, measures, schemas }: Lookups,
): Promise<Record<string, OdooValue> | OdooFailure> {
	const values: Record<string, OdooValue> = {};
	const schema = schemas[model];
	for (const [name, converted] of Object.entries(fields)) {
		if (converted.kind === 'value') values[name] = converted.value;
		if (converted.kind !== 'keys') continue;
		const ids: number[] = [];
		for (const key of converted.keys) {
			const id = typeof key === 'number' ? { ok: true as const, value: key } : relations.find(key);
			if (!id.ok) return { ...id.failure, model, field: name };
			ids.push(id.value);
		}
		values[name] = converted.many ? [[6, 0, ids]] : ids[0];
	}
	// Last, because the unit or currency to convert to may be one of the fields above.
	for (const [name, converted] of Object.entries(fields)) {
		if (converted.kind !== 'measured') continue;
		const amount = await measures.convert(converted.measured, { model, schema, values });
		if (!amount.ok) return { ...amount.failure, model, field: name };
		values[name] = amount.value;
	}
	return values;
}

// Typed to what may come instead: a field of a record may be called "kind" too, but not hold advice.
const isFailure = (one: Record<string, OdooValue> | OdooFailure): one is OdooFailure =>
	'retryable' in one && 'advice' in one && 'kind' in one;

const invalid = (model: string, field: string, message: string, advice?: string): OdooFailure =>
	failure(OdooErrorKind.Validation, message, { model, field, advice });

const unknownField = (model: string, name: string): OdooFailure =>
	invalid(
		model,
		name,
		`${model} has no field "${name}"`,
		'Check the spelling, and that the module which adds the field is installed.',
	);

const inLine = (reason: OdooFailure, field: string, at: number): OdooFailure => ({
	...reason,
	message: `${field}, line ${at + 1}: ${reason.message}`,
});
