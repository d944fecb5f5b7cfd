import type { NodeOperationError } from 'n8n-workflow';
import type { OdooFailure, Result } from '../../../core/odoo';
import { failed, failure, OdooErrorKind } from '../../../core/odoo';

/**
 * Turns an exception into a failed result.
 * n8n sends the input items of a node that throws to its first output when "On Error" is set to continue, where
 * they look like successes: so no operation may throw for an item.
 */
export async function safely<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
	try {
		return await work();
	} catch (error) {
		return failed(error instanceof FailureError ? error.failure : asFailure(error));
	}
}

/** A failure where no result can be returned, such as in a generator; `safely` makes it one again. */
export class FailureError extends Error {
	constructor(readonly failure: OdooFailure) {
		super(failure.message);
	}
}

function asFailure(error: unknown) {
	const { message, description } = error as Partial<NodeOperationError>;
	const advice = typeof description === 'string' && description !== '' ? description : undefined;
	return failure(OdooErrorKind.Configuration, message ?? String(error), { advice });
}
