/** Columns of `carriers.json` by which a carrier can be found. */
export enum CarrierAlias {
	Scac = 'scac',
	AfterShip = 'aftership',
	EasyPost = 'easypost',
	/** Any of them, an id or a name. */
	Any = 'any',
}

/** Who moved the parcel: always the same carrier, or one that the payload names. */
export type CarrierSpec =
	| {
			readonly id: string;
			/** Parts of the carrier that have codes of their own, known by a word in the name of the service. */
			readonly services?: readonly {
				readonly from: readonly string[];
				readonly contains: string;
				readonly id: string;
			}[];
	  }
	| {
			readonly from: readonly string[];
			readonly alias: CarrierAlias;
			/** Names that only this source uses, by the id of the carrier: `{ "100002": "ups" }`. Asked first. */
			readonly names?: Readonly<Record<string, string>>;
			/** The platform that speaks for the carrier. */
			readonly aggregator?: string;
	  };
