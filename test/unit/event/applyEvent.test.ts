import { applyEvent, EffectReason, EventEffect, Milestone } from '../../../core/event';
import { day, event } from './event.helper';

const known = (milestone: Milestone, n: number | null) => ({
	milestone,
	occurredAt: n === null ? null : day(n),
});
const news = (milestone: Milestone, n: number | null, more = {}) =>
	event({ milestone, at: n === null ? null : day(n), local: day(n ?? 5).slice(0, 19), ...more });

const { InTransit, OutForDelivery, Delivered, Exception, PickedUp, Returning, Unknown } = Milestone;

test.each([
	['a first event', known(Unknown, null), news(InTransit, 3), EventEffect.Advance, null, InTransit],
	[
		'a later stage',
		known(InTransit, 2),
		news(OutForDelivery, 3),
		EventEffect.Advance,
		null,
		OutForDelivery,
	],
	[
		'a later scan back',
		known(OutForDelivery, 2),
		news(InTransit, 3),
		EventEffect.Advance,
		null,
		InTransit,
	],
	[
		'an older scan',
		known(OutForDelivery, 4),
		news(InTransit, 3),
		EventEffect.RegressionBlocked,
		EffectReason.Older,
		OutForDelivery,
	],
	[
		'an older exception',
		known(InTransit, 4),
		news(Exception, 3),
		EventEffect.RegressionBlocked,
		EffectReason.Older,
		InTransit,
	],
	[
		'a delivery that comes late',
		known(InTransit, 4),
		news(Delivered, 3),
		EventEffect.Advance,
		null,
		Delivered,
	],
	[
		'a scan after delivery',
		known(Delivered, 2),
		news(InTransit, 3),
		EventEffect.RegressionBlocked,
		EffectReason.AfterTerminal,
		Delivered,
	],
	[
		'a return after delivery',
		known(Delivered, 2),
		news(Returning, 3),
		EventEffect.Advance,
		null,
		Returning,
	],
	[
		'a late label',
		known(InTransit, 2),
		news(PickedUp, 3),
		EventEffect.RegressionBlocked,
		EffectReason.Backwards,
		InTransit,
	],
	[
		'an unknown code',
		known(InTransit, 2),
		news(Unknown, 3),
		EventEffect.None,
		EffectReason.Unknown,
		InTransit,
	],
	[
		'no instant, higher rank',
		known(InTransit, 2),
		news(Delivered, null),
		EventEffect.Advance,
		null,
		Delivered,
	],
	[
		'no instant, lower rank',
		known(OutForDelivery, 2),
		news(InTransit, null),
		EventEffect.RegressionBlocked,
		EffectReason.Unordered,
		OutForDelivery,
	],
	[
		'nothing known of the time, lower rank',
		known(OutForDelivery, null),
		news(InTransit, 3),
		EventEffect.RegressionBlocked,
		EffectReason.Unordered,
		OutForDelivery,
	],
	[
		'a correction',
		known(Delivered, 2),
		news(InTransit, 3, { correction: true }),
		EventEffect.Correction,
		null,
		InTransit,
	],
	[
		'a correction of before',
		known(Delivered, 4),
		news(InTransit, 3, { correction: true }),
		EventEffect.RegressionBlocked,
		EffectReason.Older,
		Delivered,
	],
])('%s', (_name, state, arriving, effect, reason, milestone) => {
	const result = applyEvent(state, arriving);
	expect(result).toMatchObject({ effect, reason, next: { milestone } });
});

test('a blocked event leaves what is known untouched', () => {
	const state = known(Delivered, 2);
	expect(applyEvent(state, news(InTransit, 3)).next).toBe(state);
});
