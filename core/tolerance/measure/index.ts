import { FieldKind } from '../fields';
import type { FieldText } from '../input';
import { Measure } from '../policy/types';
import type { Read } from '../reading/problem';
import type { Comparison } from './comparison';
import type { MeasureContext } from './context';
import { compareRates } from './fx';
import { compareMoney, comparePrices } from './money';
import { compareNumbers } from './number';
import { compareQuantities } from './quantity';
import { compareTimes } from './time';
import { compareAmountDays, compareValues } from './weighted';

export type { Comparison } from './comparison';
export type { MeasureContext } from './context';

type Compare = (field: FieldText, context: MeasureContext) => Read<Comparison>;

const BY_KIND: Readonly<Record<FieldKind, Compare>> = {
	[FieldKind.Quantity]: compareQuantities,
	[FieldKind.Price]: comparePrices,
	[FieldKind.Money]: compareMoney,
	[FieldKind.Time]: compareTimes,
	[FieldKind.Number]: compareNumbers,
};

const BY_MEASURE: Readonly<Partial<Record<Measure, Compare>>> = {
	[Measure.Value]: compareValues,
	[Measure.AmountDays]: compareAmountDays,
	[Measure.Fx]: compareRates,
};

/** What a rule looks at, made comparable, or why it cannot be. */
export const compare: Compare = (field, context) =>
	(BY_MEASURE[context.rule.measure] ?? BY_KIND[context.rule.definition.kind])(field, context);
