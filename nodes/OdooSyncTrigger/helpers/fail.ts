import { NodeOperationError } from 'n8n-workflow';
import type { OdooFailure, Result } from '../../../core/odoo';
import { OdooErrorKind } from '../../../core/odoo';
import type { TriggerContext } from './settings';

/** The value. @throws NodeOperationError with Odoo's words: a trigger has no items on which a failure could leave */
export function unwrap<T>(node: TriggerContext, result: Result<T>): T {
	if (result.ok) return result.value;
	throw asError(node, result.failure);
}

export const asError = (node: TriggerContext, { message, advice }: OdooFailure) =>
	new NodeOperationError(node.getNode(), message, { description: advice });

/** Why the automation rules could not be made, and what to do. */
export function registrationError(node: TriggerContext, failure: OdooFailure): NodeOperationError {
	if (failure.kind === OdooErrorKind.Access) {
		return new NodeOperationError(
			node.getNode(),
			`The Odoo user may not make automation rules: the right Administration / Settings (base.group_system) is missing. Give it to the user of the credential, or set Mode to Poll, which needs no administrator. Odoo says: ${failure.message}`,
		);
	}
	if (failure.kind === OdooErrorKind.Missing && failure.model === 'base.automation') {
		return new NodeOperationError(
			node.getNode(),
			'This Odoo has no automation rules: install the app Automation Rules (base_automation), or set Mode to Poll.',
		);
	}
	return asError(node, failure);
}
