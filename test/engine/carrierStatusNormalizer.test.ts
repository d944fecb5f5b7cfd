import type { INodeParameters } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runNode, type NodeUnderTest } from './harness/engine';

type Json = NodeUnderTest['items'][number];

const fixture = (name: string): Json => {
	const file = path.join(__dirname, '../fixtures/carriers', `${name}.json`);
	return (JSON.parse(readFileSync(file, 'utf8')) as { payload: Json }).payload;
};

async function normalize(
	items: Json[],
	parameters: INodeParameters = {},
	onError?: NodeUnderTest['onError'],
) {
	const { outputs, error } = await runNode({
		type: 'carrierStatusNormalizer',
		parameters: {
			operation: 'normalize',
			source: 'auto',
			payload: '={{ $json.body ?? $json }}',
			options: {},
			...parameters,
		},
		items,
		...(onError && { onError }),
	});
	const [events = [], unmapped = [], errors = []] = outputs;
	return { events, unmapped, errors, error };
}

const unknownCode = {
	...fixture('upsTrackAlert.delivered'),
	activityStatus: { type: 'Q', code: 'Q9', description: 'New' },
};

test('a webhook body and a bare payload give the same events, paired with their items', async () => {
	const payload = fixture('upsTrackAlert.delivered');
	const { events, unmapped } = await normalize([{ body: payload, headers: {} }, payload]);
	expect(events.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
		['cse_72368637d6851a88c9dcd530536ee808', { item: 0 }],
		['cse_72368637d6851a88c9dcd530536ee808', { item: 1 }],
	]);
	expect(events[0].json).toMatchObject({
		specversion: '1.0',
		type: 'logistics.shipment.status.v1',
		data: { milestone: 'delivered', time: { receivedAt: expect.stringMatching(/Z$/) } },
	});
	expect(unmapped).toEqual([]);
});

test('every event leaves once: known codes first, the others ready to be reported', async () => {
	const { events, unmapped } = await normalize([fixture('uspsV3.delivered'), unknownCode]);
	expect([events.length, unmapped.length]).toEqual([12, 1]);
	expect(unmapped[0]).toMatchObject({
		json: {
			issue: 'unknown_code',
			report: { source: 'upsTrackAlert', type: 'Q', code: 'Q9' },
			event: { data: { milestone: 'unknown' } },
		},
		pairedItem: { item: 1 },
	});
});

test('a shipment without events does not vanish', async () => {
	const { events, unmapped } = await normalize([fixture('aftership.pending')]);
	expect(events).toEqual([]);
	expect(unmapped[0].json).toMatchObject({ issue: 'status_without_event', value: 'Pending' });
});

test('an EDI text is read', async () => {
	const { payload } = JSON.parse(
		readFileSync(path.join(__dirname, '../fixtures/carriers/x12_214.interchange.json'), 'utf8'),
	) as { payload: string };
	const { events, unmapped } = await normalize([{ body: payload }], { source: 'x12_214' });
	expect(events.map(({ json }) => json.subject)).toEqual(Array(4).fill('0123456789'));
	expect(unmapped.length).toBeGreaterThan(0);
	for (const { json } of unmapped) expect(json.place ?? json.report).toBeDefined();
});

test('options: overrides, raw event, time of receipt', async () => {
	const override = { source: '', type: 'Q', code: 'Q9', milestone: 'exception', subStatus: 'held' };
	const options = {
		overrides: { override: [override] },
		includeRaw: true,
		receivedAt: '2024-04-23T16:00:00+02:00',
	};
	const { events } = await normalize([unknownCode], { options });
	expect(events[0].json.data).toMatchObject({
		milestone: 'exception',
		subStatus: 'held',
		mapping: { by: 'override' },
		time: { receivedAt: '2024-04-23T14:00:00.000Z' },
		raw: { payload: { activityStatus: { code: 'Q9' } } },
	});
});

