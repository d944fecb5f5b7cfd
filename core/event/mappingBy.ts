/** What the milestone of an event was read from. Closed list. */
export enum MappingBy {
	/** The user's own table. */
	Override = 'override',
	/** Code together with the type that gives it meaning. */
	CodeType = 'code+type',
	Code = 'code',
	/** A code of a public standard (X12, EDIFACT, ...). */
	Standard = 'standard',
	/** The status of a platform that has already mapped the carrier's code. */
	Aggregator = 'aggregator',
	/** A coarse group of codes, because the exact one is not on any list. */
	Category = 'category',
	Text = 'text',
	/** Nothing knows the code; the milestone is `unknown`. */
	Fallback = 'fallback',
}
