import {
	EventClass,
	MappingBy,
	Milestone,
	SHIPMENT_EVENT_TYPE,
	TERMINAL_MILESTONES,
	TimeCertainty,
	TimePrecision,
	type ShipmentEvent,
	type ShipmentEventData,
	type SubStatus,
} from '../../../core/event';

export interface Sketch {
	readonly id?: string;
	readonly milestone: Milestone;
	readonly subStatus?: SubStatus;
	/** RFC 3339 UTC, or null for an event without an instant. */
	readonly at: string | null;
	readonly local?: string;
	readonly eventClass?: EventClass;
	readonly correction?: boolean;
	readonly partial?: boolean;
	readonly isReturn?: boolean;
	readonly number?: string;
	readonly master?: string;
	readonly piece?: ShipmentEventData['shipment']['piece'];
	readonly delivery?: ShipmentEventData['delivery'];
	readonly estimate?: ShipmentEventData['estimate'];
}

/** An event of which only that is said which a fold looks at. */
export function event(sketch: Sketch): ShipmentEvent {
	const { milestone, at, number = 'T1', eventClass = EventClass.Actual } = sketch;
	return {
		specversion: '1.0',
		id: sketch.id ?? `${milestone}@${at ?? sketch.local}#${sketch.piece?.id ?? number}`,
		source: '/carriers/test',
		type: SHIPMENT_EVENT_TYPE,
		subject: number,
		datacontenttype: 'application/json',
		data: {
			carrier: { id: 'test', name: 'Test' },
			shipment: {
				trackingNumber: number,
				...(sketch.master === undefined ? {} : { masterTrackingNumber: sketch.master }),
				...(sketch.piece === undefined ? {} : { piece: sketch.piece }),
				isReturn: sketch.isReturn ?? false,
			},
			milestone,
			subStatus: sketch.subStatus ?? null,
			reason: null,
			eventClass,
			flags: {
				exception: milestone === Milestone.Exception,
				terminal: TERMINAL_MILESTONES.has(milestone),
				actionRequired: false,
				partial: sketch.partial ?? false,
				informational: milestone === Milestone.Informational,
				correction: sketch.correction ?? false,
			},
			time: {
				occurredAt: at,
				occurredAtLocal: sketch.local ?? at?.slice(0, 19) ?? null,
				offset: at === null ? null : '+00:00',
				zone: null,
				certainty: at === null ? TimeCertainty.Unknown : TimeCertainty.Explicit,
				precision: TimePrecision.Second,
			},
			location: null,
			...(sketch.delivery === undefined ? {} : { delivery: sketch.delivery }),
			...(sketch.estimate === undefined ? {} : { estimate: sketch.estimate }),
			raw: {
				code: null,
				type: null,
				subCode: null,
				description: null,
				pointer: '',
				source: 'test',
			},
			mapping: { by: MappingBy.Code, rule: 'test', confidence: 1, tableVersion: '' },
		},
	};
}

/** `day(3)` is 2024-01-03T12:00:00Z. */
export const day = (n: number): string => `2024-01-${String(n).padStart(2, '0')}T12:00:00Z`;
