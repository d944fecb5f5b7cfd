import fc from 'fast-check';
import { readEdifactStatuses, tokenizeEdifact } from '../../../../core/standards/edifact';

const elementsOf = (message: string): readonly (readonly string[])[] =>
	tokenizeEdifact(message)[0].elements;

describe('tokens', () => {
	it('takes release characters out, and separators of UNA instead of the usual ones', () => {
		expect(elementsOf("FTX+AAI+++O?'Hara ?+ Co?: 10??'")).toEqual([
			['FTX'],
			['AAI'],
			[''],
			[''],
			["O'Hara + Co: 10?"],
		]);
		expect(elementsOf('UNA|*,! ~STS*1*21|x!*y~')).toEqual([['STS'], ['1'], ['21', 'x*y']]);
		expect(elementsOf("UNA:+.? 'STS+1'")).toEqual([['STS'], ['1']]);
	});

	it('ignores line breaks between segments and a missing last terminator', () => {
		expect(
			tokenizeEdifact("UNH+1+IFTSTA:D:01B:UN'\r\nSTS+1+21'\nDTM+7").map(
				({ elements }) => elements[0][0],
			),
		).toEqual(['UNH', 'STS', 'DTM']);
	});

	it('gives back what was escaped', () => {
		const escape = (text: string): string => text.replace(/[?+:']/g, '?$&');
		const part = fc.string().map((text) => text.replace(/[\r\n]/g, '').trim());
		fc.assert(
			fc.property(
				fc.array(fc.array(part, { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
				(parts) => {
					const text = ['STS', ...parts.map((components) => components.map(escape).join(':'))].join(
						'+',
					);
					expect(elementsOf(`${text}'`)).toEqual([['STS'], ...parts]);
				},
			),
		);
	});
});

const MESSAGE =
	"UNA:+.? 'UNB+UNOA:2+SENDER+RECEIVER+260828:1700+REF1'UNH+1+IFTSTA:D:01B:UN'BGM+77+123+9'DTM+137:202608281700:203'NAD+CA+MAEU:172:20'CNI+1+ABC123'LOC+5+DEHAM:139:6'STS+1+21+310:ZZZ'RFF+ACL:4711'DTM+7:202608281630:203'LOC+14+DEBRE:139:6:Bremen'EQD+CN+MSKU1234565'STS+1+13'DTM+334:20260827:102'CNI+2+ABC124'STS+1+24'UNT+9+1'UNH+2+APERAK:D:96A:UN'STS+1+21'UNT+2+2'UNZ+2+REF1'";

describe('status messages', () => {
	const { tree, problems } = readEdifactStatuses(MESSAGE);

	it('are a tree of consignments and statuses, with what stands at each', () => {
		expect(tree.interchange).toEqual({ sender: 'SENDER', receiver: 'RECEIVER', reference: 'REF1' });
		expect(tree.messages).toHaveLength(1);
		const [message] = tree.messages;
		expect(message).toMatchObject({
			reference: '1',
			version: 'D.01B',
			document: { code: '77', number: '123' },
			dates: [{ qualifier: '137', value: '202608281700', format: '203' }],
			parties: [{ qualifier: 'CA', code: 'MAEU' }],
		});
		expect(message.consignments.map(({ number, statuses }) => [number, statuses.length])).toEqual([
			['ABC123', 2],
			['ABC124', 1],
		]);
		expect(message.consignments[0].locations).toEqual([
			{ qualifier: '5', code: 'DEHAM', list: '6' },
		]);
		expect(message.consignments[0].statuses[0]).toEqual({
			category: '1',
			code: '21',
			reasons: [{ code: '310', list: 'ZZZ' }],
			dates: [{ qualifier: '7', value: '202608281630', format: '203' }],
			references: [{ qualifier: 'ACL', value: '4711' }],
			locations: [{ qualifier: '14', code: 'DEBRE', list: '6', name: 'Bremen' }],
			parties: [],
			texts: [],
			marks: [],
			equipment: { kind: 'CN', number: 'MSKU1234565' },
			segment: 8,
		});
	});

	it('of another type are told with their place', () => {
		expect(problems).toMatchObject([{ place: 'segment 18 (UNH)' }]);
		expect(problems[0].message).toContain('APERAK');
	});
});
