import type { Stage } from './stage';

/** What Odoo shows once something has happened. */
export interface Observation {
	/** Name of the document; 'none' when no document is about it. */
	document: string;
	/** What changed on it, or what was kept. */
	change: string;
	outcome: string;
	/** Where Odoo shows it, behind its address. */
	place: string;
	/** What Odoo should show; undefined when it does. */
	expected?: string;
}

/** Something that happens in the course of the day. */
export interface Scene {
	/** Number of the template that it goes through. */
	template: string;
	what: string;
	play: (stage: Stage) => Promise<Observation>;
}

export const describeChange = (before: string, after: string): string =>
	before === after ? `${after}, kept` : `${before} → ${after}`;
