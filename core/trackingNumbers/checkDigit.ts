/** Ways in which check digits are computed. Closed list; a format in `formats.json` names one with its numbers. */
export enum CheckAlgorithm {
	/** Digits (letters as given by `letters`) times `weights` in turn from `from`, to the next multiple of ten. */
	Mod10 = 'mod10',
	/** The rest of the number divided by seven. */
	Mod7 = 'mod7',
	/** Weighted sum, modulo eleven, modulo ten (FedEx). */
	Mod11Mod10 = 'mod11mod10',
	/** UPU S10: 11 minus the weighted sum modulo eleven, 10 as 0 and 11 as 5. */
	S10 = 's10',
	/** ISO 6346: letters as numbers without multiples of eleven, times powers of two. */
	Iso6346 = 'iso6346',
	/** ISO 7064 MOD 37,36 over digits and letters (DPD). */
	Mod37 = 'mod37_36',
}

export interface CheckRule {
	readonly algorithm: `${CheckAlgorithm}`;
	/** Multipliers, repeated as often as needed. */
	readonly weights?: readonly number[];
	/** Where the first weight belongs: `right` is next to the check digit. */
	readonly from?: 'left' | 'right';
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Digits are themselves; A is 2, B is 3 and so on, modulo ten, as UPS counts. */
const digitOf = (character: string): number => {
	const value = ALPHABET.indexOf(character);
	return value < 10 ? value : (value - 8) % 10;
};

const weighted = (text: string, { weights = [1], from = 'left' }: CheckRule): number => {
	let sum = 0;
	for (let index = 0; index < text.length; index++) {
		const place = from === 'right' ? text.length - 1 - index : index;
		sum += digitOf(text[place]) * weights[index % weights.length];
	}
	return sum;
};

/** Whole numbers of any length modulo a small one, digit by digit. */
const modulo = (digits: string, divisor: number): number =>
	Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % divisor, 0);

const s10 = (serial: string, rule: CheckRule): number => {
	const value = 11 - (weighted(serial, rule) % 11);
	return value === 10 ? 0 : value === 11 ? 5 : value;
};

/** 10 to 38 for A to Z, leaving out 11, 22 and 33. */
const containerValue = (character: string): number => {
	const value = ALPHABET.indexOf(character);
	return value < 10 ? value : value + Math.floor((value - 1) / 10);
};

const iso6346 = (text: string): number => {
	const sum = Array.from(text).reduce(
		(total, character, index) => total + containerValue(character) * 2 ** index,
		0,
	);
	return (sum % 11) % 10;
};

const mod37 = (text: string): string => {
	const product = Array.from(text).reduce((last, character) => {
		const sum = (last + ALPHABET.indexOf(character)) % 36;
		return ((sum === 0 ? 36 : sum) * 2) % 37;
	}, 36);
	return ALPHABET[(37 - product) % 36];
};

/** The check digit (or letter) of the text before it. */
export function checkDigit(text: string, rule: CheckRule): string {
	switch (rule.algorithm as CheckAlgorithm) {
		case CheckAlgorithm.Mod10:
			return String((10 - (weighted(text, rule) % 10)) % 10);
		case CheckAlgorithm.Mod7:
			return String(modulo(text, 7));
		case CheckAlgorithm.Mod11Mod10:
			return String((weighted(text, rule) % 11) % 10);
		case CheckAlgorithm.S10:
			return String(s10(text, rule));
		case CheckAlgorithm.Iso6346:
			return String(iso6346(text));
		case CheckAlgorithm.Mod37:
			return mod37(text);
	}
}
