import type { OdooValue } from './call';
import type { Measured } from './measure';
import type { RelationKey } from './relationKey';

/** A converted value, what has to be looked up first, or why it cannot be converted. */
export type Converted =
	| { kind: 'value'; value: OdooValue }
	| { kind: 'keys'; keys: Array<number | RelationKey>; many: boolean }
	| { kind: 'lines'; lines: Array<Record<string, unknown>> }
	| { kind: 'measured'; measured: Measured }
	| { kind: 'problem'; problem: string };

export const value = (converted: OdooValue): Converted => ({ kind: 'value', value: converted });

export const problem = (text: string): Converted => ({ kind: 'problem', problem: text });
