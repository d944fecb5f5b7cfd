import { normalize, SourceId } from '../../../core/carriers';
import { fixture, lines } from './helpers/fixture';

const { payload } = fixture('sendle.tracking');

describe('the tracking API of Sendle, which does not name the parcel', () => {
	it('is read with the number that the caller gives', () => {
		const result = normalize(payload, null, { trackingNumber: 'SAMPLE1' });
		expect(result.source).toBe(SourceId.Sendle);
		expect(lines(result)).toEqual([
			'SAMPLE1 | -/Pickup Attempted/- | pre_transit:pickup_failed | 2023-04-03T08:20:00 +00:00 2023-04-03T08:20:00Z explicit | sendle.eventType:Pickup Attempted code 1',
			'SAMPLE1 | -/Pickup/- | picked_up:picked_up | 2023-04-04T16:12:00 +00:00 2023-04-04T16:12:00Z explicit | sendle.eventType:Pickup code 1',
			'SAMPLE1 | -/In Transit/- | in_transit:en_route | 2023-04-04T20:55:00 +00:00 2023-04-04T20:55:00Z explicit | sendle.eventType:In Transit code 1',
			'SAMPLE1 | -/Out for Delivery/- | out_for_delivery:out_for_delivery | 2023-04-05T13:10:00 +00:00 2023-04-05T13:10:00Z explicit | sendle.eventType:Out for Delivery code 1',
			'SAMPLE1 | -/Delivered/- | delivered:- | 2023-04-05T18:56:00 +00:00 2023-04-05T18:56:00Z explicit | sendle.eventType:Delivered code 1',
		]);
	});

	it('is a problem without it', () => {
		const { events, problems } = normalize(payload);
		expect(events).toEqual([]);
		expect(problems[0].kind).toBe('missing_tracking_number');
	});
});
