import type { Result } from '../../../core/odoo';
import { success } from '../../../core/odoo';
import { compilePolicy, type Compiled, type Policy } from '../../../core/tolerance';
import { misconfigured } from './json';

const KEPT = 50;

/** Compiled policies by their text, the latest ones: compiling is pure, so any run may use what another one compiled. */
const compiled = new Map<string, Compiled>();

export function compileOnce(document: unknown): Compiled {
	const text = JSON.stringify(document) ?? '';
	const known = compiled.get(text);
	if (known) return known;
	const fresh = compilePolicy(document);
	compiled.set(text, fresh);
	if (compiled.size > KEPT) compiled.delete(compiled.keys().next().value as string);
	return fresh;
}

/** A policy, or a list of its versions, ready to decide. */
export function readyToDecide(document: unknown, name: string): Result<Policy[]> {
	const versions: unknown[] = Array.isArray(document) ? document : [document];
	if (versions.length === 0) return misconfigured(`${name} is an empty list`, 'Give a policy.');
	const policies: Policy[] = [];
	for (const version of versions) {
		const one = compileOnce(version);
		if (!one.ok) {
			const [{ path, message }] = one.issues;
			const more = one.issues.length > 1 ? ` (and ${one.issues.length - 1} more)` : '';
			return misconfigured(
				`${name} cannot decide: ${path}: ${message}${more}`,
				'Correct the policy. The operation Validate Policy lists all that is wrong with it.',
			);
		}
		policies.push(one.policy);
	}
	return success(policies);
}
