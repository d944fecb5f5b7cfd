import { readFileSync } from 'node:fs';
import path from 'node:path';
import { READY_POLICIES, type DocumentText } from '../../../core/tolerance';
import { decide, policyOf } from './helpers/decide';

const PAGE = readFileSync(path.join(__dirname, '../../../docs/tolerance-gate.md'), 'utf8');
const EXAMPLE = /^### (.+)\n\n`([a-z-]+)`[^]*?```json\n([^]*?)```\n\n((?:> .*\n?)+)/gm;

interface Example {
	readonly id: string;
	readonly document: DocumentText;
	readonly says: string;
}

const examples: Example[] = [...PAGE.matchAll(EXAMPLE)].map(([, , id, document, says]) => ({
	id,
	document: JSON.parse(document) as DocumentText,
	says: says.replace(/^> ?/gm, '').replace(/\s+/g, ' ').trim(),
}));

test('every ready policy has a worked example', () => {
	expect(examples.map(({ id }) => id).sort()).toEqual(READY_POLICIES.map(({ id }) => id).sort());
});

test.each(examples)('the page says of $id what the gate says', ({ id, document, says }) => {
	const policy = policyOf(READY_POLICIES.find((one) => one.id === id));
	expect(decide(policy, document).sentence).toBe(says);
});
