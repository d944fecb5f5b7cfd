import {
	customDefinition,
	explain,
	listSources,
	normalize,
	PayloadFormat,
	proofFile,
	SourceId,
	tablesWithoutSource,
	type CustomSource,
} from '../../../core/carriers';

const PNG =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const acme: CustomSource = {
	carrier: 'acme',
	events: 'history.steps',
	trackingNumber: 'parcel',
	code: 'status',
	description: 'text',
	date: 'when',
	shape: 'day_first',
	zone: 'Europe/Rome',
	city: 'place',
	signedBy: 'root:pod.name',
	signature: 'root:pod.image',
	codes: [{ code: 'OK', milestone: 'delivered', subStatus: 'signed' }],
	languages: ['it'],
	format: PayloadFormat.Json,
};

const payload = {
	parcel: 'AB1',
	pod: { name: 'Rossi', image: `data:image/png;base64,${PNG}` },
	history: {
		steps: [
			{ status: 'OK', when: '25.11.2026 10:44', text: 'Consegnato', place: 'Milano' },
			{ status: 'ZZ', when: '24.11.2026 10:44', text: 'In consegna', place: 'Milano' },
			{ status: 'YY', when: '23.11.2026 10:44', text: 'Boh', place: 'Milano' },
		],
	},
};

describe('a source that the user describes', () => {
	const result = normalize(payload, customDefinition(acme));

	it('is read by its codes, then by its words, with its zone', () => {
		expect(result.events.map(({ data, time }) => [data.milestone, data.mapping.by, time])).toEqual([
			['delivered', 'override', '2026-11-25T09:44:00Z'],
			['out_for_delivery', 'text', '2026-11-24T09:44:00Z'],
			['unknown', 'fallback', '2026-11-23T09:44:00Z'],
		]);
		expect(result.events[0]).toMatchObject({ subject: 'AB1', data: { carrier: { id: 'acme' } } });
		expect(result.unmapped).toHaveLength(1);
	});

	it('asks a built-in table for codes that are not its own', () => {
		const { events } = normalize(
			{
				parcel: 'AB1',
				history: {
					steps: [
						{ status: '配達完了', when: '25.11.2026 10:44' },
						{ status: 'OK', when: '24.11.2026 10:44' },
						{ status: '引渡', when: '23.11.2026 10:44' },
					],
				},
			},
			customDefinition({ ...acme, codeTable: 'yamato.status' }),
		);
		expect(events.map(({ data: { milestone, mapping } }) => [milestone, mapping.rule])).toEqual([
			['delivered', 'yamato.status:配達完了'],
			['delivered', 'custom.codes:OK'],
			['unknown', 'none'],
		]);
		expect(events[0].data.mapping).toMatchObject({ by: 'code', confidence: 0.8 });
		expect(tablesWithoutSource().map(({ id }) => id)).toEqual(
			expect.arrayContaining(['japanpost.status', 'upu.emsevt', 'yamato.status']),
		);
		expect(() =>
			normalize(payload, customDefinition({ ...acme, codeTable: 'acme.codes' })),
		).toThrow('acme.codes');
	});

	it('gives its proof of delivery as a file', () => {
		const signature = result.events[0].data.delivery?.signature;
		expect(signature).toEqual({ kind: 'binary', pointer: '/pod/image' });
		expect(signature && proofFile(result.tree, signature)).toEqual({
			base64: PNG,
			mimeType: 'image/png',
			extension: 'png',
		});
	});

	it.each([
		['<svg xmlns="x"/>', 'image/svg+xml'],
		['/9j/4AAQSkZJRgABAQAAAQABAAD', 'image/jpeg'],
		['AAAA', 'application/octet-stream'],
		['not base64!', null],
		['', null],
		['https://x', null],
	])('tells the kind of %s', (text, mimeType) => {
		const file = proofFile({ a: text }, { kind: 'binary', pointer: '/a' });
		expect(file?.mimeType ?? null).toBe(mimeType);
	});

	it('does not follow pointers to what is not there', () => {
		expect(proofFile({}, { kind: 'binary', pointer: '/__proto__/toString' })).toBeNull();
		expect(proofFile(null, { kind: 'binary', pointer: '/a/b' })).toBeNull();
	});
});

describe('explain', () => {
	it('names table, document and row of a code', () => {
		const { answer, tables, document } = explain(SourceId.UpsTrackAlert, { type: 'I', code: 'OT' });
		expect(answer).toMatchObject({
			milestone: 'out_for_delivery',
			rule: 'ups.activity:I/OT',
			confidence: 1,
		});
		expect(document).not.toBe('');
		expect(tables.find(({ answered }) => answered)).toMatchObject({
			table: 'ups.activity',
			assignedBy: 'project',
		});
	});

	it('says so when nobody knows it', () => {
		const { answer, tables } = explain(SourceId.UspsV3, { code: 'QQ' });
		expect(answer).toBeNull();
		expect(tables.every(({ answered }) => !answered)).toBe(true);
	});
});

it('lists every source with its tables', () => {
	const sources = listSources();
	expect(sources.map(({ id }) => id).sort()).toEqual([...Object.values(SourceId)].sort());
	const ups = sources.find(({ id }) => id === 'upsTrackAlert');
	expect(ups?.tables[0].codes).toBeGreaterThan(100);
});
