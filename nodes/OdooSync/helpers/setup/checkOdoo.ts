import { DateTime } from 'luxon';
import { GROUP_BOT } from '../../../../core/odoo/apply';
import type { OdooClient } from '../../../shared/odoo/client';
import type { Finding } from './finding';
import { FindingLevel, ok, problem } from './finding';

/** Administrators may do what the bot may. */
const GROUP_SYSTEM = 'base.group_system';

interface UserContext {
	lang?: string | false;
	tz?: string | false;
	uid: number;
}

/** Apps that shipped routes write to, by a model of each. */
const APPS: ReadonlyArray<readonly [app: string, model: string]> = [
	['Inventory', 'stock.picking'],
	['Sales', 'sale.order'],
	['Purchase', 'purchase.order'],
	['Invoicing', 'account.move'],
	['Automation Rules', 'base.automation'],
];

export async function checkUser(client: OdooClient): Promise<Finding[]> {
	const about = 'User';
	const context = await client.read<UserContext>({ model: 'res.users', method: 'context_get' });
	if (!context.ok) return [problem(about, context.failure.message, context.failure.advice)];
	const { lang, tz, uid } = context.value;
	const findings = [
		ok(about, `User ${uid}, language ${lang || 'none'}, time zone ${tz || 'none'}`),
	];
	if (!lang || !lang.startsWith('en')) {
		findings.push(
			problem(
				about,
				`Odoo answers this user in ${lang || 'no language'}`,
				'English is advised for the bot: messages in the ledger are then the same for all readers.',
				FindingLevel.Warning,
			),
		);
	}
	if (!tz) {
		const advice =
			'Set the time zone of the user: days and reports depend on it. Stored times do not.';
		findings.push(problem(about, 'The user has no time zone', advice, FindingLevel.Warning));
	}
	return findings;
}

export async function checkGroups(client: OdooClient): Promise<Finding[]> {
	const about = 'Group';
	const context = await client.read<UserContext>({ model: 'res.users', method: 'context_get' });
	if (!context.ok) return [problem(about, context.failure.message, context.failure.advice)];
	const { uid } = context.value;
	const member = await isMember(client, uid, GROUP_BOT);
	if (!member.ok)
		return [
			problem(
				about,
				member.failure.message,
				'Add the user to Logistics Sync / Bot.',
				FindingLevel.Warning,
			),
		];
	if (member.value) return [ok(about, 'The user is in Logistics Sync / Bot')];
	const administrator = await isMember(client, uid, GROUP_SYSTEM);
	if (administrator.ok && administrator.value) {
		const advice = 'Use this credential for Setup alone, and one of the bot for everything else.';
		return [problem(about, 'The user is an administrator', advice, FindingLevel.Warning)];
	}
	return [
		problem(
			about,
			'The user is not in Logistics Sync / Bot',
			'Add it (Settings → Users): only its members may apply events.',
		),
	];
}

const isMember = async (client: OdooClient, uid: number, group: string) =>
	await client.read<boolean>({
		model: 'res.users',
		method: 'has_group',
		ids: [uid],
		params: { group_ext_id: group },
	});

export async function checkModules(client: OdooClient): Promise<Finding[]> {
	const models = await client.read<Array<{ model: string }>>({
		model: 'ir.model',
		method: 'get_available_models',
	});
	if (!models.ok) return [problem('Apps', models.failure.message, models.failure.advice)];
	const names = new Set(models.value.map(({ model }) => model));
	return APPS.map(([app, model]) =>
		names.has(model)
			? ok(`App ${app}`, 'Installed')
			: problem(
					`App ${app}`,
					`${model} is not there, or this user may not see it`,
					`Install the app ${app} if you need its routes.`,
					FindingLevel.Warning,
				),
	);
}

const WARN_DAYS = 14;

/** Keys of the user itself; Odoo shows them to nobody else. */
export async function checkKeys(client: OdooClient, nowMs: number): Promise<Finding[]> {
	const about = 'API key';
	const keys = await client.read<Array<{ name: string; expiration_date: string | false }>>({
		model: 'res.users.apikeys',
		method: 'search_read',
		params: { domain: [], fields: ['name', 'expiration_date'] },
	});
	if (!keys.ok)
		return [
			problem(
				about,
				keys.failure.message,
				'Note the expiry date of the key yourself.',
				FindingLevel.Warning,
			),
		];
	return keys.value.map(({ name, expiration_date: until }) => {
		if (until === false) return ok(about, `"${name}" does not expire`);
		const end = DateTime.fromSQL(until, { zone: 'utc' });
		const days = Math.floor(end.diff(DateTime.fromMillis(nowMs), 'days').days);
		const message = `"${name}" expires on ${end.toISODate()}, in ${days} days`;
		if (days > WARN_DAYS) return ok(about, message);
		const advice =
			'Make a new key in Odoo (Preferences → Account Security), and put it into the credential.';
		return problem(about, message, advice, days < 0 ? FindingLevel.Error : FindingLevel.Warning);
	});
}
