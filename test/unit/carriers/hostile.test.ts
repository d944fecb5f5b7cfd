import fc from 'fast-check';
import { normalize, SourceError, SourceId } from '../../../core/carriers';
import { readEdifactStatuses } from '../../../core/standards/edifact';

/** What came out: events, or the kind of the error. Anything but a SourceError is a fault. */
const outcome = (payload: unknown, source: SourceId | null = null): string => {
	try {
		return `${normalize(payload, source).events.length} events`;
	} catch (error) {
		if (error instanceof SourceError) return error.problem.kind;
		throw error;
	}
};

/** The longest a hostile payload may take: far above what it takes, far below what a bad algorithm would. */
const BOUND_MS = 20_000;

const bounded = (payload: unknown, source: SourceId | null = null): string => {
	const start = performance.now();
	const result = outcome(payload, source);
	expect(performance.now() - start).toBeLessThan(BOUND_MS);
	return result;
};

const MEGABYTE = 1_000_000;

describe('payloads that mean harm end in a clear error', () => {
	test.each([
		['nothing', ''],
		['blanks', ' '.repeat(MEGABYTE)],
		['a bare word', 'hello'],
		['half of a JSON text', '{"a":'],
		['deep JSON', '['.repeat(MEGABYTE)],
		['deep JSON objects', '{"a":'.repeat(MEGABYTE)],
		['deep XML', '<a>'.repeat(MEGABYTE)],
		['an open tag', `<a ${'b="c" '.repeat(MEGABYTE)}`],
		['an open comment', `<!--${'-'.repeat(MEGABYTE)}`],
		['an open CDATA', `<a><![CDATA[${']'.repeat(MEGABYTE)}`],
		['many ampersands', `<a>${'&'.repeat(MEGABYTE)}</a>`],
		['many less-than signs', '<'.repeat(MEGABYTE)],
		[
			'a billion laughs',
			`<!DOCTYPE l [<!ENTITY a "${'ha'.repeat(10)}"><!ENTITY b "${'&a;'.repeat(10)}">]><l>&b;</l>`,
		],
		['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
		['ISA without an end', `ISA${'*'.repeat(10)}`],
		[
			'tiny X12 segments',
			`ISA*00**00**ZZ*A*ZZ*B*260101*0000*U*00401*1*0*P*>~${'A*~'.repeat(MEGABYTE)}`,
		],
		['EDIFACT without a segment', 'UNA:+.? '],
		['tiny EDIFACT segments', `UNH+1+IFTSTA:D:01B:UN'${"A+'".repeat(MEGABYTE)}`],
		['many release characters', `UNH+1+IFTSTA:D:01B:UN${'?'.repeat(MEGABYTE)}`],
		['Cargo-IMP lines', `FSU/12\n${'A\n'.repeat(MEGABYTE)}`],
		['more than twenty million characters', ' '.repeat(20_000_001)],
		['broken surrogates', `{"a":"\ud800"}`],
		['zeros', `\u0000{}`],
		['UTF-16 read as UTF-8', '{\u0000"\u0000a\u0000"\u0000:\u00001\u0000}\u0000'],
	])('%s', (_name, payload) => {
		expect(bounded(payload)).not.toMatch(/[1-9]\d* events/);
	});

	test('ten megabytes of events are read or refused in bounded time', () => {
		const event = {
			date: '2024-04-23T09:50:04-04:00',
			eventType: 'OD',
			eventDescription: 'x'.repeat(200),
		};
		const results = [
			{
				trackingNumberInfo: { trackingNumber: '1' },
				scanEvents: Array.from({ length: 40_000 }, () => event),
			},
		];
		const payload = JSON.stringify({
			output: { completeTrackResults: [{ trackResults: results }] },
		});
		expect(payload.length).toBeGreaterThan(10 * MEGABYTE);
		expect(bounded(payload, SourceId.FedexTrackV1)).toBe('40000 events');
	});

	test('too many events are refused', () => {
		const scanEvents = Array.from({ length: 50_001 }, () => ({}));
		const payload = { output: { completeTrackResults: [{ trackResults: [{ scanEvents }] }] } };
		expect(bounded(payload, SourceId.FedexTrackV1)).toBe('too_many_events');
	});
});

describe('prototypes', () => {
	const polluting = [
		'{"__proto__":{"polluted":true},"trackingNumber":"1","constructor":{"prototype":{"polluted":true}}}',
		'{"trackingNumber":"__proto__","activityStatus":{"type":"__proto__","code":"constructor"},"localActivityDate":"20240101"}',
		'<a><__proto__><polluted>1</polluted></__proto__></a>',
		'<a __proto__="1"><constructor><prototype polluted="1"/></constructor></a>',
	];

	test.each(polluting)('are not reached by %s', (payload) => {
		for (const source of [null, ...Object.values(SourceId)]) outcome(payload, source);
		expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
		expect(Object.prototype.hasOwnProperty.call(Object.prototype, 'polluted')).toBe(false);
	});
});

describe('anything at all', () => {
	const sources = fc.constantFrom(null, ...Object.values(SourceId));

	test('any JSON value is read or refused by every source', () => {
		fc.assert(
			fc.property(fc.jsonValue(), sources, (value, source) => {
				outcome(value, source);
				outcome(JSON.stringify(value), source);
			}),
			{ numRuns: 300 },
		);
	});

	test('any text is', () => {
		const beginnings = fc.constantFrom(
			'',
			'<a>',
			'<',
			'{',
			'[',
			'ISA*',
			'ST*214~',
			"UNH+1+IFTSTA:D'",
			'UNA:+.? ',
			'FSU/12\n',
			'FSU/12\n020-12345675BRUFRA/T1\n',
		);
		fc.assert(
			fc.property(beginnings, fc.string({ unit: 'binary' }), sources, (beginning, text, source) => {
				outcome(beginning + text, source);
			}),
			{ numRuns: 500 },
		);
	});

	test('a message cut anywhere is', () => {
		const message =
			"UNA:+.? 'UNB+UNOA:2+A+B+260828:1700+R'UNH+1+IFTSTA:D:01B:UN'CNI+1+ABC'STS+1+21+310'DTM+7:202608281630:203'UNT+9+1'";
		for (let end = 1; end <= message.length; end++) outcome(message.slice(0, end));
		expect(readEdifactStatuses(message).tree.messages).toHaveLength(1);
	});
});
