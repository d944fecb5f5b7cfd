import standard from './fields.json';

/** What the values of a field are, and so how they are compared. */
export enum FieldKind {
	/** An amount of something, in a unit. */
	Quantity = 'quantity',
	/** Money per unit. */
	Price = 'price',
	/** An amount of money, in a currency. */
	Money = 'money',
	/** A date, an instant, or as expected value a window of two. */
	Time = 'time',
	/** A plain number. */
	Number = 'number',
}

export enum RuleLevel {
	Line = 'line',
	Document = 'document',
}

export interface FieldDefinition {
	readonly kind: FieldKind;
	/** Whether documents have one of it per line, or one in all. */
	readonly level: RuleLevel;
	readonly label: string;
	/** What the expected and the actual value are called in sentences. */
	readonly expected: string;
	readonly actual: string;
}

/** The fields every policy may speak of; a policy can declare more. */
export const STANDARD_FIELDS = standard as Readonly<Record<string, FieldDefinition>>;
