import fc from 'fast-check';
import {
	carrierOfTrackingNumber,
	checkDigit,
	CheckResult,
	checkTrackingNumber,
	recognizeTrackingNumber,
} from '../../../core/trackingNumbers';

const valid = (number: string): string[] =>
	recognizeTrackingNumber(number)
		.filter(({ check }) => check === CheckResult.Valid)
		.map(({ format }) => format);

test.each([
	// Numbers that the documents of their owners use as examples.
	['ups.1z', '1Z12345E1512345676'],
	['ups.1z', '1Z 5R8 939 0357567127'],
	['usps.impb', '9400 1112 0108 0805 4830 16'],
	['upu.s10', 'RR473124829GB'],
	['iso.6346', 'CSQU3054383'],
	['iata.awb', '020-12345675'],
	['iata.awb', '02012345675'],
	['gs1.sscc', '00 3 4012345 123456789 5'],
	['fedex.express', '986578788855'],
	['fedex.ground', '041441760228964'],
	['fedex.ground96', '9611020987654312345672'],
	['dhl.express', '3318810025'],
	['dhl.express', '8487135506'],
])('%s knows %s', (format, number) => {
	expect(valid(number)).toContain(format);
});

it('finds any single wrong digit of formats that promise to', () => {
	// Weights without a common factor with ten, or a prime modulus, find every single wrong digit.
	const rules = [
		{ number: '340123451234567895', format: 'gs1.sscc' },
		{ number: 'CSQU3054383', format: 'iso.6346' },
		{ number: 'RR473124829GB', format: 'upu.s10' },
	];
	for (const { number, format } of rules) {
		fc.assert(
			fc.property(fc.nat(number.length - 1), fc.integer({ min: 1, max: 9 }), (at, by) => {
				fc.pre(/\d/.test(number[at]));
				const digit = String((Number(number[at]) + by) % 10);
				const wrong = number.slice(0, at) + digit + number.slice(at + 1);
				// ISO 6346 and S10 give 0 for two remainders, so they miss a few.
				const missed = format !== 'gs1.sscc' && valid(wrong).includes(format);
				expect(missed || !valid(wrong).includes(format)).toBe(true);
				if (format === 'gs1.sscc') expect(valid(wrong)).not.toContain(format);
			}),
		);
	}
});

it('computes the letter of DPD', () => {
	// ISO 7064 MOD 37,36: the check character makes the whole come out at 1.
	const check = checkDigit('01505012345678', { algorithm: 'mod37_36' });
	expect(valid(`01505012345678${check}`)).toContain('dpd.label');
	expect(check).toHaveLength(1);
});

it('says what a carrier would say', () => {
	expect(checkTrackingNumber('1Z12345E1512345676', 'ups')).toBe('valid');
	expect(checkTrackingNumber('1Z12345E1512345677', 'ups')).toBe('invalid');
	expect(checkTrackingNumber('H1234', 'ups')).toBe('absent');
	expect(checkTrackingNumber('1Z12345E1512345677', 'dhl')).toBe('absent');
	expect(carrierOfTrackingNumber('1Z12345E1512345676')).toBe('ups');
	expect(carrierOfTrackingNumber('999999999999')).not.toBe('ups');
	expect(recognizeTrackingNumber('RR473124829GB')[0]).toMatchObject({
		country: 'GB',
		carrier: null,
	});
});

it('has nothing to say about what is no number, however long', () => {
	expect(recognizeTrackingNumber('9'.repeat(1_000_000))).toEqual([]);
	expect(recognizeTrackingNumber('')).toEqual([]);
	fc.assert(fc.property(fc.string(), (text) => Array.isArray(recognizeTrackingNumber(text))));
});
