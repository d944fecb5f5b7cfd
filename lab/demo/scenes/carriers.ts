import { validateTransfer } from '../../clients';
import { Outcome, type CarrierCall } from '../carrierCall';
import { Parcel } from '../parcels';
import { published } from './published';

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

const upsDelivered: CarrierCall = {
	template: '01',
	what: 'UPS: delivered',
	payload: upsAlert('delivered'),
	tracking: Parcel.Ups,
	expected: { outcome: Outcome.Applied, status: 'delivered' },
};

/** Calls that the tests of template 01 use too. */
export const CALLS = {
	upsPreparing: {
		template: '01',
		what: 'UPS: preparing for delivery',
		payload: upsAlert('preparing'),
		tracking: Parcel.UpsOnItsWay,
		expected: { outcome: Outcome.Applied, status: 'in_transit' },
	},
	upsDelivered,
	upsDeliveredAgain: {
		...upsDelivered,
		what: 'UPS: delivered, the same once more',
		expected: { outcome: Outcome.Duplicate, status: 'delivered' },
	},
	upsLate: {
		template: '01',
		what: 'UPS: out for delivery, late',
		payload: upsAlert('outForDelivery'),
		tracking: Parcel.Ups,
		expected: { outcome: Outcome.Stale, status: 'delivered' },
	},
	dhlAnnounced: {
		template: '01',
		what: 'DHL Unified: announced',
		payload: published('dhlUnified.express'),
		tracking: Parcel.Dhl,
		expected: { outcome: Outcome.Applied, status: 'pre_transit' },
	},
} satisfies Record<string, CarrierCall>;

export const CARRIER_CALLS: CarrierCall[] = [
	...Object.values(CALLS),
	{
		template: '01',
		what: 'USPS: history of 12 scans, newest first',
		payload: published('uspsV3.delivered'),
		tracking: Parcel.Usps,
		expected: { outcome: Outcome.Applied, status: 'delivered' },
	},
	{
		template: '01',
		what: 'X12 214 of a freight carrier: departed',
		payload: published('x12_214.carrierGuide'),
		contentType: 'text/plain',
		tracking: Parcel.Freight,
		expected: { outcome: Outcome.Applied, status: 'picked_up' },
	},
	{
		template: '01',
		what: 'EasyPost: a parcel that Odoo does not know',
		payload: published('easypost.tracker'),
		tracking: Parcel.Foreign,
		expected: { outcome: Outcome.Unmatched, status: false },
	},
	{
		template: '01',
		what: 'UPS: a code that is on no list',
		payload: withUnknownCode(upsAlert('preparing')),
		tracking: Parcel.UpsOnItsWay,
		expected: { outcome: Outcome.Rejected, status: 'in_transit' },
	},
	{
		template: '01',
		what: 'UPS: delivered, but not shipped in Odoo',
		payload: withNumber(upsAlert('delivered'), Parcel.UpsForgotten),
		tracking: Parcel.UpsForgotten,
		expected: { outcome: Outcome.Rejected, status: false },
	},
	{
		template: '01',
		what: 'operator: Hold; then UPS: out for delivery',
		people: async ({ operator }) => await operator.press('Hold', Parcel.UpsForgotten),
		payload: withNumber(upsAlert('outForDelivery'), Parcel.UpsForgotten),
		tracking: Parcel.UpsForgotten,
		expected: { outcome: Outcome.Held, status: false },
	},
	{
		template: '08',
		what: 'warehouse: validated; operator: Release, Retry',
		people: async ({ admin, deliveries, operator, templates }) => {
			await validateTransfer(admin, deliveries.get(Parcel.UpsForgotten) ?? 0);
			await operator.press('Release', Parcel.UpsForgotten);
			await operator.press('Retry', Parcel.UpsForgotten);
			await templates.run('08', 'Every five minutes');
		},
		tracking: Parcel.UpsForgotten,
		expected: { outcome: Outcome.Applied, status: 'delivered' },
	},
];
