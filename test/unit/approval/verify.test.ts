import {
	ApprovalState,
	AuditProblem,
	rowHash,
	verifyAudit,
	type AuditExport,
} from '../../../core/approval';
import { trail } from './approval.helper';

/** Two requests whose rows alternate. */
function exported(): AuditExport {
	const rows: AuditExport['rows'] = [];
	const approvals = new Map<string, AuditExport['approvals'][number]>();
	const records = trail([{ who: 1 }, { who: 2 }, { who: 3 }, { who: 4 }, { who: 5 }]);
	for (const [at, record] of records.entries()) {
		const approval = at % 2 === 0 ? 'apr_a' : 'apr_b';
		const state = ApprovalState.Pending;
		const text = JSON.stringify({ ...record, approval, state });
		const previous = rows.at(-1)?.hash ?? '';
		const row = { sequence: at + 1, previous, hash: rowHash(previous, text), record: text };
		rows.push(row);
		approvals.set(approval, {
			approval,
			last_sequence: row.sequence,
			last_hash: row.hash,
			state,
		});
	}
	return { rows, approvals: [...approvals.values()] };
}

const problems = (audit: AuditExport, ...anchors: Parameters<typeof verifyAudit>[1] & object) =>
	verifyAudit(audit, anchors).map(({ problem, sequence }) => `${problem} ${sequence}`);

test('a whole trail has no findings', () => {
	expect(problems(exported())).toEqual([]);
	expect(problems({ rows: [], approvals: [] })).toEqual([]);
});

test('every flipped character of every row is found', () => {
	const { rows } = exported();
	for (const [at, { record }] of rows.entries()) {
		for (let index = 0; index < record.length; index += 1) {
			const audit = exported();
			const flipped = String.fromCharCode(record.charCodeAt(index) ^ 1);
			audit.rows[at].record = record.slice(0, index) + flipped + record.slice(index + 1);
			expect(problems(audit)).toContain(`${AuditProblem.Altered} ${at + 1}`);
		}
	}
});

test('a row that was changed and hashed anew breaks the chain behind it', () => {
	const audit = exported();
	const record = audit.rows[2].record.replace('because', 'forged');
	audit.rows[2] = { ...audit.rows[2], record, hash: rowHash(audit.rows[2].previous, record) };
	expect(problems(audit)).toEqual([`${AuditProblem.Unchained} 4`]);
});

test.each([0, 1, 2, 3, 4])('the row at %i that was dropped is missed', (at) => {
	const audit = exported();
	audit.rows.splice(at, 1);
	expect(problems(audit)).toContain(`${AuditProblem.Missing} ${at + 2}`);
});

test('rows that changed places are found', () => {
	const audit = exported();
	[audit.rows[1], audit.rows[3]] = [audit.rows[3], audit.rows[1]];
	expect(problems(audit)).toEqual(
		expect.arrayContaining([`${AuditProblem.Missing} 4`, `${AuditProblem.Reordered} 2`]),
	);
});

test('a row that is there twice is found', () => {
	const audit = exported();
	audit.rows.splice(2, 0, audit.rows[1]);
	expect(problems(audit)).toContain(`${AuditProblem.Reordered} 2`);
});

test.each([1, 2, 5])(
	'a tail of %i rows that was cut off is found by what the requests know',
	(count) => {
		const audit = exported();
		audit.rows.splice(-count);
		expect(problems(audit)).toContain(`${AuditProblem.CutTail} 6`);
	},
);

test('a tail that was cut off with its requests set back is found by a noted row', () => {
	const whole = exported();
	const { sequence, hash } = whole.rows[5];
	const audit = exported();
	audit.rows.pop();
	audit.approvals[1] = {
		...audit.approvals[1],
		last_sequence: 4,
		last_hash: audit.rows[3].hash,
	};
	expect(problems(audit)).toEqual([]);
	expect(problems(audit, { sequence, hash })).toEqual([`${AuditProblem.OtherAnchor} 6`]);
	expect(problems(whole, { sequence, hash })).toEqual([]);
});

test('a request that says otherwise than its trail, or that is gone, is found', () => {
	const audit = exported();
	audit.approvals[0].state = ApprovalState.Approved;
	expect(problems(audit)).toEqual([`${AuditProblem.OtherState} 5`]);
	const orphaned = exported();
	orphaned.approvals.pop();
	expect(problems(orphaned)).toEqual([`${AuditProblem.RequestMissing} 6`]);
});
