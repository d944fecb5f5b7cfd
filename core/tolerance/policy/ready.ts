import cancellation from '../../../policies/cancellation-after-invoicing.json';
import freight from '../../../policies/freight-cost.json';
import inventory from '../../../policies/inventory-adjustment.json';
import invoice from '../../../policies/invoice-against-delivery.json';
import receipt from '../../../policies/receipt.json';
import type { PolicyText } from './types';

/** The policies of the folder `policies`, to start from. Sorted by title. */
export const READY_POLICIES = [
	cancellation,
	freight,
	inventory,
	invoice,
	receipt,
] as unknown as ReadonlyArray<PolicyText & { readonly title: string }>;
