import { normalize } from '../../../../core/carriers';
import { fixture, lines } from './fixture';

/** A fixture, the source that reads it, and a line for each of its events. The last word is the class. */
export type Golden = readonly [name: string, source: string, expected: readonly string[]];

/** The source is found from the payload alone, and every event is as it was checked by hand. */
export function expectGolden(...[name, source, expected]: Golden): void {
	const result = normalize(fixture(name).payload, null, { receivedAt: '2026-11-25T12:00:00Z' });
	expect(result.source).toBe(source);
	expect(result.problems).toEqual([]);
	expect(
		lines(result).map((line, index) => `${line} ${result.events[index].data.eventClass}`),
	).toEqual(expected);
}
