import { sleep } from 'n8n-workflow';
import type { OdooRecord, OdooValue, Result } from '../../../core/odoo';
import { earlier, success, tellingFields, toStamp } from '../../../core/odoo';
import {
	ChangeKind,
	ChangeLedger,
	KNOWN_LIMIT,
	rememberedFields,
	watchedFields,
	type ChangedRecord,
	type KnownRecordsData,
	type Watch,
} from '../../../core/odoo/changes';
import type { OdooClient } from '../../shared/odoo/client';
import { unwrap } from './fail';
import { memoryOf, type Memory } from './memory';
import type { Settings, TriggerContext } from './settings';
import { storedOf } from './stored';

const SECOND_IS_OVER_MS = 1100;

const BASIC = ['display_name', 'create_date', 'create_uid', 'write_date', 'write_uid'];

/** The memory of this trigger: from n8n's own, or begun now. */
export async function openMemory(
	node: TriggerContext,
	client: OdooClient,
	settings: Settings,
): Promise<Memory> {
	return await memoryOf(node, settings, async (watchHash) => {
		const schema = unwrap(node, await client.schema(settings.watch.model));
		const user = unwrap(
			node,
			await client.read<{ uid: number }>({ model: 'res.users', method: 'context_get' }),
		);
		const { watch } = settings;
		const fields = watch.fields.length > 0 ? watch.fields : tellingFields(schema);
		const stored = storedOf(node);
		const database = (await node.getCredentials('odooSyncApi')).url as string;
		const isKnown = stored.watchHash === watchHash && stored.cursor !== undefined;
		const ledger = new ChangeLedger(
			database,
			{ ...watch, fields },
			isKnown && stored.known ? (JSON.parse(stored.known) as KnownRecordsData) : undefined,
		);
		const { cursor, startedAt } =
			isKnown && stored.cursor && stored.startedAt
				? { cursor: stored.cursor, startedAt: stored.startedAt }
				: unwrap(node, await begin(client, ledger));
		return {
			watchHash,
			ledger,
			schema,
			userId: user.uid,
			cursor,
			startedAt,
			lookedAtMs: (isKnown && stored.lookedAtMs) || Date.now(),
			waiting: new Map(),
			isCollecting: false,
			polls: 0,
		};
	});
}

interface Beginning {
	cursor: string;
	startedAt: string;
}

/** What is there now is no news. Times are those of Odoo's clock. */
async function begin(client: OdooClient, ledger: ChangeLedger): Promise<Result<Beginning>> {
	const { watch } = ledger;
	const newestFirst = { order: 'write_date desc', fields: fieldsToRead(watch) };
	const newest = await search(client, watch, watch.domain, { ...newestFirst, limit: 1 });
	if (!newest.ok) return newest;
	const cursor = newest.value[0]?.write_date ?? toStamp(Date.now() - 86_400_000);
	// Odoo cuts times to the second: once that second is over, what comes is written in a later one.
	await sleep(SECOND_IS_OVER_MS);
	if (rememberedFields(watch).length > 0) {
		const found = await search(client, watch, watch.domain, { ...newestFirst, limit: KNOWN_LIMIT });
		if (!found.ok) return found;
		// Oldest first: what is forgotten first was written longest ago.
		ledger.baseline([...found.value].reverse());
	}
	return success({ cursor, startedAt: earlier(cursor, -1000) });
}

export const fieldsToRead = (watch: Watch): string[] => [
	...new Set([...BASIC, ...watchedFields(watch), ...watch.fields, ...dateOf(watch)]),
];

const dateOf = ({ kinds, time }: Watch): string[] =>
	time && kinds.includes(ChangeKind.TimeReached) ? [time.field] : [];

export type ReadRecord = ChangedRecord & OdooRecord;

export async function search(
	client: OdooClient,
	{ model }: Watch,
	domain: OdooValue[],
	params: Record<string, OdooValue>,
): Promise<Result<ReadRecord[]>> {
	return await client.read<ReadRecord[]>({
		model,
		method: 'search_read',
		params: { domain, ...params },
	});
}
