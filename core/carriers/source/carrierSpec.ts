/** Columns of `carriers.json` by which a carrier can be found. */
export enum CarrierAlias {
	Scac = 'scac',
	AfterShip = 'aftership',
	EasyPost = 'easypost',
}

/** Who moved the parcel: always the same carrier, or one that the payload names. */
export type CarrierSpec =
	| { readonly id: string }
	| {
			readonly from: readonly string[];
			readonly alias: CarrierAlias;
			/** The platform that speaks for the carrier. */
			readonly aggregator?: string;
	  };
