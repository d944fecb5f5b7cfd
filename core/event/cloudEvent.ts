/** A CloudEvents 1.0 event in the JSON format (https://github.com/cloudevents/spec). */
export interface CloudEvent<TType extends string, TData> {
	readonly specversion: '1.0';
	/** Unique together with `source`; here: deterministic, see `eventId.ts`. */
	readonly id: string;
	/** URI reference of where the event comes from. */
	readonly source: string;
	readonly type: TType;
	readonly subject: string;
	/** RFC 3339; left out when the instant is not known. */
	readonly time?: string;
	readonly datacontenttype: 'application/json';
	readonly data: TData;
}
