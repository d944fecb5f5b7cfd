import { carrierScene } from './carrierCall';
import type { Scene } from './scene';
import { BILLING_SCENES } from './scenes/billing';
import { CARRIER_CALLS } from './scenes/carriers';
import { DELAY_SCENES } from './scenes/delays';
import { FREIGHT_SCENES } from './scenes/freight';
import { RELEASE_SCENES } from './scenes/release';
import { STOCK_SCENES } from './scenes/stock';

/** A working day, in the order in which it happens. */
export const DAY: Scene[] = [
	...STOCK_SCENES,
	...RELEASE_SCENES,
	...CARRIER_CALLS.map(carrierScene),
	...BILLING_SCENES,
	...DELAY_SCENES,
	...FREIGHT_SCENES,
];
