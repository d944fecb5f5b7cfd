import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { NormalizeResult } from '../../../../core/carriers';

const FOLDER = path.resolve(__dirname, '../../../fixtures/carriers');

export interface Fixture {
	/** Where the payload is documented. */
	readonly document: string;
	readonly payload: unknown;
}

export const fixture = (name: string): Fixture =>
	JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8')) as Fixture;

/** One line per event: what a reader would check against the document. */
export const lines = ({ events }: NormalizeResult): string[] =>
	events.map(({ subject, data }) =>
		[
			subject,
			[data.raw.type, data.raw.code, data.raw.subCode].map((part) => part ?? '-').join('/'),
			`${data.milestone}:${data.subStatus ?? '-'}`,
			`${data.time.occurredAtLocal} ${data.time.offset ?? 'null'} ${data.time.occurredAt ?? 'no instant'} ${data.time.certainty}`,
			`${data.mapping.rule} ${data.mapping.by} ${data.mapping.confidence}`,
		].join(' | '),
	);
