export enum FindingLevel {
	Ok = 'ok',
	Warning = 'warning',
	Error = 'error',
}

/** One thing the doctor looked at. */
export interface Finding {
	level: FindingLevel;
	about: string;
	message: string;
	/** What to do; '' when all is well. */
	advice: string;
}

export const ok = (about: string, message: string): Finding => ({
	level: FindingLevel.Ok,
	about,
	message,
	advice: '',
});

export const problem = (
	about: string,
	message: string,
	advice: string,
	level: FindingLevel = FindingLevel.Error,
): Finding => ({ level, about, message, advice });
