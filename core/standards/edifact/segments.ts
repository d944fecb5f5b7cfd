import type { EdifactFacts, EdifactStatus } from './iftsta';
import type { EdifactSegment } from './tokenize';

const MAX_REASONS = 5;

/** A component of an element; undefined for '' and what is not there. */
export const at = (
	{ elements }: EdifactSegment,
	element: number,
	component = 0,
): string | undefined => {
	const text = elements[element]?.[component];
	return text === undefined || text === '' ? undefined : text;
};

/** An object without the parts that are not there. */
export const present = <T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T => {
	const found: Partial<T> = {};
	for (const name in fields) {
		const value = fields[name];
		if (value !== undefined) found[name] = value;
	}
	return found as T;
};

export const noFacts = (): EdifactFacts => ({
	dates: [],
	references: [],
	parties: [],
	locations: [],
	texts: [],
});

const addReference = (facts: EdifactFacts, segment: EdifactSegment): void => {
	const value = at(segment, 1, 1);
	if (value !== undefined) facts.references.push({ qualifier: at(segment, 1) ?? '', value });
};

const addDate = (facts: EdifactFacts, segment: EdifactSegment): void => {
	const value = at(segment, 1, 1);
	if (value === undefined) return;
	const date = { qualifier: at(segment, 1) ?? '', value, format: at(segment, 1, 2) };
	facts.dates.push(present<EdifactFacts['dates'][number]>(date));
};

const joined = (texts: readonly string[] | undefined): string | undefined => {
	const text = (texts ?? []).filter((part) => part !== '').join(' ');
	return text === '' ? undefined : text;
};

const addParty = (facts: EdifactFacts, segment: EdifactSegment): void => {
	facts.parties.push(
		present<EdifactFacts['parties'][number]>({
			qualifier: at(segment, 1) ?? '',
			code: at(segment, 2),
			name: joined(segment.elements[4]) ?? joined(segment.elements[3]),
		}),
	);
};

const addLocation = (facts: EdifactFacts, segment: EdifactSegment): void => {
	facts.locations.push(
		present<EdifactFacts['locations'][number]>({
			qualifier: at(segment, 1) ?? '',
			code: at(segment, 2),
			list: at(segment, 2, 2) ?? at(segment, 2, 1),
			name: at(segment, 2, 3),
		}),
	);
};

const addText = (facts: EdifactFacts, segment: EdifactSegment): void => {
	facts.texts.push(
		present<EdifactFacts['texts'][number]>({
			qualifier: at(segment, 1) ?? '',
			code: at(segment, 3),
			text: joined(segment.elements[4]),
		}),
	);
};

/** Segments that may stand at every level, and what they add there. */
export const FACTS: ReadonlyMap<string, (facts: EdifactFacts, segment: EdifactSegment) => void> =
	new Map([
		['RFF', addReference],
		['DTM', addDate],
		['NAD', addParty],
		['LOC', addLocation],
		['FTX', addText],
	]);

/** STS: category, code and reasons. */
export function readStatus(segment: EdifactSegment): EdifactStatus {
	const reasons: EdifactStatus['reasons'] = [];
	for (let element = 3; element < 3 + MAX_REASONS; element++) {
		const code = at(segment, element);
		if (code === undefined) continue;
		const list = at(segment, element, 2) ?? at(segment, element, 1);
		reasons.push(present({ code, list, text: at(segment, element, 3) }));
	}
	return {
		...present<Pick<EdifactStatus, 'category' | 'code' | 'list' | 'text'>>({
			category: at(segment, 1),
			code: at(segment, 2),
			list: at(segment, 2, 2) ?? at(segment, 2, 1),
			text: at(segment, 2, 3),
		}),
		...noFacts(),
		reasons,
		marks: [],
		segment: segment.number,
	};
}

/** Segments that speak of the status before them. */
export const OF_STATUS: ReadonlyMap<
	string,
	(status: EdifactStatus, segment: EdifactSegment) => void
> = new Map([
	[
		'EQD',
		(status, segment) => {
			status.equipment = present({ kind: at(segment, 1), number: at(segment, 2) });
		},
	],
	[
		'TDT',
		(status, segment) => {
			status.transport = present({
				stage: at(segment, 1),
				number: at(segment, 2),
				mode: at(segment, 3),
				carrier: at(segment, 5) ?? at(segment, 5, 3),
				means: at(segment, 8, 3) ?? at(segment, 8),
			});
		},
	],
	[
		'GID',
		(status, segment) => {
			status.packages ??= at(segment, 2);
		},
	],
	[
		'QTY',
		(status, segment) => {
			status.packages ??= at(segment, 1, 1);
		},
	],
	[
		'GIN',
		(status, segment) => {
			const marks = segment.elements.slice(2).flat();
			status.marks.push(...marks.filter((mark) => mark !== ''));
		},
	],
	[
		'PCI',
		(status, segment) => {
			const mark = at(segment, 2);
			if (mark !== undefined) status.marks.push(mark);
		},
	],
]);
