import { randomBytes } from 'node:crypto';
import type { NewUser } from '../clients';

const newPassword = () => randomBytes(12).toString('base64url');

/** The user that n8n works as. */
export const BOT: NewUser = {
	login: 'logistics-bot',
	name: 'Logistics Bot',
	password: newPassword(),
	groups: [
		'stock.group_stock_manager',
		'account.group_account_invoice',
		'sales_team.group_sale_salesman_all_leads',
		'purchase.group_purchase_user',
		'mrp.group_mrp_user',
	],
};

/** Works the exception queue. */
export const OPERATOR: NewUser = {
	login: 'logistics-operator',
	name: 'Logistics Operator',
	password: newPassword(),
	groups: ['n8n_logistics.group_operator', 'stock.group_stock_user'],
};

/** Decides what is beyond tolerance. */
export const APPROVER: NewUser = {
	login: 'head-of-logistics',
	name: 'Head of Logistics',
	password: newPassword(),
	groups: [
		'purchase.group_purchase_manager',
		'stock.group_stock_manager',
		'sales_team.group_sale_manager',
		'account.group_account_manager',
	],
};
