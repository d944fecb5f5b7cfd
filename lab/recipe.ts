import { join, resolve } from 'node:path';
import { hashOf, hashOfFiles } from './cache';

/** The clone this lab belongs to. */
export const CLONE = resolve(__dirname, '..');
export const LAB = __dirname;

/** What Odoo has installed, with demo data. */
export const MODULES = [
	'sale_management',
	'stock',
	'purchase',
	'account',
	'stock_delivery',
	'sale_stock',
	'purchase_stock',
	'mrp',
	'project',
	'base_automation',
];

/** The database every other one is copied from. Nothing ever writes to it. */
export const TEMPLATE_DATABASE = 'lab_template';
/** The database a person works in. */
export const DATABASE = 'lab';

/** Not secrets: everything listens on 127.0.0.1 and is thrown away with the instance. */
export const ODOO_ADMIN = { login: 'admin', password: 'admin' };
export const ODOO_MASTER_PASSWORD = 'lab-master';
export const N8N_OWNER = {
	email: 'owner@example.com',
	password: 'Lab-owner-1',
	firstName: 'Lab',
	lastName: 'Owner',
};
export const N8N_ENCRYPTION_KEY = 'lab-only';
export const N8N_DATABASE = { name: 'n8n', user: 'n8n', password: 'n8n' };
/** Statements that make n8n's database in Odoo's cluster, for queue mode. */
export const N8N_SQL = [
	`create role ${N8N_DATABASE.user} login password '${N8N_DATABASE.password}'`,
	`create database ${N8N_DATABASE.name} owner ${N8N_DATABASE.user}`,
];

const odoo = (file: string) => join(LAB, 'odoo', file);

export function odooRootKey(): string {
	return `odoo-root-${hashOfFiles([odoo('build-root.sh')], process.arch)}`;
}

export function odooDataKey(): string {
	const script = [odoo('prepare.sh')];
	return `odoo-db-${hashOfFiles(script, odooRootKey(), ...MODULES, TEMPLATE_DATABASE, DATABASE)}`;
}

export function odooDockerKey(): string {
	return `odoo-docker-${hashOfFiles([join(LAB, 'docker-compose.yml')], ...MODULES)}`;
}

export function n8nKey(): string {
	const lock = join(LAB, 'package-lock.json');
	return `n8n-${hashOfFiles([lock], process.platform, process.arch)}`;
}

export function n8nHomeKey(): string {
	return `${n8nKey()}-home-${hashOf(JSON.stringify(N8N_OWNER), N8N_ENCRYPTION_KEY)}`;
}
