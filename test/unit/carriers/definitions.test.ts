import type { SourceError } from '../../../core/carriers';
import {
	CarrierAlias,
	normalize,
	PayloadFormat,
	SourceKind,
	type SourceDefinition,
} from '../../../core/carriers';
import type { Milestone } from '../../../core/event';
import { EventClass, foldShipment, MappingBy } from '../../../core/event';
import { TimeShape } from '../../../core/event/time';

/** The least that a definition needs; what a test is about comes on top. */
const definition = (more: Partial<SourceDefinition>): SourceDefinition => ({
	id: 'test',
	name: 'Test',
	kind: SourceKind.Carrier,
	transport: 'pull',
	document: 'test',
	format: PayloadFormat.Json,
	detect: [],
	carrier: { id: 'test' },
	levels: { events: ['events'] },
	trackingNumber: ['root:number'],
	key: { code: ['code'] },
	lookups: [
		{
			table: 'test.codes',
			key: { code: 'code', subCode: 'subCode' },
			by: MappingBy.Code,
			confidence: 1,
		},
	],
	time: [{ shape: TimeShape.Iso, date: ['at'] }],
	tables: [
		{
			id: 'test.codes',
			version: '2026-11-25',
			document: 'test',
			assignedBy: 'project',
			key: ['', 'code', 'reason'],
			rows: [
				['', 'DEL', '', 'delivered', '', '', '', '', '', 'Delivered'],
				[
					'',
					'DEL.SAFE',
					'',
					'delivered',
					'safe_place',
					'',
					'',
					'',
					'',
					'Delivered to a safe place',
				],
				['', 'MOV', '', 'in_transit', '', '', '', '', '', 'Moved'],
				['', 'OLD', '', 'informational', '', '', '', 'notification', '', 'Notice'],
			],
		},
	],
	...more,
});

const milestones = (payload: unknown, more: Partial<SourceDefinition>): Milestone[] =>
	normalize(payload, definition(more)).events.map(({ data }) => data.milestone);

