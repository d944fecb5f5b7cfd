import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { LabProcess } from './processes';
import { LabError } from './progress';
import { CLONE } from './recipe';

export type OdooKind = 'debian' | 'docker' | 'external';

export interface OdooAccess {
	url: string;
	db: string;
	adminLogin: string;
	adminPassword: string;
	version: string;
	/** What Odoo's database manager needs; an external Odoo may not offer it. */
	masterPassword?: string;
	templateDb?: string;
}

export interface N8nAccess {
	/** The editor and the REST API. */
	url: string;
	/** Where production webhooks answer: in queue mode a process of its own. */
	webhookUrl: string;
	email: string;
	password: string;
	version: string;
}

export interface InstanceState {
	name: string;
	/** False while it is being started, so that what an interrupt left can be told from a lab. */
	ready: boolean;
	mode: 'single' | 'queue';
	/** Of n8n, in queue mode. */
	workers: number;
	odooKind: OdooKind;
	odoo?: OdooAccess;
	n8n?: N8nAccess;
	ports: Record<string, number>;
	processes: LabProcess[];
	/** The compose project, where Docker runs the servers. */
	dockerProject?: string;
	/** The build of the package that n8n has loaded. */
	packageHash?: string;
}

/** All instances of this clone; ignored by git. */
export const LAB_STATE = join(CLONE, '.lab');

export function instanceDir(name: string): string {
	if (!/^[a-z0-9][a-z0-9-]{0,30}$/.test(name)) {
		throw new LabError(`"${name}" is no name for a lab: small letters, digits and hyphens.`);
	}
	return join(LAB_STATE, name);
}

export function readState(name: string): InstanceState | undefined {
	const file = join(instanceDir(name), 'state.json');
	if (!existsSync(file)) return undefined;
	return JSON.parse(readFileSync(file, 'utf8')) as InstanceState;
}

/** Written after each process that starts, so that a crash of `up` loses none of them. */
export function writeState(state: InstanceState): void {
	const dir = instanceDir(state.name);
	mkdirSync(join(dir, 'logs'), { recursive: true });
	const file = join(dir, 'state.json');
	writeFileSync(`${file}.new`, `${JSON.stringify(state, null, '\t')}\n`, { mode: 0o600 });
	renameSync(`${file}.new`, file);
}

export function instanceNames(): string[] {
	if (!existsSync(LAB_STATE)) return [];
	return readdirSync(LAB_STATE, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name);
}
