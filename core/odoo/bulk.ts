import type { OdooValue } from './call';

/** Version of what node and Setup's action `write_records` say to each other. */
export const BULK_PROTOCOL = 1;

/** External id of the action, without the module. */
export const BULK_ACTION = 'action_write_records';

/** Where the request stands in the context, and the answer in the result. */
export const BULK_KEY = 'logistics_records';

type Values = Record<string, OdooValue>;

/** One request is one transaction, on one model, with the rights of the caller. */
export interface BulkRequest {
	model: string;
	/** External ids, `module.name`. */
	find?: string[];
	write?: Array<{ id: number; values: Values }>;
	create?: Array<{ external_id: string; values: Values }>;
}

export interface BulkAnswer {
	protocol: number;
	/** Model and id by external id; unknown ones are left out. */
	found: Record<string, [model: string, id: number]>;
	/** In the order of the request: the id, or null for a row that Odoo refused alone. */
	written: Array<number | null>;
	/** As `written`; null also for an external id that exists by now. */
	created: Array<number | null>;
}
