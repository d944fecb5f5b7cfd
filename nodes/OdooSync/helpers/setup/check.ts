import type { SetupManifest } from '../../../../core/odoo/setup';
import { expandManifest } from '../../../../core/odoo/setup';
import type { OdooClient } from '../../../shared/odoo/client';
import { readSetup } from '../../../shared/odoo/setupState';
import { checkGroups, checkKeys, checkModules, checkUser } from './checkOdoo';
import { checkRights } from './checkRights';
import type { Finding } from './finding';
import { FindingLevel, ok, problem } from './finding';

export interface CheckReport {
	healthy: boolean;
	errors: number;
	warnings: number;
	findings: Finding[];
}

/** Every check by itself: one that cannot be made is a finding too. */
export async function check(
	client: OdooClient,
	manifest: SetupManifest,
	models: string[],
	nowMs: number,
): Promise<CheckReport> {
	const findings = (
		await Promise.all([
			checkInstalled(client, manifest),
			checkUser(client),
			checkGroups(client),
			checkModules(client),
			checkRights(client, models),
			checkKeys(client, nowMs),
		])
	).flat();
	const count = (level: FindingLevel) =>
		findings.filter((finding) => finding.level === level).length;
	const errors = count(FindingLevel.Error);
	return { healthy: errors === 0, errors, warnings: count(FindingLevel.Warning), findings };
}

async function checkInstalled(client: OdooClient, manifest: SetupManifest): Promise<Finding[]> {
	const about = 'Setup';
	const setup = await readSetup(client);
	if (!setup.ok) return [problem(about, setup.failure.message, setup.failure.advice)];
	const installCall = 'Run Setup: Install with the credential of an administrator.';
	if (setup.value === null) return [problem(about, 'Setup is not installed', installCall)];
	const { version, records } = setup.value;
	if (version !== manifest.version) {
		const message = `Version ${version} is installed, this node brings ${manifest.version}`;
		return [problem(about, message, installCall, FindingLevel.Warning)];
	}
	const missing = expandManifest(manifest).filter(
		({ id, isOptional }) => !isOptional && records[id] === undefined,
	);
	if (missing.length > 0) {
		const message = `Not installed: ${missing.map(({ id }) => id).join(', ')}`;
		return [problem(about, message, installCall)];
	}
	return [ok(about, `Version ${version} is installed, ${Object.keys(records).length} records`)];
}
