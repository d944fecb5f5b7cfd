import type { OdooFailure, Result } from '../../../../core/odoo';
import { failed, OdooErrorKind } from '../../../../core/odoo';
import { notSetUp } from '../../../shared/odoo/setupState';

/** Odoo does not know a model of ours: nobody has run Setup. */
export const explainMissingModel = <T>(result: Result<T>, model: string): Result<T> =>
	!result.ok && isMissingModel(result.failure, model) ? failed(notSetUp()) : result;

/** JSON-2 answers 404 and names the model, JSON-RPC with a KeyError or "Object ... doesn't exist". */
function isMissingModel({ kind, message }: OdooFailure, model: string): boolean {
	const isAboutModel =
		kind === OdooErrorKind.Missing ||
		kind === OdooErrorKind.Configuration ||
		kind === OdooErrorKind.Validation;
	return isAboutModel && message.includes(model);
}
