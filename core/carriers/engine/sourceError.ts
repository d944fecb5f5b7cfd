/** Why a payload, or one event in it, cannot be read. */
export enum SourceErrorKind {
	/** Not the syntax it should be. */
	Syntax = 'syntax',
	/** No source fits the payload. */
	UnknownSource = 'unknown_source',
	/** Several sources fit equally well. */
	AmbiguousSource = 'ambiguous_source',
	/** The payload has not the shape of the source that was chosen. */
	WrongSource = 'wrong_source',
	TooLarge = 'too_large',
	TooDeep = 'too_deep',
	TooManyEvents = 'too_many_events',
	/** A list holds something that is not an event. */
	NotAnEvent = 'not_an_event',
	MissingTrackingNumber = 'missing_tracking_number',
	/** A whole number too big for JavaScript: its last digits are lost before it reaches us. */
	NumberPrecision = 'number_precision',
	/** A code is on no list, and the caller wants that to be an error. */
	UnknownCode = 'unknown_code',
	/** A setting, or the definition of the source itself, is faulty. */
	Definition = 'definition',
}

/** What is wrong, and where: a JSON pointer, or a segment of an EDI message. */
export interface SourceProblem {
	readonly kind: SourceErrorKind;
	readonly message: string;
	readonly place: string;
	/** What to do about it. */
	readonly advice: string;
}

/** A payload that cannot be read at all. */
export class SourceError extends Error {
	override readonly name = 'SourceError';

	constructor(readonly problem: SourceProblem) {
		super(problem.message);
	}
}
