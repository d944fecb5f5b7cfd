import { MappingBy } from '../../event/mappingBy';
import type { Lookup } from '../source';

/**
 * Both UPS sources carry the same codes. The same code means different things under different type
 * letters (I/OT "out for delivery", X/OT "customs information wanted"), so the pair goes first; the
 * status code is coarser but complete. A type letter alone never decides for an event that has a
 * code: D covers "out for delivery" as well as "delivered".
 */
export const UPS_LOOKUPS: readonly Lookup[] = [
	{
		table: 'ups.activity',
		key: { type: 'type', code: 'code' },
		exactOnly: true,
		by: MappingBy.CodeType,
		confidence: 1,
	},
	{ table: 'ups.statusCode', key: { code: 'subCode' }, by: MappingBy.Code, confidence: 0.95 },
];
