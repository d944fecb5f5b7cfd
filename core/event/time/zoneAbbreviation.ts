/** Which part of the world abbreviations of zones come from, where one stands for several. */
export enum ZoneFamily {
	America = 'america',
	Asia = 'asia',
	Australia = 'australia',
	Europe = 'europe',
}

const hours = (count: number): number => Math.round(count * 60);

/** Minutes east of UTC of abbreviations that mean one thing only. */
const EVERYWHERE: Readonly<Record<string, number>> = {
	UTC: 0,
	GMT: 0,
	UT: 0,
	WET: 0,
	WEST: hours(1),
	CET: hours(1),
	CEST: hours(2),
	MEZ: hours(1),
	MESZ: hours(2),
	EET: hours(2),
	EEST: hours(3),
	MSK: hours(3),
	SAST: hours(2),
	EDT: hours(-4),
	CDT: hours(-5),
	MDT: hours(-6),
	PST: hours(-8),
	PDT: hours(-7),
	AKST: hours(-9),
	AKDT: hours(-8),
	HST: hours(-10),
	ADT: hours(-3),
	NST: hours(-3.5),
	NDT: hours(-2.5),
	JST: hours(9),
	KST: hours(9),
	HKT: hours(8),
	SGT: hours(8),
	AEST: hours(10),
	AEDT: hours(11),
	ACST: hours(9.5),
	ACDT: hours(10.5),
	AWST: hours(8),
	NZST: hours(12),
	NZDT: hours(13),
};

/** Minutes east of UTC of abbreviations that depend on the part of the world. */
const BY_FAMILY: Readonly<Record<ZoneFamily, Readonly<Record<string, number>>>> = {
	[ZoneFamily.America]: {
		EST: hours(-5),
		CST: hours(-6),
		MST: hours(-7),
		AST: hours(-4),
	},
	[ZoneFamily.Asia]: {
		CST: hours(8),
		IST: hours(5.5),
		GST: hours(4),
		PHT: hours(8),
		ICT: hours(7),
	},
	[ZoneFamily.Australia]: { EST: hours(10), EDT: hours(11), CST: hours(9.5), WST: hours(8) },
	[ZoneFamily.Europe]: { BST: hours(1), IST: hours(1) },
};

/**
 * Minutes east of UTC of an abbreviation such as `EDT`; null when it is not known, or not unmistakable
 * without a family.
 */
export function zoneOffset(abbreviation: string, family: ZoneFamily | null): number | null {
	const name = abbreviation.toUpperCase();
	if (family !== null && Object.hasOwn(BY_FAMILY[family], name)) return BY_FAMILY[family][name];
	return Object.hasOwn(EVERYWHERE, name) ? EVERYWHERE[name] : null;
}
