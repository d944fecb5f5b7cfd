import type { OdooAccess, OdooKind } from '../state';
import { answers } from '../run';
import { HOST } from '../ports';
import { LabError } from '../progress';

/** Where n8n's queue mode finds its servers. */
export interface QueueServers {
	postgres: { host: string; port: number };
	redis: { host: string; port: number };
}

export const queueServers = (ports: Record<string, number>): QueueServers => ({
	postgres: { host: HOST, port: ports.postgres },
	redis: { host: HOST, port: ports.redis },
});

/** What a backend started; no Odoo when an existing one is used. */
export interface Started {
	odoo?: OdooAccess;
	queue?: QueueServers;
}

export function dockerAnswers(): boolean {
	return answers('docker', ['info'], 10) && answers('docker', ['compose', 'version'], 10);
}

function debianCan(): boolean {
	return (
		process.platform === 'linux' &&
		process.getuid?.() === 0 &&
		(answers('debootstrap', ['--version']) || answers('apt-get', ['--version']))
	);
}

/** An Odoo that exists, else Docker where an engine answers, else Debian packages in a folder. */
export function chooseOdoo(): OdooKind {
	if (process.env.ODOO_URL) return 'external';
	const asked = process.env.LAB_ODOO;
	if (asked !== undefined && asked !== 'debian' && asked !== 'docker') {
		throw new LabError(`LAB_ODOO is "${asked}": use debian or docker, or leave it out.`);
	}
	if (asked !== 'debian' && dockerAnswers()) return 'docker';
	if (asked !== 'docker' && debianCan()) return 'debian';
	throw new LabError(
		'The lab needs a Docker engine that answers `docker info`, or root on Debian to run Odoo from ' +
			'packages: start Docker, or run as root, or set ODOO_URL, ODOO_DB, ODOO_LOGIN and ' +
			'ODOO_PASSWORD of an Odoo to use.',
	);
}
