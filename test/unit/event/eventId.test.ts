import { eventId, type EventIdentity } from '../../../core/event';

const scan: EventIdentity = {
	carrierId: 'ups',
	trackingNumber: '1Z204W4R0308071865',
	pieceId: null,
	localTime: '2024-04-23T09:50:04',
	type: 'D',
	code: 'FS',
	subCode: null,
	city: 'CHARLOTTE',
	description: 'Delivered',
};

// A changed id is a second effect in every ledger in the field: this value may never change.
test('is fixed for ever', () => {
	expect(eventId(scan)).toBe('cse_72368637d6851a88c9dcd530536ee808');
});

test('does not depend on case and blanks of number and city, nor on the words of a coded event', () => {
	const same = {
		trackingNumber: '1z 204w4r 0308071865',
		city: 'Charlotte ',
		description: 'Zugestellt',
	};
	expect(eventId({ ...scan, ...same })).toBe(eventId(scan));
});

test('depends on each part', () => {
	const others: ReadonlyArray<Partial<EventIdentity>> = [
		{ carrierId: 'fedex' },
		{ trackingNumber: '1Z204W4R0308071866' },
		{ pieceId: '1' },
		{ localTime: '2024-04-23T09:50:05' },
		{ type: 'I' },
		{ code: 'OT' },
		{ subCode: '1' },
		{ city: 'BOSTON' },
	];
	const ids = others.map((other) => eventId({ ...scan, ...other }));
	expect(new Set([eventId(scan), ...ids]).size).toBe(others.length + 1);
});

test('parts cannot run into each other', () => {
	const a = eventId({ ...scan, type: 'A', code: 'B\u001fC', subCode: null });
	const b = eventId({ ...scan, type: 'A', code: 'B', subCode: 'C' });
	expect(a).not.toBe(b);
});

test('the words count where there is no code', () => {
	const text = (description: string) => eventId({ ...scan, type: null, code: null, description });
	expect(text('Delivered')).toBe(text(' DELIVERED'));
	expect(text('Delivered')).not.toBe(text('Not delivered'));
});
