import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Fixture {
	document: string;
	payload: unknown;
}

const FIXTURES = join(__dirname, '../../../test/fixtures/carriers');

/** Payloads that the carriers publish in their documentation; each file names its document. */
export const published = (name: string): unknown =>
	(JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), 'utf8')) as Fixture).payload;
