import { randomBytes } from 'node:crypto';
import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { ChangeKind, rulesFor, type RuleSpec } from '../../../core/odoo/changes';
import { OdooClient } from '../../shared/odoo/client';
import { registrationError } from './fail';
import { oneByOne, withdrawn } from './oneByOne';
import { dropRules, ensureRules } from './rules';
import { Mode, readSettings, type Settings, type TriggerContext } from './settings';
import { pushKey, storedOf, type PushAddress } from './stored';

/** The rules of this node. Moments are looked for by the poll where there is one: it knows what it told before. */
export function specsOf(
	node: TriggerContext,
	{ watch, mode }: Settings,
	{ address, secret }: PushAddress,
): RuleSpec[] {
	const isPolled = mode === Mode.PushAndPoll;
	const kinds = watch.kinds.filter((kind) => !isPolled || kind !== ChangeKind.TimeReached);
	const label = `${node.getWorkflow().name ?? node.getWorkflow().id} / ${node.getNode().name}`;
	return rulesFor({ ...watch, kinds }, address, secret, label);
}

/** `registerRules` finds what is there itself, and mends what is wrong with it. */
export async function checkRules(node: IHookFunctions): Promise<boolean> {
	return await Promise.resolve(node.getNodeWebhookUrl('default') === undefined);
}

export async function registerRules(node: IHookFunctions): Promise<boolean> {
	const settings = readSettings(node);
	const address = node.getNodeWebhookUrl('default');
	if (!address) throw new NodeOperationError(node.getNode(), 'n8n gave the node no address');
	const client = new OdooClient(node, settings.client);
	const stored = storedOf(node);
	const key = pushKey(node);
	const former = stored[key];
	const push = { address, secret: former?.secret ?? randomBytes(24).toString('hex') };
	// n8n has moved to another address: the rules of the former one call nobody.
	if (former && former.address !== address) await dropRules(client, former.address);
	const specs = specsOf(node, settings, push);
	const done = await oneByOne(address, async () => {
		withdrawn.delete(address);
		return await ensureRules(client, address, settings.watch.model, specs);
	});
	if (!done.ok) throw registrationError(node, done.failure);
	stored[key] = push;
	return true;
}

export async function removeRules(node: IHookFunctions): Promise<boolean> {
	const address = node.getNodeWebhookUrl('default');
	if (!address) return true;
	withdrawn.add(address);
	const client = new OdooClient(node);
	const done = await oneByOne(address, async () => await dropRules(client, address));
	if (done.ok) return true;
	// After a refused activation there is nothing to remove, and no right to look.
	if (storedOf(node)[pushKey(node)] === undefined) return false;
	node.logger.warn(
		`Odoo Sync Trigger "${node.getNode().name}" could not remove its automation rules: ${done.failure.message}`,
	);
	return false;
}
