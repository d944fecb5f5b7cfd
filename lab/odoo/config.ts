import { HOST } from '../ports';
import { DATABASE, ODOO_ADMIN, ODOO_MASTER_PASSWORD, TEMPLATE_DATABASE } from '../recipe';
import type { OdooAccess } from '../state';

/** Odoo's threaded server; it may not mail or phone home, whatever the demo data says. */
export const odooConfig = (
	httpPort: number,
	dataDir: string,
	database: string,
): string => `[options]
http_interface = ${HOST}
http_port = ${httpPort}
${database}
data_dir = ${dataDir}
admin_passwd = ${ODOO_MASTER_PASSWORD}
list_db = True
proxy_mode = False
workers = 0
max_cron_threads = 1
limit_time_real = 600
limit_memory_soft = 6442450944
limit_memory_hard = 8589934592
smtp_server = ${HOST}
smtp_port = 1
publisher_warranty_url = http://${HOST}:1/
`;

export const labOdooAccess = (port: number): OdooAccess => ({
	url: `http://${HOST}:${port}`,
	db: DATABASE,
	adminLogin: ODOO_ADMIN.login,
	adminPassword: ODOO_ADMIN.password,
	version: '',
	masterPassword: ODOO_MASTER_PASSWORD,
	templateDb: TEMPLATE_DATABASE,
});
