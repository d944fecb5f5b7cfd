import fc from 'fast-check';
import { EffectReason, judgeShipment, Milestone, type KnownState } from '../../../core/event';
import { day, event } from './event.helper';

const { PreTransit, PickedUp, InTransit, OutForDelivery, Delivered, Informational, Returning } =
	Milestone;

/** A journey as carriers report it, a scan a day. */
const JOURNEY = [PreTransit, PickedUp, InTransit, InTransit, OutForDelivery, Delivered].map(
	(milestone, at) => event({ milestone, at: day(at + 1) }),
);

const arriveOneByOne = (events: typeof JOURNEY): KnownState | undefined =>
	events.reduce<KnownState | undefined>(
		(known, one) => judgeShipment([one], known).next,
		undefined,
	);

describe('judgement against what is known', () => {
	it('ends where the journey ended, in whatever order and however often the scans arrive', () => {
		const arrivals = fc
			.shuffledSubarray([...JOURNEY, ...JOURNEY], { minLength: JOURNEY.length })
			.filter((events) => JOURNEY.every((one) => events.includes(one)));
		fc.assert(
			fc.property(arrivals, (events) => {
				expect(arriveOneByOne(events)).toMatchObject({ milestone: Delivered, occurredAt: day(6) });
			}),
		);
	});

	it('is the same for a history at once as for its scans one by one', () => {
		expect(judgeShipment([...JOURNEY].reverse()).next).toMatchObject({
			milestone: Delivered,
			occurredAt: day(6),
		});
	});

	it('changes nothing when everything comes again', () => {
		const { next } = judgeShipment(JOURNEY);
		expect(judgeShipment(JOURNEY, next)).toMatchObject({
			changed: false,
			reason: EffectReason.SameMilestone,
			next,
		});
	});

	it('moves only the time for a newer scan of the same stage', () => {
		const known = { milestone: InTransit, occurredAt: day(3) };
		const judgement = judgeShipment([event({ milestone: InTransit, at: day(4) })], known);
		expect(judgement).toMatchObject({ changed: true, milestoneChanged: false });
		expect(judgement.next).toMatchObject({ milestone: InTransit, occurredAt: day(4) });
	});

	it('never moves the time of a final stage', () => {
		const known = { milestone: Delivered, occurredAt: day(3) };
		const again = judgeShipment([event({ milestone: Delivered, at: day(4) })], known);
		expect(again).toMatchObject({ changed: false, next: known });
	});

	it('lets a return leave the delivered state', () => {
		const known = { milestone: Delivered, occurredAt: day(3) };
		const judgement = judgeShipment([event({ milestone: Returning, at: day(5) })], known);
		expect(judgement).toMatchObject({ changed: true, next: { milestone: Returning } });
	});

	it('says why events that are no news change nothing', () => {
		const known = { milestone: InTransit, occurredAt: day(3) };
		const notice = judgeShipment([event({ milestone: Informational, at: day(4) })], known);
		expect(notice).toMatchObject({
			changed: false,
			reason: EffectReason.Informational,
			next: known,
		});
		const late = judgeShipment([event({ milestone: OutForDelivery, at: day(2) })], known);
		expect(late).toMatchObject({ changed: false, reason: EffectReason.Older, next: known });
	});
});
