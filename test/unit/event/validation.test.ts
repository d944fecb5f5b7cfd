import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { normalize } from '../../../core/carriers';
import {
	CostKind,
	EventClass,
	EventType,
	MappingBy,
	Milestone,
	Party,
	Reason,
	ReleaseState,
	SubStatus,
	TimeAnomaly,
	TimeCertainty,
	TimePrecision,
	type BusinessEvent,
} from '../../../core/event';
import { EVENT_SCHEMAS, validateEvent } from '../../../core/event/validation';
import { EXAMPLES } from './examples';

const NOW = '2026-11-30T12:00:00Z';
const FIXTURES = path.join(__dirname, '../../fixtures/carriers');

const faultsOf = (event: unknown) => {
	const validation = validateEvent(event, NOW);
	return validation.ok ? [] : validation.faults;
};

/** A copy of an example with one part replaced; `undefined` removes it. */
function changed(type: EventType, at: string[], value: unknown): unknown {
	const copy = structuredClone(EXAMPLES[type]) as unknown as Record<string, unknown>;
	let inner = copy;
	for (const step of at.slice(0, -1)) inner = inner[step] as Record<string, unknown>;
	const last = at.at(-1) ?? '';
	if (value === undefined) Reflect.deleteProperty(inner, last);
	else inner[last] = value;
	return copy;
}

test.each(Object.values(EventType))('the example of %s is valid', (type) => {
	expect(faultsOf(EXAMPLES[type])).toEqual([]);
});

test('every type has a published schema that names its draft and its type', () => {
	for (const type of Object.values(EventType)) {
		const file = path.join(__dirname, `../../../core/event/schemas/${type}.schema.json`);
		const published = JSON.parse(readFileSync(file, 'utf8')) as object;
		expect(EVENT_SCHEMAS[type]).toEqual(published);
		expect(published).toMatchObject({
			$schema: 'https://json-schema.org/draft/2020-12/schema',
			$id: `urn:n8n-nodes-odoo-logistics:${type}`,
			properties: { type: { const: type } },
		});
	}
});

test('the words in the schemas are the words of the code', () => {
	const text = JSON.stringify(EVENT_SCHEMAS);
	const lists: object[] = [
		CostKind,
		EventClass,
		MappingBy,
		Milestone,
		Party,
		Reason,
		ReleaseState,
		SubStatus,
		TimeAnomaly,
		TimeCertainty,
		TimePrecision,
	];
	for (const list of lists) {
		const words = JSON.stringify(Object.values(list)).slice(0, -1);
		expect(text).toContain(`"enum":${words}`);
	}
});

test.each(readdirSync(FIXTURES))('what the normalizer makes of %s is valid', (file) => {
	const { payload } = JSON.parse(readFileSync(path.join(FIXTURES, file), 'utf8')) as {
		payload: unknown;
	};
	const { events } = normalize(payload, null, { receivedAt: NOW, includeRaw: true });
	// An unknown code is a fault of its own, and fixtures have some on purpose.
	const known = events.filter(({ data }) => data.milestone !== Milestone.Unknown);
	for (const event of known) expect(faultsOf(JSON.parse(JSON.stringify(event)))).toEqual([]);
});

test.each<[string, EventType, string[], unknown, string, RegExp]>([
	[
		'unknown milestone',
		EventType.ShipmentStatus,
		['data', 'milestone'],
		'arrived',
		'/data/milestone',
		/any of/,
	],
	['missing part', EventType.ShipmentStatus, ['data', 'raw'], undefined, '/data', /lacks.*"raw"/],
	[
		'wrong type',
		EventType.StockLevel,
		['data', 'lot'],
		7,
		'/data/lot',
		/"number" instead of "string"/,
	],
	['negative count', EventType.StockLevel, ['data', 'quantity'], '-3', '/data/quantity', /pattern/],
	[
		'product without a name',
		EventType.StockLevel,
		['data', 'product'],
		{},
		'/data/product',
		/1 prop/,
	],
	[
		'misspelt property',
		EventType.StockLevel,
		['data', 'location', 'nme'],
		'x',
		'/data/location/nme',
		/not a known property/,
	],
	['no date', EventType.ReceiptEta, ['data', 'eta'], 'soon', '/data/eta', /date/],
	['currency sign', EventType.ShipmentCost, ['data', 'currency'], '€', '/data/currency', /pattern/],
	['no data', EventType.OrderRelease, ['data'], undefined, '', /lacks.*"data"/],
	[
		'another subject',
		EventType.ShipmentStatus,
		['subject'],
		'OTHER',
		'/subject',
		/is not the tracking number/,
	],
	[
		'two times',
		EventType.ShipmentStatus,
		['time'],
		'2020-01-01T00:00:00Z',
		'/time',
		/not the time in the data/,
	],
	[
		'bill without number',
		EventType.ShipmentCost,
		['data', 'invoice'],
		undefined,
		'/data/invoice',
		/claims to be billed/,
	],
	[
		'negative bill',
		EventType.ShipmentCost,
		['data', 'billed'],
		'-5.00',
		'/data/billed',
		/adjustment/,
	],
])('%s is named with its path', (_what, type, at, value, where, words) => {
	const faults = faultsOf(changed(type, at, value));
	expect(faults).toHaveLength(1);
	expect(faults[0].path).toBe(where);
	expect(faults[0].message).toMatch(words);
});

test('a scan from the future is invalid, an expected one is not', () => {
	const late = structuredClone(EXAMPLES[EventType.ShipmentStatus]);
	const time = { ...late.data.time, occurredAt: '2026-12-24T00:00:00Z' };
	const event = { ...late, time: time.occurredAt, data: { ...late.data, time } };
	expect(faultsOf(event)).toMatchObject([{ path: '/data/time/occurredAt' }]);
	const data = { ...event.data, eventClass: EventClass.Estimated };
	expect(faultsOf({ ...event, data })).toEqual([]);
});

test('an unknown type, and what is no event at all', () => {
	expect(faultsOf({ ...EXAMPLES[EventType.StockLevel], type: 'x' })[0].path).toBe('/type');
	for (const nothing of [null, 'text', 7, []] as unknown[]) {
		expect(faultsOf(nothing)[0].message).toBe('is not a JSON object');
	}
});

test('half a character is a fault, an escaped one is text', () => {
	const stock = EXAMPLES[EventType.StockLevel];
	const counted = (countedBy: string) => ({ ...stock, data: { ...stock.data, countedBy } });
	expect(faultsOf(counted('a\ud800b'))).toMatchObject([{ path: '' }]);
	expect(faultsOf(counted('\ud83d\ude00'))).toEqual([]);
	expect(faultsOf(counted('\\ud800'))).toEqual([]);
});

test('extension attributes of CloudEvents are allowed', () => {
	const event: BusinessEvent = EXAMPLES[EventType.StockLevel];
	expect(faultsOf({ ...event, traceparent: '00-abc' })).toEqual([]);
});
