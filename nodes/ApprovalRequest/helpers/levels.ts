import { Assurance, type ApproverSource, type LevelSpec } from '../../../core/approval';
import type { Parameters } from './parameters';
import { misconfigured, readJson, readList, typed } from './problem';

interface LevelRow {
	name?: string;
	approversFrom?: ApproverSource['kind'];
	group?: string;
	users?: string;
	partners?: string;
	field?: string;
	managerField?: string;
	quorum?: number;
	rejections?: number;
	assurance?: Assurance;
	links?: boolean;
}

/** Who decides, in sequence. @throws FailureError */
export function readLevels(parameters: Parameters, itemIndex: number): LevelSpec[] {
	const { levelsJson } = parameters.get('options', itemIndex, {}) as { levelsJson?: unknown };
	const given = readJson(levelsJson, 'Levels (JSON)');
	const levels = given === null ? levelsOfFields(parameters, itemIndex) : levelsOfJson(given);
	if (levels.length > 0) return levels;
	throw misconfigured('Nobody is named who may decide', 'Add at least one level with approvers.');
}

function levelsOfFields(parameters: Parameters, itemIndex: number): LevelSpec[] {
	const { level = [] } = parameters.get('levels', itemIndex, {}) as { level?: LevelRow[] };
	return level.map((row, at) => ({
		name: typed(row.name) || `Level ${at + 1}`,
		from: [sourceOf(row, at + 1)],
		quorum: countOf(row.quorum, 'Approvals Needed'),
		rejections: countOf(row.rejections, 'Rejections'),
		assurance: assuranceOf(row.assurance),
		links: row.links ?? false,
	}));
}

function sourceOf(row: LevelRow, level: number): ApproverSource {
	const kind = row.approversFrom ?? 'group';
	switch (kind) {
		case 'group':
			return { kind, group: needed(row.group, 'Group', level) };
		case 'users':
			return { kind, users: ids(needed(row.users, 'Users', level)) };
		case 'partners':
			return { kind, partners: ids(needed(row.partners, 'Contacts', level)) };
		case 'field':
			return { kind, field: needed(row.field, 'Field', level) };
		case 'manager': {
			const field = typed(row.managerField);
			return { kind, ...(field !== '' && { field }) };
		}
	}
}

function needed(value: unknown, name: string, level: number): string {
	const text = typed(value);
	if (text !== '') return text;
	throw misconfigured(
		`Level ${level} has no ${name}`,
		`Fill in ${name}, or choose approvers otherwise.`,
	);
}

/** Logins and e-mails as they are, numbers as ids. */
const ids = (text: string): Array<string | number> =>
	readList(text).map((one) => (/^\d+$/.test(one) ? Number(one) : one));

function countOf(value: unknown, name: string): number {
	const count = Number(value ?? 1);
	if (Number.isInteger(count) && count >= 1) return count;
	throw misconfigured(`${name} is not a number from 1 on: ${String(value)}`, `Correct ${name}.`);
}

function assuranceOf(value: unknown): Assurance {
	const asked = value ?? Assurance.Odoo;
	const known = Object.values(Assurance).find((one) => String(one) === asked);
	if (known !== undefined) return known;
	throw misconfigured(
		`"${String(asked)}" is no assurance`,
		`There are ${Object.values(Assurance).join(', ')}.`,
	);
}

const KINDS = ['group', 'users', 'partners', 'field', 'manager'];

function levelsOfJson(given: unknown): LevelSpec[] {
	if (!Array.isArray(given)) {
		throw misconfigured(
			'Levels (JSON) is not a list',
			'Give a list of levels: [{ "from": [ … ] }].',
		);
	}
	return (given as Array<Partial<LevelSpec>>).map((level, at) => {
		const { from } = level;
		if (!Array.isArray(from) || !from.every((source) => KINDS.includes(source?.kind))) {
			throw misconfigured(
				`Level ${at + 1} of Levels (JSON) does not say who decides`,
				'Give "from" a list like [{ "kind": "group", "group": "stock.group_stock_manager" }].',
			);
		}
		return {
			name: typed(level.name) || `Level ${at + 1}`,
			from,
			quorum: countOf(level.quorum, 'quorum'),
			rejections: countOf(level.rejections, 'rejections'),
			assurance: assuranceOf(level.assurance),
			links: level.links === true,
		};
	});
}
