import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateTransfer } from '../clients';
import { Parcel } from './parcels';
import type { Stage } from './stage';

/** What can become of an event; the words of Odoo's ledger. */
export enum Outcome {
	Applied = 'applied',
	/** Came before: nothing changed. */
	Duplicate = 'duplicate',
	/** Older than what Odoo knows: noted on the delivery, and the status kept. */
	Stale = 'stale',
	/** The delivery is on hold. */
	Held = 'held',
	/** No delivery has this number. */
	Unmatched = 'unmatched',
	/** Not known, or not possible yet. */
	Rejected = 'rejected',
}

/** Something that happens, and what must then be true in Odoo. */
export interface Happening {
	what: string;
	/** What people do in Odoo first. */
	people?: (stage: Stage) => Promise<void>;
	/** What a carrier then sends. */
	payload?: unknown;
	contentType?: string;
	/** Reference of the delivery that it is about. */
	tracking: string;
	expected: { outcome: Outcome; status: string | false };
}

interface Fixture {
	document: string;
	payload: unknown;
}

const FIXTURES = join(__dirname, '../../test/fixtures/carriers');

/** Payloads that the carriers publish in their documentation; each file names its document. */
const published = (name: string): unknown =>
	(JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), 'utf8')) as Fixture).payload;

interface UpsAlert {
	trackingNumber: string;
	activityStatus: Record<string, string>;
}

const upsAlert = (name: string) => published(`upsTrackAlert.${name}`) as UpsAlert;

function withUnknownCode(alert: UpsAlert): UpsAlert {
	const activityStatus = { ...alert.activityStatus, code: 'Q8', descriptionCode: '999' };
	return { ...alert, activityStatus };
}

const withNumber = (alert: UpsAlert, trackingNumber: string): UpsAlert => ({
	...alert,
	trackingNumber,
});

export const HAPPENINGS: Happening[] = [
	{
		what: 'UPS: preparing for delivery',
		payload: upsAlert('preparing'),
		tracking: Parcel.UpsOnItsWay,
		expected: { outcome: Outcome.Applied, status: 'in_transit' },
	},
	{
		what: 'UPS: delivered',
		payload: upsAlert('delivered'),
		tracking: Parcel.Ups,
		expected: { outcome: Outcome.Applied, status: 'delivered' },
	},
	{
		what: 'UPS: delivered, the same once more',
		payload: upsAlert('delivered'),
		tracking: Parcel.Ups,
		expected: { outcome: Outcome.Duplicate, status: 'delivered' },
	},
	{
		what: 'UPS: out for delivery, late',
		payload: upsAlert('outForDelivery'),
		tracking: Parcel.Ups,
		expected: { outcome: Outcome.Stale, status: 'delivered' },
	},
	{
		what: 'DHL Unified: announced',
		payload: published('dhlUnified.express'),
		tracking: Parcel.Dhl,
		expected: { outcome: Outcome.Applied, status: 'pre_transit' },
	},
	{
		what: 'USPS: history of 12 scans, newest first',
		payload: published('uspsV3.delivered'),
		tracking: Parcel.Usps,
		expected: { outcome: Outcome.Applied, status: 'delivered' },
	},
	{
		what: 'X12 214 of a freight carrier: departed',
		payload: published('x12_214.carrierGuide'),
		contentType: 'text/plain',
		tracking: Parcel.Freight,
		expected: { outcome: Outcome.Applied, status: 'picked_up' },
	},
	{
		what: 'EasyPost: a parcel that Odoo does not know',
		payload: published('easypost.tracker'),
		tracking: Parcel.Foreign,
		expected: { outcome: Outcome.Unmatched, status: false },
	},
	{
		what: 'UPS: a code that is on no list',
		payload: withUnknownCode(upsAlert('preparing')),
		tracking: Parcel.UpsOnItsWay,
		expected: { outcome: Outcome.Rejected, status: 'in_transit' },
	},
	{
		what: 'UPS: delivered, but not shipped in Odoo',
		payload: withNumber(upsAlert('delivered'), Parcel.UpsForgotten),
		tracking: Parcel.UpsForgotten,
		expected: { outcome: Outcome.Rejected, status: false },
	},
	{
		what: 'operator: Hold; then UPS: out for delivery',
		people: async ({ operator }) => await operator.press('Hold', Parcel.UpsForgotten),
		payload: withNumber(upsAlert('outForDelivery'), Parcel.UpsForgotten),
		tracking: Parcel.UpsForgotten,
		expected: { outcome: Outcome.Held, status: false },
	},
	{
		what: 'warehouse: validated; operator: Release, Retry',
		people: async ({ admin, deliveries, operator, replayDue }) => {
			await validateTransfer(admin, deliveries.get(Parcel.UpsForgotten) ?? 0);
			await operator.press('Release', Parcel.UpsForgotten);
			await operator.press('Retry', Parcel.UpsForgotten);
			await replayDue();
		},
		tracking: Parcel.UpsForgotten,
		expected: { outcome: Outcome.Applied, status: 'delivered' },
	},
];
