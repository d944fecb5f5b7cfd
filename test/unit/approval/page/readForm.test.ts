import fc from 'fast-check';
import { Decision, LinkProblem } from '../../../../core/approval';
import { FormProblem, readForm } from '../../../../core/approval/page';
import { DIGEST } from '../views';

const FORM = 'application/x-www-form-urlencoded';
const read = (fields: Record<string, string>) =>
	readForm(new URLSearchParams(fields).toString(), FORM);
const entry = { approval: 7, decision: Decision.Approve, comment: '', digest: DIGEST, code: null };

it('reads a decision for each request that has one', () => {
	expect(
		read({
			'd-7': 'approve',
			'c-7': ' Ligne 1\r\nété & + % ',
			'h-7': DIGEST,
			'd-8': '',
			'h-8': DIGEST,
			'd-9': 'reject',
			'c-9': 'no',
			'k-9': ' 0042 ',
			'h-9': DIGEST,
			'h-10': DIGEST,
			unknown: 'x',
			'd-99': 'approve',
		}),
	).toEqual({
		problem: null,
		votes: [
			{ ...entry, comment: 'Ligne 1\nété & + %' },
			{ approval: 9, decision: 'reject', comment: 'no', digest: DIGEST, code: '0042' },
		],
	});
});

it('keeps what was put in where something is missing', () => {
	const reading = read({
		'd-7': 'reject',
		'h-7': DIGEST,
		'd-8': 'approve',
		'k-8': ' ',
		'h-8': DIGEST,
	});
	expect(reading).toEqual({
		problem: LinkProblem.CommentMissing,
		errors: [
			{ approval: 7, problem: LinkProblem.CommentMissing },
			{ approval: 8, problem: FormProblem.CodeMissing },
		],
		typed: [
			{ ...entry, decision: 'reject' },
			{ ...entry, approval: 8, code: '' },
		],
	});
	expect(read({ 'd-7': '', 'c-7': 'hm', 'h-7': DIGEST })).toMatchObject({
		problem: FormProblem.NothingChosen,
		typed: [{ decision: null, comment: 'hm' }],
	});
	expect(read({ 'd-7': 'approve', 'c-7': 'x'.repeat(2001), 'h-7': DIGEST })).toMatchObject({
		problem: FormProblem.CommentTooLong,
	});
});

describe('what the page does not send', () => {
	const vote = `d-7=approve&h-7=${DIGEST}`;

	it.each([
		'application/json',
		'multipart/form-data; boundary=x',
		'',
		`${FORM}; charset=utf-16`,
		`${FORM}x`,
	])('is not read as %j', (type) => {
		expect(readForm(vote, type).problem).toBe(FormProblem.WrongType);
	});

	it.each([
		['a field twice', `${vote}&d-7=reject`],
		['an unknown decision', `d-7=approved&h-7=${DIGEST}`],
		['a digest that is none', 'd-7=approve&h-7=abc'],
		['broken escapes', `${vote}&c-7=%E0%A4%A`],
		['bytes that are no UTF-8', `${vote}&c-7=%ff`],
		['signs no field can hold', `${vote}&c-7=%00`],
		['a code longer than its field', `${vote}&k-7=${'1'.repeat(101)}`],
		[
			'thousands of fields',
			`${vote}&${Array.from({ length: 2001 }, (_, at) => `x${at}=`).join('&')}`,
		],
	])('is refused: %s', (_, body) => {
		expect(readForm(body, FORM)).toEqual({
			problem: FormProblem.Malformed,
			errors: [{ approval: null, problem: FormProblem.Malformed }],
			typed: [],
		});
	});

	it('is refused when it is too large', () => {
		expect(readForm(`${vote}&c-7=${'x'.repeat(600_000)}`, FORM).problem).toBe(FormProblem.TooLarge);
	});

	it.each([
		'd-7[]=approve',
		'd-7%5B%5D=approve',
		'__proto__=approve',
		'd-07=approve',
		'd--7=approve',
	])('decides nothing: %s', (field) => {
		expect(readForm(`${field}&h-7=${DIGEST}`, FORM).problem).toBe(FormProblem.NothingChosen);
	});
});

it('reads back what a browser sends, whatever was typed', () => {
	const typed = fc
		.string({ unit: 'grapheme', maxLength: 60 })
		.filter((text) => !/[\0-\x1f\x7f]/.test(text));
	fc.assert(
		fc.property(typed, typed, fc.integer({ min: 1, max: 1e9 }), (comment, code, id) => {
			const reading = read({
				[`d-${id}`]: 'approve',
				[`c-${id}`]: comment,
				[`k-${id}`]: `${code}x`,
				[`h-${id}`]: DIGEST,
			});
			expect(reading).toMatchObject({
				problem: null,
				votes: [{ approval: id, comment: comment.trim(), code: `${code}x`.trim() }],
			});
		}),
	);
});

it('answers any bytes with votes that are complete, or a problem', () => {
	const piece = fc.oneof(
		fc.constantFrom(
			'd-7=approve',
			'd-7=reject',
			`h-7=${DIGEST}`,
			'c-7=',
			'k-7=',
			'&',
			'=',
			'%',
			'+',
			'd-8=',
		),
		fc.string({ unit: 'binary', maxLength: 20 }),
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
			const reading = readForm(pieces.join('&'), FORM);
			if (reading.problem !== null) {
				expect(reading.errors.length).toBeGreaterThan(0);
				return;
			}
			for (const vote of reading.votes) {
				expect(Object.values(Decision)).toContain(vote.decision);
				expect(vote.digest).toMatch(/^[0-9a-f]{64}$/);
				expect(vote.decision === Decision.Reject && vote.comment === '').toBe(false);
			}
		}),
		{ numRuns: 2000 },
	);
});
