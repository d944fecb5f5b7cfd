import type { FieldText } from '../input';
import type { Policy, Rule } from '../policy/compiled';
import type { RateLookup } from '../reading/rates';
import type { UnitTable } from '../reading/units';

/** What comparing needs to know beside the two values. */
export interface MeasureContext {
	readonly policy: Policy;
	readonly rule: Rule;
	readonly rates: RateLookup;
	readonly units: UnitTable;
	/** When it happened. */
	readonly atMs: number;
	/** Another field of the same line, or of the document: the price for a value, the amount for days. */
	readonly field: (name: string) => FieldText | undefined;
}
