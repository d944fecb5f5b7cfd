/** Tracking references that the carriers' payloads are about. */
export enum Parcel {
	Ups = '1Z204W4R0308071865',
	UpsOnItsWay = '1ZABCXYZ0112346789',
	/** It left the warehouse, but nobody validated its delivery in Odoo. */
	UpsForgotten = '1Z204W4R0308071990',
	Dhl = '7777777770',
	Usps = '9400109104250532908587',
	Freight = '0123456789',
	/** Somebody else's. */
	Foreign = 'EZ1000000001',
}

interface Delivery {
	tracking: Parcel;
	isValidated: boolean;
	/** What the carrier quoted, in the currency of the company. */
	freight?: number;
}

/** Those that Odoo has a delivery for. */
export const DELIVERIES: readonly Delivery[] = [
	{ tracking: Parcel.Ups, isValidated: true, freight: 20 },
	{ tracking: Parcel.UpsOnItsWay, isValidated: true },
	{ tracking: Parcel.UpsForgotten, isValidated: false, freight: 20 },
	{ tracking: Parcel.Dhl, isValidated: false },
	{ tracking: Parcel.Usps, isValidated: true, freight: 15 },
	{ tracking: Parcel.Freight, isValidated: true },
];
