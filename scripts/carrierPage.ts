import { CODE_TABLES, listSources, tablesWithoutSource, type ListedSource } from '../core/carriers';
import { EventClass, Milestone } from '../core/event';

const ASSIGNED = {
	document: "milestones by the carrier's document",
	project: "milestones by this project, from the document's words",
};

/** Codes of a table by milestone, the most frequent first. */
const byMilestone = (id: string): string => {
	const table = CODE_TABLES.find((candidate) => candidate.id === id);
	if (table === undefined) return '';
	const codes = new Map<string, string[]>();
	for (const [type, code, subCode, milestone, , , , eventClass] of table.rows) {
		const moves = eventClass === '' || eventClass === EventClass.Actual;
		const name = moves ? milestone : `${milestone} (${eventClass})`;
		const key = [type, code, subCode]
			.map((part) => part || '·')
			.join('/')
			.replace(/(\/·)+$/, '');
		const shown = table.key[0] === '' ? key.replace(/^·\//, '') : key;
		codes.set(name, [...(codes.get(name) ?? []), shown]);
	}
	const order = Object.values(Milestone) as string[];
	const rank = (name: string): number => order.indexOf(name.split(' ')[0]);
	return [...codes]
		.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
		.map(
			([name, keys]) =>
				`  - \`${name}\` ${keys.length}: ${keys.map((key) => `\`${key}\``).join(' ')}`,
		)
		.join('\n');
};

const section = (source: ListedSource, shown: Set<string>): string => {
	const lines = [
		`## ${source.name}`,
		'',
		`\`${source.id}\` · ${source.kind} · ${source.transport} · ${source.format}${source.detected ? ' · recognised by itself' : ''}`,
		'',
		`From: ${source.document}`,
	];
	for (const { id, codes, version, document, assignedBy } of source.tables) {
		lines.push('', `- **${id}**, ${codes} codes, ${version}; ${ASSIGNED[assignedBy]}. ${document}`);
		const rows = shown.has(id) ? '  - as above' : byMilestone(id);
		if (rows !== '') lines.push(rows);
		shown.add(id);
	}
	if (source.languages.length > 0) {
		lines.push(
			'',
			`Events without a known code are read by their words: ${source.languages.join(', ')}.`,
		);
	}
	lines.push('', `Known to be missing: ${source.missing ?? 'nothing that is known'}`);
	return lines.join('\n');
};

/** Tables that no built-in source asks: for definitions of one's own. */
const unused = (): string => {
	const ids = tablesWithoutSource();
	if (ids.length === 0) return '';
	const lines = ids.map(
		({ id, rows, version, document, assignedBy }) =>
			`- **${id}**, ${rows.length} codes, ${version}; ${ASSIGNED[assignedBy]}. ${document}\n${byMilestone(id)}`,
	);
	return `\n## Tables for sources of one's own\n\nThe source Custom asks them with **Code Table**.\n\n${lines.join('\n\n')}\n`;
};

/** The page `docs/carriers.md`: every source with its codes, where they come from, how sure, and what is missing. */
export function carrierPage(): string {
	const sources = listSources();
	const total = CODE_TABLES.reduce((sum, { rows }) => sum + rows.length, 0);
	const shown = new Set<string>();
	const head = [
		'# Carriers, platforms and standards',
		'',
		`Written by \`npm run docs:carriers\` from the definitions and tables in \`core/\`. ${sources.length} sources, ${CODE_TABLES.length} code tables, ${total} codes.`,
		"How sure a status is: 1 a list of the carrier, 0.95 such a list without the type, 0.9 a standard, 0.8 a platform's status, 0.7 a group of codes, 0.6 and 0.5 words. Keys are type/code/sub-code; `·` is a part that does not matter.",
		'',
	].join('\n');
	return `${head}\n${sources.map((source) => section(source, shown)).join('\n\n')}\n${unused()}`;
}
