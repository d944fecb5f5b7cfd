import { Validator, type Schema } from '@cfworker/json-schema';
import schema from '../../../policies/tolerance-policy.schema.json';

/** Something wrong in a policy: where (JSON pointer), what, and whether it stops the policy from deciding. */
export interface PolicyIssue {
	readonly path: string;
	readonly message: string;
	readonly severity: 'error' | 'warning';
}

const validator = new Validator(schema as Schema, '2020-12', false);

/** Errors about the places they are at, without those of the places that hold them. */
export function schemaIssues(policy: unknown): PolicyIssue[] {
	const { valid, errors } = validator.validate(policy);
	if (valid) return [];
	const places = errors.map(({ instanceLocation }) => instanceLocation);
	const isInner = (place: string): boolean =>
		!places.some((other) => other !== place && other.startsWith(`${place}/`));
	const seen = new Set<string>();
	return errors
		.filter(({ instanceLocation, keyword }) => isInner(instanceLocation) && keyword !== '$ref')
		.map(({ instanceLocation, error }) => ({
			path: instanceLocation.replace(/^#/, '') || '/',
			message: error.replace(/^Instance /, 'It '),
			severity: 'error' as const,
		}))
		.filter(({ path, message }) => !seen.has(path + message) && seen.add(path + message));
}
