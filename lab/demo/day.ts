import { carrierScene } from './carrierCall';
import type { Scene } from './scene';
import { CARRIER_CALLS } from './scenes/carriers';
import { FREIGHT_SCENES } from './scenes/freight';

/** A working day, in the order in which it happens. */
export const DAY: Scene[] = [...CARRIER_CALLS.map(carrierScene), ...FREIGHT_SCENES];
