import { createWriteStream, openAsBlob } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import axios from 'axios';
import { LabError } from '../progress';
import { waitForOdoo } from '../odoo/ready';
import type { OdooAccess } from '../state';

/** What Odoo's database manager answers in its page when it did not do it. */
const FAILED = /Database (?:duplication|deletion|restore|backup) error: ([^<]+)/;

function masterPassword({ masterPassword: password }: OdooAccess): string {
	if (password) return password;
	throw new LabError('This Odoo has no master password set, so no database can be made in it.');
}

async function manage(
	access: OdooAccess,
	verb: 'duplicate' | 'drop' | 'restore',
	form: Record<string, string | Blob>,
): Promise<void> {
	const body = new FormData();
	body.append('master_pwd', masterPassword(access));
	for (const [field, value] of Object.entries(form)) body.append(field, value);
	const answer = await axios.post<string>(`${access.url}/web/database/${verb}`, body, {
		maxRedirects: 0,
		maxBodyLength: Infinity,
		validateStatus: () => true,
		responseType: 'text',
	});
	// A redirect to the manager is its success; an error is a page with status 200.
	if (answer.status === 303) return;
	const why = FAILED.exec(answer.data)?.[1].replaceAll('&#34;', '"').trim();
	throw new LabError(`Odoo did not ${verb} the database: ${why ?? answer.status}`);
}

/** A fresh copy of the prepared database, for a test run that must not meet anybody else's data. */
export async function createDatabase(access: OdooAccess, name: string): Promise<OdooAccess> {
	if (!access.templateDb) throw new LabError('This Odoo has no template database to copy.');
	await manage(access, 'duplicate', { name: access.templateDb, new_name: name });
	// Logging in makes Odoo note under which address it is reached, for the links it writes.
	return await waitForOdoo({ ...access, db: name });
}

export async function databaseExists(access: OdooAccess, name: string): Promise<boolean> {
	const { data } = await axios.post<{ result: string[] }>(`${access.url}/web/database/list`, {
		jsonrpc: '2.0',
		method: 'call',
		params: {},
	});
	return data.result.includes(name);
}

export async function dropDatabase(access: OdooAccess, name: string): Promise<void> {
	if (name === access.templateDb) throw new LabError('The template database is not to be dropped.');
	await manage(access, 'drop', { name });
}

/** Odoo's own backup of a database and its files, as a zip. */
export async function backupDatabase(
	access: OdooAccess,
	name: string,
	file: string,
): Promise<void> {
	const answer = await axios.postForm<Readable>(
		`${access.url}/web/database/backup`,
		{ master_pwd: masterPassword(access), name, backup_format: 'zip' },
		{ responseType: 'stream' },
	);
	// A backup that failed is a page.
	if (String(answer.headers['content-type']).startsWith('text/html')) {
		throw new LabError(`Odoo did not back up the database ${name}.`);
	}
	await pipeline(answer.data, createWriteStream(file));
}

export async function restoreDatabase(
	access: OdooAccess,
	name: string,
	file: string,
): Promise<void> {
	await manage(access, 'restore', { name, copy: 'true', backup_file: await openAsBlob(file) });
}
