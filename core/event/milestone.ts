/** Where a shipment stands, in the words of the tracking market. Closed list: nothing else is ever emitted. */
export enum Milestone {
	PreTransit = 'pre_transit',
	PickedUp = 'picked_up',
	InTransit = 'in_transit',
	OutForDelivery = 'out_for_delivery',
	AvailableForPickup = 'available_for_pickup',
	DeliveryAttempted = 'delivery_attempted',
	Delivered = 'delivered',
	Exception = 'exception',
	Returning = 'returning',
	Returned = 'returned',
	Cancelled = 'cancelled',
	/** The event says nothing about progress: a document, a notice, a billing entry. */
	Informational = 'informational',
	/** No table knows the code. Never a guess. */
	Unknown = 'unknown',
}

/**
 * How far a milestone is along the journey. Used to break ties between events of the same instant
 * and by the guard in Odoo; a higher rank is further along.
 */
export const MILESTONE_RANK: Readonly<Record<Milestone, number>> = {
	[Milestone.Unknown]: 0,
	[Milestone.Informational]: 0,
	[Milestone.PreTransit]: 10,
	[Milestone.PickedUp]: 20,
	[Milestone.InTransit]: 30,
	[Milestone.Exception]: 35,
	[Milestone.OutForDelivery]: 40,
	[Milestone.DeliveryAttempted]: 42,
	[Milestone.AvailableForPickup]: 45,
	[Milestone.Returning]: 60,
	[Milestone.Cancelled]: 80,
	[Milestone.Delivered]: 90,
	[Milestone.Returned]: 95,
};

/** After these the journey is over: only a return, a correction or a claim may still change it. */
export const TERMINAL_MILESTONES: ReadonlySet<Milestone> = new Set([
	Milestone.Delivered,
	Milestone.Returned,
	Milestone.Cancelled,
]);
