import type { FailedCheck } from './scheme';

/** `secretIndex` tells which secret fitted: 0 is the current one. */
export type Verdict =
	| { readonly ok: true; readonly authenticated: boolean; readonly secretIndex?: number }
	| { readonly ok: false; readonly check: FailedCheck; readonly message: string };

export const accepted = (secretIndex?: number): Verdict => ({
	ok: true,
	authenticated: true,
	...(secretIndex !== undefined && { secretIndex }),
});

/** @param message one sentence without secrets or the sender's data */
export const refused = (check: FailedCheck, message: string): Verdict => ({
	ok: false,
	check,
	message,
});
