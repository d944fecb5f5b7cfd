import { DateTime } from 'luxon';
import type { IExecuteFunctions } from 'n8n-workflow';
import {
	normalize,
	SourceError,
	SourceErrorKind,
	type CodeOverride,
	type NormalizeOptions,
	type NormalizeResult,
	type SourceDefinition,
	type SourceId,
	type SourceProblem,
} from '../../../core/carriers';
import { isZone, type Milestone, type Reason, type SubStatus } from '../../../core/event';

import { CUSTOM, readCustomSource } from './customSource';

/** Value of the source parameter that lets the payload decide. */
export const AUTOMATIC = 'auto';

export type Reading =
	| {
			readonly ok: true;
			readonly result: NormalizeResult;
			/** Events that are less sure are set aside. */
			readonly minConfidence: number;
			/** Put photos and signatures into binary data. */
			readonly withProof: boolean;
	  }
	| { readonly ok: false; readonly problem: SourceProblem };

interface OptionValues {
	readonly fallbackZone?: string;
	readonly includeRaw?: boolean;
	readonly minConfidence?: number;
	readonly overrides?: { readonly override?: readonly OverrideValues[] };
	readonly proofBinary?: boolean;
	readonly receivedAt?: unknown;
	readonly strict?: boolean;
	readonly trackingNumber?: unknown;
}

interface OverrideValues {
	readonly source?: string;
	readonly type?: string;
	readonly code?: string;
	readonly subCode?: string;
	readonly milestone: Milestone;
	readonly subStatus?: SubStatus | '';
	readonly reason?: Reason | '';
}

const failure = (
	kind: SourceErrorKind,
	message: string,
	advice: string,
): Extract<Reading, { ok: false }> => ({
	ok: false,
	problem: { kind, message, place: '', advice },
});

/** An instant from what the parameter holds (text, or a luxon time of an expression); now when it is empty. */
const receivedAt = (node: IExecuteFunctions, value: unknown): string | null => {
	if (value === undefined || value === null || value === '') return new Date().toISOString();
	const time = DateTime.isDateTime(value)
		? value
		: DateTime.fromISO(String(value), { zone: node.getTimezone() });
	return time.toUTC().toISO();
};

const overrideOf = ({
	source,
	type,
	code,
	subCode,
	milestone,
	subStatus,
	reason,
}: OverrideValues): CodeOverride => ({
	...(source ? { source } : {}),
	...(type ? { type } : {}),
	...(code ? { code } : {}),
	...(subCode ? { subCode } : {}),
	milestone,
	...(subStatus ? { subStatus } : {}),
	...(reason ? { reason } : {}),
});

const strictFailure = ({ unmapped }: NormalizeResult): Reading => {
	const codes = unmapped.map(({ type, code, subCode }) =>
		[type, code, subCode].filter((part) => part !== null).join('/'),
	);
	return {
		ok: false,
		problem: {
			kind: SourceErrorKind.UnknownCode,
			message: `Codes of ${unmapped[0].source} that are on no list: ${[...new Set(codes)].join(', ')}`,
			place: unmapped[0].pointer,
			advice: 'Give them a meaning in Overrides, or turn off "Unknown Codes Are Errors".',
		},
	};
};

type Attempt =
	| { readonly ok: true; readonly result: NormalizeResult }
	| Extract<Reading, { ok: false }>;

const attempt = (
	payload: unknown,
	source: SourceId | SourceDefinition | null,
	options: NormalizeOptions,
): Attempt => {
	try {
		return { ok: true, result: normalize(payload, source, options) };
	} catch (error) {
		if (error instanceof SourceError) return { ok: false, problem: error.problem };
		const message = error instanceof Error ? error.message : String(error);
		return failure(SourceErrorKind.Syntax, message, 'Report this with the payload.');
	}
};

/**
 * Reads the parameters of one input item and normalises its payload. Never throws: with "On Error" set to
 * continue, n8n would send the items of a node that throws on as if they were events.
 */
export function readItem(node: IExecuteFunctions, item: number): Reading {
	try {
		return readParameters(node, item);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return failure(SourceErrorKind.Definition, message, 'Correct the parameters of the node.');
	}
}

function readParameters(node: IExecuteFunctions, item: number): Reading {
	const source = node.getNodeParameter('source', item) as Choice;
	const payload: unknown = node.getNodeParameter('payload', item);
	const values = node.getNodeParameter('options', item, {}) as OptionValues;
	const { fallbackZone, includeRaw, strict, minConfidence = 0 } = values;
	if (fallbackZone && !isZone(fallbackZone)) {
		const advice = 'Use a name such as Europe/Berlin in the option Fallback Time Zone.';
		return failure(SourceErrorKind.Definition, `"${fallbackZone}" is no time zone`, advice);
	}
	const received = receivedAt(node, values.receivedAt);
	if (received === null) {
		const advice = 'Give the option Received At as an ISO date and time, or leave it empty.';
		return failure(SourceErrorKind.Definition, 'Received At is not a date', advice);
	}
	const reading = attempt(payload, chosen(node, item, source, payload), {
		receivedAt: received,
		...(fallbackZone ? { fallbackZone } : {}),
		...(values.trackingNumber ? { trackingNumber: String(values.trackingNumber).trim() } : {}),
		includeRaw: includeRaw ?? false,
		overrides: (values.overrides?.override ?? []).map(overrideOf),
	});
	if (!reading.ok) return reading;
	if (strict && reading.result.unmapped.length > 0) return strictFailure(reading.result);
	return { ...reading, minConfidence, withProof: values.proofBinary ?? true };
}

type Choice = SourceId | typeof AUTOMATIC | typeof CUSTOM;

function chosen(
	node: IExecuteFunctions,
	item: number,
	source: Choice,
	payload: unknown,
): SourceId | SourceDefinition | null {
	if (source === AUTOMATIC) return null;
	return source === CUSTOM ? readCustomSource(node, item, payload) : source;
}
