import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What can become of a tracking update in Odoo. */
export enum Outcome {
	Applied = 'applied',
	/** Older than what Odoo knows: noted on the delivery, and the status kept. */
	Late = 'late, status kept',
	Duplicate = 'seen before, nothing changed',
	/** Handed to people, in the channel of exceptions. */
	Exception = 'exception, people told',
}

/** One call of a carrier, and what must then be true in Odoo. */
export interface Happening {
	what: string;
	payload: unknown;
	contentType?: string;
	/** Reference of the delivery that the payload is about. */
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
	activityStatus: Record<string, string>;
}

function withUnknownCode(alert: UpsAlert): UpsAlert {
	const activityStatus = { ...alert.activityStatus, code: 'Q8', descriptionCode: '999' };
	return { ...alert, activityStatus };
}

/** The numbers of the deliveries that Odoo has; nobody there waits for the EasyPost parcel. */
export const TRACKING_REFERENCES = [
	'1Z204W4R0308071865',
	'1ZABCXYZ0112346789',
	'7777777770',
	'9400109104250532908587',
	'0123456789',
];

const [UPS, UPS_2, DHL, USPS, FREIGHT] = TRACKING_REFERENCES;

export const HAPPENINGS: Happening[] = [
	{
		what: 'UPS Track Alert: preparing for delivery',
		payload: published('upsTrackAlert.preparing'),
		tracking: UPS_2,
		expected: { outcome: Outcome.Applied, status: 'in_transit' },
	},
	{
		what: 'UPS Track Alert: delivered',
		payload: published('upsTrackAlert.delivered'),
		tracking: UPS,
		expected: { outcome: Outcome.Applied, status: 'delivered' },
	},
	{
		what: 'UPS Track Alert: out for delivery, after the delivery',
		payload: published('upsTrackAlert.outForDelivery'),
		tracking: UPS,
		expected: { outcome: Outcome.Late, status: 'delivered' },
	},
	{
		what: 'UPS Track Alert: delivered, sent again',
		payload: published('upsTrackAlert.delivered'),
		tracking: UPS,
		expected: { outcome: Outcome.Duplicate, status: 'delivered' },
	},
	{
		what: 'DHL Unified: announced',
		payload: published('dhlUnified.express'),
		tracking: DHL,
		expected: { outcome: Outcome.Applied, status: 'pre_transit' },
	},
	{
		what: 'USPS Tracking: history of 12 scans, newest first',
		payload: published('uspsV3.delivered'),
		tracking: USPS,
		expected: { outcome: Outcome.Applied, status: 'delivered' },
	},
	{
		what: 'X12 214 of a freight carrier: departed pickup',
		payload: published('x12_214.carrierGuide'),
		contentType: 'text/plain',
		tracking: FREIGHT,
		expected: { outcome: Outcome.Applied, status: 'picked_up' },
	},
	{
		what: 'EasyPost tracker: a parcel that Odoo does not know',
		payload: published('easypost.tracker'),
		tracking: 'EZ1000000001',
		expected: { outcome: Outcome.Exception, status: false },
	},
	{
		what: 'UPS Track Alert: code changed to one on no list',
		payload: withUnknownCode(published('upsTrackAlert.preparing') as UpsAlert),
		tracking: UPS_2,
		expected: { outcome: Outcome.Exception, status: 'in_transit' },
	},
];
