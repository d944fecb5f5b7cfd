import type { OdooFailure } from '../../../core/odoo';

/** Node.js's error code and message, wherever n8n's wrappers have put them. */
export function networkError(error: unknown): { code: string; message: string } {
	for (const { code, message } of chainOf(error)) {
		if (typeof code === 'string' && /^E[A-Z_]+$|^[A-Z]+_[A-Z_]+$/.test(code)) {
			return { code, message: String(message ?? '') };
		}
	}
	return { code: '', message: isObject(error) ? String(error.message ?? '') : String(error) };
}

/** The failure that a `CredentialError` carries, or null for an error of the network. */
export function credentialFailure(error: unknown): OdooFailure | null {
	// Credential and node are bundled apart, so the class cannot tell.
	const carrier = chainOf(error).find(({ odooFailure }) => isObject(odooFailure));
	return (carrier?.odooFailure as OdooFailure | undefined) ?? null;
}

/** The error and what caused it; n8n wraps several times. */
function chainOf(error: unknown): Array<Record<string, unknown>> {
	const chain: Array<Record<string, unknown>> = [];
	for (let current = error; isObject(current) && chain.length < 5; current = current.cause) {
		chain.push(current);
	}
	return chain;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;
