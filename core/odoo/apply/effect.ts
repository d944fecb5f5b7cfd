import type { Domain } from '../domain';
import type { OdooValue } from '../call';
import type { ExceptionCategory, Severity } from './models';
import type { Verdict } from './guard';

/** What an event may do in Odoo. Closed list: nothing else can be asked for. */
export enum EffectKind {
	Write = 'write',
	Note = 'note',
	Message = 'message',
	Activity = 'activity',
	Attach = 'attach',
	ValidatePicking = 'validate_picking',
	CreateInvoice = 'create_invoice',
	SetStock = 'set_stock',
	Exception = 'exception',
	ResolveException = 'resolve_exception',
}

/** A record found as master data (`Command.refs`), by its name there. */
export interface RefValue {
	ref: string;
}

/** A value to write: as it is, or the id of a reference. */
export type EffectValue = OdooValue | RefValue;

interface AnyEffect {
	/** Verdicts of the guard under which it happens; `take`, `touch` and `pass` when left out. */
	on?: Verdict[];
}

/** Writes only what differs. */
export interface WriteEffect extends AnyEffect {
	kind: EffectKind.Write;
	values: Record<string, EffectValue>;
	/** Relations from the document to the records to write (`order_line`, `sale_id.picking_ids`); the document when left out. */
	path?: string;
	/** Which of the records behind `path`. */
	filter?: Domain;
}

/** An internal note in the chatter. */
export interface NoteEffect extends AnyEffect {
	kind: EffectKind.Note;
	/** HTML; what comes from the event is escaped. */
	body: string;
}

/** A message to people outside. */
export interface MessageEffect extends AnyEffect {
	kind: EffectKind.Message;
	body: string;
	subject?: string;
	/** `followers`, or a relation from the document to partners (`partner_id`). */
	to: string;
}

/** A to-do for the members of a group or the user behind a field of the document. */
export interface ActivityEffect extends AnyEffect {
	kind: EffectKind.Activity;
	summary: string;
	/** HTML. */
	note?: string;
	/** External id of a group; each member gets one, nobody a second open one with the same summary. */
	group?: string;
	/** Relation from the document to a user (`user_id`); goes before `group` when it is set. */
	user?: string;
	/** Day, `2026-01-31`. */
	deadline: string;
}

/** A file on the document; the same content (checksum) is not attached twice. */
export interface AttachEffect extends AnyEffect {
	kind: EffectKind.Attach;
	name: string;
	mimetype?: string;
	/** Base64; or `url`. */
	datas?: string;
	url?: string;
	/** SHA-1 of the content in hex, as Odoo computes it. */
	checksum?: string;
}

/** Validates a transfer: all that is reserved, or the quantities given. */
export interface ValidatePickingEffect extends AnyEffect {
	kind: EffectKind.ValidatePicking;
	quantities?: Array<{ product: RefValue; quantity: number }>;
	/** Whether what is missing stays open in a second transfer. */
	backorder: boolean;
}

/** Invoices the sale order of the document. */
export interface CreateInvoiceEffect extends AnyEffect {
	kind: EffectKind.CreateInvoice;
	post: boolean;
}

/** Sets the counted quantity at a location, through Odoo's inventory adjustment. */
export interface SetStockEffect extends AnyEffect {
	kind: EffectKind.SetStock;
	product: RefValue;
	location: RefValue;
	/** Name of the lot or serial number; made when it does not exist. */
	lot?: string;
	/** In `uom`, else in the unit of the product. */
	quantity: number;
	uom?: RefValue;
}

/** Opens an exception on the document; the same cause on the same document is counted, not opened twice. */
export interface ExceptionEffect extends AnyEffect {
	kind: EffectKind.Exception;
	category: ExceptionCategory;
	severity: Severity;
	/** Short and stable, `[a-z0-9_]`: what makes two exceptions of a document the same. */
	cause: string;
	message: string;
	/** Whether the document is put on hold. */
	hold?: boolean;
	/** External id of the group that is told. */
	group?: string;
}

/** Resolves the open exceptions of the document with this cause. */
export interface ResolveExceptionEffect extends AnyEffect {
	kind: EffectKind.ResolveException;
	cause: string;
	resolution: string;
}

export type Effect =
	| WriteEffect
	| NoteEffect
	| MessageEffect
	| ActivityEffect
	| AttachEffect
	| ValidatePickingEffect
	| CreateInvoiceEffect
	| SetStockEffect
	| ExceptionEffect
	| ResolveExceptionEffect;
