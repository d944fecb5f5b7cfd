import { replaceBlock } from '../../../lab/bench/block';

const PAGE = `# Benchmarks

<!-- bench:a -->

old a

<!-- /bench:a -->

Words between.

<!-- bench:b -->

old b

<!-- /bench:b -->
`;

it('replaces the block of one section and leaves every other byte', () => {
	const page = replaceBlock(PAGE, 'a', 'new $& a');
	expect(page).toContain('new $& a');
	expect(page).not.toContain('old a');
	expect(page.slice(page.indexOf('Words'))).toBe(PAGE.slice(PAGE.indexOf('Words')));
	expect(replaceBlock(page, 'a', 'new $& a')).toBe(page);
});

it('adds a block that is not there yet at the end', () => {
	const page = replaceBlock(PAGE, 'c', 'new c');
	expect(page.startsWith(PAGE.trimEnd())).toBe(true);
	expect(page.endsWith('<!-- bench:c -->\n\nnew c\n\n<!-- /bench:c -->\n')).toBe(true);
});
