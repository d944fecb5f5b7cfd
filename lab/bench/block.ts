const opening = (id: string): string => `<!-- bench:${id} -->`;
const closing = (id: string): string => `<!-- /bench:${id} -->`;

/** The page with the block of this section replaced, or added at the end. Other blocks stay as they are. */
export function replaceBlock(page: string, id: string, content: string): string {
	const block = `${opening(id)}\n\n${content.trim()}\n\n${closing(id)}`;
	const start = page.indexOf(opening(id));
	const end = page.indexOf(closing(id));
	if (start === -1 || end === -1) return `${page.trimEnd()}\n\n${block}\n`;
	return page.slice(0, start) + block + page.slice(end + closing(id).length);
}
