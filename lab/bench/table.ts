/** A Markdown table; prettier aligns it. */
export function table(headings: string[], rows: string[][]): string {
	const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
	return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

/** 3 significant digits, with thousands separated: 16.3, 283, 12,982. */
export function figure(value: number): string {
	if (!Number.isFinite(value)) return '–';
	const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
	return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

export const seconds = (milliseconds: number): string => `${figure(milliseconds / 1000)} s`;
