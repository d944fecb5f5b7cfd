import type { Rule } from '../template';
import { isNote } from '../template';

export const EXPLANATION = 'How it works';

/** One note explains the template and how to set it up; the others name a section, in few words. */
export const checkNotes: Rule = ({ nodes }) => {
	const notes = nodes.filter(isNote);
	const problems = notes
		.filter(({ parameters }) => !/^### \S/.test(String(parameters.content)))
		.map(({ name }) => `"${name}": the note does not begin with a "### Title"`);
	const explaining = notes.filter(({ parameters }) =>
		/\*\*Set up\*\*\n1\. /.test(String(parameters.content)),
	);
	if (explaining.length !== 1 || explaining[0].name !== EXPLANATION) {
		problems.push(
			`there must be one note with numbered steps under "**Set up**", called "${EXPLANATION}"`,
		);
	}
	return problems;
};
