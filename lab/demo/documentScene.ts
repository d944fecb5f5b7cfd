import { describeChange, type Scene } from './scene';
import type { Stage } from './stage';

/** What became of it, and where Odoo shows it. */
export interface Seen {
	document: string;
	outcome: string;
	place: string;
}

interface End {
	outcome: string;
	state: string;
}

/** Something that happens to a document of Odoo, described by what Odoo shows about it. */
export interface DocumentScene {
	template: string;
	what: string;
	happens: (stage: Stage) => Promise<void>;
	/** The document in a few words, before and after. */
	state: (stage: Stage) => Promise<string>;
	seen: (stage: Stage) => Promise<Seen>;
	expected: End;
	/** How it ends when whoever watches decides otherwise. */
	otherwise?: End;
}

export const documentScene = ({
	template,
	what,
	happens,
	state,
	seen,
	expected,
	otherwise,
}: DocumentScene): Scene => ({
	template,
	what,
	play: async (stage) => {
		const before = await state(stage);
		await happens(stage);
		const after = await state(stage);
		const found = await seen(stage);
		const ends = stage.approver.isInteractive && otherwise ? [expected, otherwise] : [expected];
		const isAsExpected = ends.some(
			({ outcome, state: end }) => outcome === found.outcome && end === after,
		);
		return {
			...found,
			change: describeChange(before, after),
			...(!isAsExpected && { expected: `${expected.outcome}, ${expected.state}` }),
		};
	},
});
