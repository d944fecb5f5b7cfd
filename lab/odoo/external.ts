import { LabError } from '../progress';
import type { OdooAccess } from '../state';
import { waitForOdoo } from './ready';

/** An Odoo that is already there. Nothing is started or stopped for it. */
export async function externalOdoo(): Promise<OdooAccess> {
	const { ODOO_URL: url, ODOO_DB: db, ODOO_LOGIN: login, ODOO_PASSWORD: password } = process.env;
	if (!url || !db || !login || !password) {
		throw new LabError('With ODOO_URL, set ODOO_DB, ODOO_LOGIN and ODOO_PASSWORD too.');
	}
	return await waitForOdoo({
		url: url.replace(/\/+$/, ''),
		db,
		adminLogin: login,
		adminPassword: password,
		version: '',
		masterPassword: process.env.ODOO_MASTER_PASSWORD,
		templateDb: process.env.ODOO_TEMPLATE_DB,
	});
}
