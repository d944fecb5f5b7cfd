import { checkConfiguration } from './rules/configuration';
import { checkConnections } from './rules/connections';
import { checkCredentials } from './rules/credentials';
import { checkDeadEnds } from './rules/deadEnds';
import { checkExpressions } from './rules/expressions';
import { checkHead } from './rules/head';
import { checkLayout } from './rules/layout';
import { checkNotes } from './rules/notes';
import { checkParameters } from './rules/parameters';
import { checkPrivacy } from './rules/privacy';
import type { Catalogue, Rule, Template } from './template';

const RULES: Rule[] = [
	checkHead,
	checkParameters,
	checkExpressions,
	checkConnections,
	checkDeadEnds,
	checkCredentials,
	checkPrivacy,
	checkNotes,
	checkLayout,
];

/** Everything that is wrong with a template; an empty list when it can be shipped. */
export const check = (
	template: Template,
	catalogue: Catalogue,
	{ needsConfiguration = true } = {},
): string[] =>
	[...RULES, ...(needsConfiguration ? [checkConfiguration] : [])].flatMap((rule) =>
		rule(template, catalogue),
	);
