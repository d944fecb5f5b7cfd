/** Colours by their use. Text on its ground has a contrast of 4.5 : 1 at least, borders of fields 3 : 1. */
export interface Palette {
	ground: string;
	card: string;
	text: string;
	muted: string;
	line: string;
	/** Border of fields. */
	edge: string;
	accent: string;
	onAccent: string;
	error: string;
	errorGround: string;
	done: string;
	doneGround: string;
}

export const LIGHT: Palette = {
	ground: '#f3f4f6',
	card: '#ffffff',
	text: '#1a1d21',
	muted: '#545c66',
	line: '#d9dde2',
	edge: '#7a828c',
	accent: '#0b57d0',
	onAccent: '#ffffff',
	error: '#a8201a',
	errorGround: '#fdecea',
	done: '#14632f',
	doneGround: '#e6f4ea',
};

export const DARK: Palette = {
	ground: '#121417',
	card: '#1c1f24',
	text: '#e9ebee',
	muted: '#aab2bc',
	line: '#363c44',
	edge: '#7f8894',
	accent: '#8ab4f8',
	onAccent: '#0b1f3f',
	error: '#ffb4ab',
	errorGround: '#3b1a18',
	done: '#8fd8a4',
	doneGround: '#15301d',
};
