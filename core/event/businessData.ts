/** How business data names a product; at least one of them. */
export interface ProductKey {
	/** Internal reference in Odoo (`default_code`). */
	readonly sku?: string;
	/** GTIN or another barcode. */
	readonly barcode?: string;
	/** Number of the product at the supplier. */
	readonly supplierCode?: string;
	/** External ID in Odoo, `module.name`. */
	readonly externalId?: string;
}

/** How business data names a location; at least one of them. */
export interface LocationKey {
	/** Full name in Odoo (`WH/Stock/Shelf 1`). */
	readonly name?: string;
	readonly barcode?: string;
	/** Short name of a warehouse: its stock location. */
	readonly warehouse?: string;
	readonly externalId?: string;
}

/** How business data names an order; at least one of them. */
export interface OrderKey {
	/** Number in Odoo (`P00012`, `S00012`). */
	readonly number?: string;
	/** Number of the other party (customer or vendor reference). */
	readonly partnerReference?: string;
	readonly externalId?: string;
}

/** An exact decimal: a JSON number, or its text where a number would lose digits (`"1234.50"`). */
export type Decimal = number | string;