describe('XML', () => {
	const xml = (events: string): string =>
		`<?xml version="1.0"?><s:Envelope xmlns:s="x"><s:Body><t:answer number="007"><t:events>${events}</t:events></t:answer></s:Body></s:Envelope>`;
	const inXml: Partial<SourceDefinition> = {
		format: PayloadFormat.Xml,
		levels: { events: ['answer.events.event'] },
		trackingNumber: ['root:answer.@number'],
		key: { code: ['@code'] },
		time: [{ shape: TimeShape.Iso, date: ['time'] }],
		description: ['text'],
	};

	it('is read by the same paths, with one event and with several', () => {
		const one =
			'<t:event code="DEL"><time>2024-04-23T09:50:04Z</time><text lang="en">Done &amp; d&#252;sted</text></t:event>';
		const { events } = normalize(xml(one), definition(inXml));
		expect(events).toHaveLength(1);
		expect(events[0]).toMatchObject({ subject: '007', time: '2024-04-23T09:50:04Z' });
		expect(events[0].data.raw).toMatchObject({
			code: 'DEL',
			description: 'Done & düsted',
			pointer: '/Envelope/Body/answer/events/event',
		});
		const both = normalize(xml(one + one.replace('DEL', 'MOV')), definition(inXml)).events;
		expect(both.map(({ data }) => data.raw.pointer)).toEqual([
			'/Envelope/Body/answer/events/event/0',
			'/Envelope/Body/answer/events/event/1',
		]);
		expect(both[0].id).toBe(events[0].id);
	});

	it.each([
		['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'document type', 'line 1, column 1'],
		['<a>\n&xxe;</a>', 'entity "&xxe;"', 'line 2, column 1'],
		['<a><b></a>', 'not valid XML', 'line 1, column 7'],
		['<a>'.repeat(300) + '</a>'.repeat(300), 'nested', 'line 1, column 301'],
	])('refuses %.40s with the place', (payload, message, place) => {
		let problem;
		try {
			normalize(payload, definition(inXml));
		} catch (error) {
			problem = (error as SourceError).problem;
		}
		expect(problem).toMatchObject({ place });
		expect(problem?.message).toContain(message);
	});
});

describe('levels', () => {
	it('go through lists on the way, keep what matches, and take the values of an object', () => {
		const payload = {
			number: '1',
			groups: [
				{ kind: 'a', events: [{ code: 'MOV' }] },
				{ kind: 'b', events: [{ code: 'DEL' }, { code: 'MOV' }] },
			],
			byDay: { mon: { code: 'DEL' }, tue: { code: 'MOV' } },
		};
		const at = (...events: string[]): Milestone[] => milestones(payload, { levels: { events } });
		expect(at('groups.events')).toHaveLength(3);
		expect(at('groups[kind=b].events')).toEqual(['delivered', 'in_transit']);
		expect(at('byDay{*}')).toEqual(['delivered', 'in_transit']);
		expect(
			milestones(payload, { levels: { events: ['groups.events', 'byDay{*}'], allEvents: true } }),
		).toHaveLength(5);
	});
});

describe('keys and lookups', () => {
	const payload = (event: object): object => ({ number: '1', carrier: 'ups', events: [event] });

	it('join fields', () => {
		const key = { code: { join: [['code'], ['detail']], with: '.' } };
		expect(
			normalize(payload({ code: 'DEL', detail: 'SAFE' }), definition({ key })).events[0].data,
		).toMatchObject({
			subStatus: 'safe_place',
			raw: { code: 'DEL.SAFE' },
		});
		expect(normalize(payload({ code: 'DEL' }), definition({ key })).events[0].data.raw.code).toBe(
			'DEL',
		);
	});

	it('ask with a prefix, without regard to case, and for some carriers only', () => {
		const ask = (more: object, code: string): Milestone =>
			milestones(payload({ code }), {
				carrier: { from: ['root:carrier'], alias: CarrierAlias.Any },
				lookups: [
					{
						table: 'test.codes',
						key: { code: 'code' },
						by: MappingBy.Category,
						confidence: 0.7,
						...more,
					},
				],
			})[0];
		expect(ask({}, 'MOV.X')).toBe('unknown');
		expect(ask({ prefix: { part: 'code', before: '.' } }, 'MOV.X')).toBe('in_transit');
		expect(ask({ prefix: { part: 'code', length: 3 } }, 'MOVED')).toBe('in_transit');
		expect(ask({ suffix: { part: 'code', after: '.' } }, 'X.Y.MOV')).toBe('in_transit');
		expect(ask({ suffix: { part: 'code', after: '.' } }, 'MOV')).toBe('in_transit');
		expect(ask({ suffix: { part: 'code', after: '.' } }, 'MOV.X')).toBe('unknown');
		expect(ask({}, 'mov')).toBe('unknown');
		expect(ask({ ignoreCase: true }, 'mov')).toBe('in_transit');
		expect(ask({ carriers: ['ups'] }, 'MOV')).toBe('in_transit');
		expect(ask({ carriers: ['dpd'] }, 'MOV')).toBe('unknown');
		expect(ask({ when: { part: 'code', in: ['MOV', 'DEL'] } }, 'MOV')).toBe('in_transit');
		expect(ask({ when: { part: 'code', in: ['DEL'] } }, 'MOV')).toBe('unknown');
	});

	it('name carriers in their own way', () => {
		const { events } = normalize(
			payload({ code: 'MOV' }),
			definition({
				carrier: { from: ['root:carrier'], alias: CarrierAlias.Any, names: { ups: 'dpd' } },
			}),
		);
		expect(events[0].data.carrier.id).toBe('dpd');
	});
});

describe('what the payload says about an event', () => {
	const planned: Partial<SourceDefinition> = {
		eventClass: [{ field: ['reached'], values: { false: EventClass.Planned } }],
	};

	it('makes a step that is not reached a plan, with an id of its own', () => {
		const read = (reached: boolean) =>
			normalize({ number: '1', events: [{ code: 'DEL', reached }] }, definition(planned)).events[0];
		expect(read(false).data).toMatchObject({
			eventClass: 'planned',
			flags: { informational: true, terminal: false },
		});
		expect(read(true).data).toMatchObject({ eventClass: 'actual', flags: { terminal: true } });
		expect(read(true).id).not.toBe(read(false).id);
		expect(foldShipment([read(false)]).state.milestone).toBe('unknown');
	});

	it('takes events back, in any order', () => {
		const more: Partial<SourceDefinition> = { isVoid: [{ path: 'error' }] };
		const { events } = normalize(
			{
				number: '1',
				events: [
					{ code: 'MOV', at: '2024-04-22T10:00:00Z' },
					{ code: 'DEL', at: '2024-04-23T10:00:00Z' },
					{ code: 'DEL', at: '2024-04-23T10:00:00Z', error: 'wrong parcel' },
				],
			},
			definition(more),
		);
		expect(events[2].data.voids).toBe(events[1].id);
		for (const order of [events, [...events].reverse()]) {
			const { state, outcomes } = foldShipment(order);
			expect(state.milestone).toBe('in_transit');
			expect(outcomes.find(({ eventId }) => eventId === events[1].id)?.reason).toBe('voided');
		}
	});

	it('tells a source from a similar one', () => {
		const one = definition({ detect: [{ has: ['events'], not: ['version'], certainty: 1 }] });
		const two = definition({
			detect: [{ has: ['events'], begins: [{ path: 'version', with: '2.' }], certainty: 1 }],
		});
		const fits = (source: SourceDefinition, payload: object): boolean => {
			try {
				normalize(payload, source);
				return true;
			} catch {
				return false;
			}
		};
		expect(
			[{ events: [] }, { events: [], version: '2.1' }, { events: [], version: '3' }].map(
				(payload) => [fits(one, payload), fits(two, payload)],
			),
		).toEqual([
			[true, false],
			[false, true],
			[false, false],
		]);
	});
});

describe('words', () => {
	const textOnly: Partial<SourceDefinition> = {
		key: { type: ['group'] },
		description: ['text'],
		lookups: [
			{
				text: ['en', 'de'],
				confirmedBy: {
					table: 'test.codes',
					key: { code: 'type' },
					by: MappingBy.Category,
					confidence: 0.7,
				},
			},
		],
	};
	const read = (event: object) => normalize({ number: '1', events: [event] }, definition(textOnly));

	it('are the last to be asked, and say that they are words', () => {
		expect(read({ text: 'Zugestellt' }).events[0].data).toMatchObject({
			milestone: 'delivered',
			mapping: { by: 'text', rule: 'text.de:zugestellt', confidence: 0.5 },
		});
		expect(read({ text: 'Delivered', group: 'DEL' }).events[0].data.mapping.confidence).toBe(0.6);
		expect(read({ text: 'Delivered', group: 'MOV' }).events[0].data.mapping.confidence).toBe(0.5);
		expect(read({ text: 'qwertz' }).unmapped).toHaveLength(1);
	});
});
