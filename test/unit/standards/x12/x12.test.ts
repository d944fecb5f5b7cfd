import fc from 'fast-check';
import { looksLikeX12, readX12Shipments, tokenizeX12 } from '../../../../core/standards';

const ISA =
	'ISA*00*          *00*          *02*SCAC           *ZZ*SHIPPER        *260828*1700*U*00401*000000001*0*P*>~';
const BODY =
	'ST*214*0001~B10*PRO1*S1*UPGF~LX*1~AT7*AF*NS***20260828*1630*ET~MS1*DETROIT*MI*US~SE*5*0001~';

const events = (message: string) =>
	readX12Shipments(message).tree.transactions.flatMap(({ assignments }) =>
		assignments.flatMap((assignment) => assignment.events),
	);

describe('delimiters', () => {
	test.each([
		['as in the standard', ISA + BODY],
		['with line breaks after the terminator', (ISA + BODY).replace(/~/g, '~\r\n')],
		['with a line break as terminator', (ISA + BODY).replace(/~/g, '\n')],
		['with CR LF as terminator', (ISA + BODY).replace(/~/g, '\r\n')],
		['with other characters', (ISA + BODY).replace(/\*/g, '|').replace(/~/g, "'")],
		['with the padding of ISA trimmed', ISA.replace(/ +/g, '') + BODY],
		['without envelope', BODY],
		['without envelope and terminator', BODY.replace(/~/g, '\n')],
		[
			'without transaction set',
			'B10*PRO1*S1*UPGF~LX*1~AT7*AF*NS***20260828*1630*ET~MS1*DETROIT*MI*US~',
		],
	])('%s', (_name, message) => {
		expect(looksLikeX12(message)).toBe(true);
		expect(events(message)).toMatchObject([
			{ element: '1650', code: 'AF', reason: 'NS', date: '20260828', time: '1630', zone: 'ET' },
		]);
		expect(events(message)[0].location).toEqual({ city: 'DETROIT', state: 'MI', country: 'US' });
	});

	test('a broken envelope is told with its place', () => {
		expect(() => tokenizeX12('ISA*00*x~')).toThrow('fewer than 16 elements');
	});
});

test('status and appointment of one AT7 are two events', () => {
	expect(events('B10*P~AT7*X6*NS*AB*NA*20260828*1630*ET~')).toMatchObject([
		{ element: '1650', code: 'X6' },
		{ element: '1652', code: 'AB' },
	]);
});

test('an AT7 without code, and other transaction sets, are problems with their segment', () => {
	const { problems } = readX12Shipments('ST*214*1~B10*P~AT7*****20260828~ST*322*2~AT7*AP*NS~');
	expect(problems.map(({ place }) => place)).toEqual(['segment 3 (AT7)', 'segment 4 (ST)']);
});

test('any text is read or refused as a whole', () => {
	const part = fc.constantFrom(
		'ISA',
		'ST',
		'*',
		'~',
		'\n',
		'AT7',
		'MS1',
		'214',
		'LX',
		' ',
		'B10',
		'>',
	);
	fc.assert(
		fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
			try {
				readX12Shipments(`B10*${parts.join('')}`);
				readX12Shipments(`ISA${parts.join('')}`);
			} catch (error) {
				expect((error as Error).name).toBe('SourceError');
			}
		}),
	);
});