describe('a payload that cannot be read', () => {
	test('stops the workflow and says what to do', async () => {
		const { error } = await normalize([{ hello: 'world' }]);
		expect(error?.message).toBe('No known source sends payloads of this shape');
		expect(error?.description).toContain('Choose the source by hand');
	});

	test('goes to the error output with its input, the others go on', async () => {
		const items = [{ hello: 'world' }, fixture('upsTrackAlert.delivered')];
		const { events, errors } = await normalize(items, {}, 'continueErrorOutput');
		expect(events).toHaveLength(1);
		expect(errors[0].json).toEqual({
			hello: 'world',
			error: 'No known source sends payloads of this shape',
			message: expect.stringContaining('Choose the source by hand'),
			details: { kind: 'unknown_source', place: '' },
		});
	});

	test('unknown codes are errors where the user wants them to be', async () => {
		const options = { strict: true };
		const { error, events } = await normalize([unknownCode], { options });
		expect(events).toEqual([]);
		expect(error?.message).toContain('Q/Q9');
	});

	test('a wrong time zone is named', async () => {
		const options = { fallbackZone: 'Mars/Olympus' };
		const { error } = await normalize([unknownCode], { options });
		expect(error?.message).toBe('"Mars/Olympus" is no time zone');
	});
});

describe('a source of the user', () => {
	const PNG =
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
	const custom: INodeParameters = {
		source: 'custom',
		customCarrier: 'acme',
		customEvents: 'history',
		customTrackingNumber: 'parcel',
		customCode: 'status',
		customDate: 'when',
		customShape: 'day_first',
		customZone: 'Europe/Rome',
		customCodes: {
			code: [{ code: 'OK', milestone: 'delivered', subStatus: 'signed', reason: '' }],
		},
		customMore: {
			codeTable: 'upu.emsevt',
			description: 'text',
			languages: ['it'],
			signature: 'root:pod',
		},
	};
	const payload = {
		parcel: 'AB1',
		pod: PNG,
		history: [
			{ status: 'OK', when: '25.11.2026 10:44' },
			{ status: 'ZZ', when: '24.11.2026 10:44', text: 'In consegna' },
			{ status: 'YY', when: '23.11.2026 10:44', text: 'Boh' },
			{ status: 'EMA', when: '22.11.2026 10:44' },
		],
	};

	test('is read by what the node says about it, with the signature as binary data', async () => {
		const { events, unmapped, error } = await normalize([payload], custom);
		expect(error).toBeUndefined();
		expect(
			events.map(({ json }) => [json.time, (json.data as { milestone: string }).milestone]),
		).toEqual([
			['2026-11-25T09:44:00Z', 'delivered'],
			['2026-11-24T09:44:00Z', 'out_for_delivery'],
			['2026-11-22T09:44:00Z', 'picked_up'],
		]);
		expect(events[0].binary?.signature).toMatchObject({
			mimeType: 'image/png',
			fileName: 'AB1-signature.png',
		});
		expect(events[1].binary).toBeUndefined();
		expect(unmapped.map(({ json }) => json.issue)).toEqual(['unknown_code']);
	});

	test('sets aside what is less sure than asked for', async () => {
		const { events, unmapped } = await normalize([payload], {
			...custom,
			options: { minConfidence: 0.6, proofBinary: false },
		});
		expect(events.map(({ binary }) => binary)).toEqual([undefined, undefined]);
		expect(unmapped.map(({ json }) => json.issue).sort()).toEqual([
			'low_confidence',
			'unknown_code',
		]);
	});

	test('names a path that is none', async () => {
		const { error } = await normalize([payload], { ...custom, customDate: 'a[[b' });
		expect(error?.message).toContain('a[[b');
	});
});

describe('Explain and List Sources', () => {
	const run = async (parameters: INodeParameters, onError?: NodeUnderTest['onError']) => {
		const { outputs, error } = await runNode({
			type: 'carrierStatusNormalizer',
			parameters,
			items: [{}],
			...(onError && { onError }),
		});
		return { items: outputs[0] ?? [], error };
	};

	test('say why a code means what it means', async () => {
		const { items } = await run({
			operation: 'explain',
			explainSource: 'upsTrackAlert',
			explainType: 'I',
			explainCode: 'OT',
			explainMore: {},
		});
		expect(items[0].json).toMatchObject({
			answer: { milestone: 'out_for_delivery', rule: 'ups.activity:I/OT' },
			tables: expect.arrayContaining([
				expect.objectContaining({ table: 'ups.activity', answered: true }),
			]),
		});
	});

	test('name a source that is none', async () => {
		const parameters = {
			operation: 'explain',
			explainSource: 'nobody',
			explainCode: 'OT',
			explainMore: {},
		};
		expect((await run(parameters)).error?.message).toContain('nobody');
	});

	test('show what is built in', async () => {
		const { items } = await run({ operation: 'listSources', search: 'ups' });
		expect(items.map(({ json }) => json.id)).toContain('upsTrackV1');
	});
});
