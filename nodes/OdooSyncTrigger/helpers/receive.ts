import { timingSafeEqual } from 'node:crypto';
import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { andDomain } from '../../../core/odoo';
import { ChangeKind, ChangeVia, type Hint } from '../../../core/odoo/changes';
import { OdooClient } from '../../shared/odoo/client';
import { answerOf } from '../../shared/webhook/http';
import { unwrap } from './fail';
import { itemsFor } from './items';
import type { Memory } from './memory';
import { fieldsToRead, openMemory, search, type ReadRecord } from './open';
import { readSettings, type Settings } from './settings';
import { pushKey, storedOf, storeProgress } from './stored';
import { keepTested } from './tested';

/** Odoo 17 and 18 call before they commit: a record that looks older than the hint is read again. */
const READ_AGAIN_MS = [300, 700, 1500];

/**
 * A call of an automation rule. Its body is a hint, no more: the record itself is read. Odoo waits one second and
 * never calls again, so it is answered first; calls of one burst become one execution.
 */
export async function receiveHint(node: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = readSettings(node);
	const query = node.getQueryData() as { key?: unknown; kind?: unknown };
	if (!isKey(query.key, storedOf(node)[pushKey(node)]?.secret)) {
		node.logger.warn(`Odoo Sync Trigger "${node.getNode().name}" refused a call: its key is wrong`);
		return answer(node, 401, { error: 'The call is not authenticated' });
	}
	const hint = readHint(query.kind, node.getBodyData(), settings);
	if (!hint) return answer(node, 400, { error: 'Not a call of a rule of this trigger' });
	const quiet = answer(node, 200, { received: true });

	const client = new OdooClient(node, settings.client);
	const memory = await openMemory(node, client, settings);
	memory.waiting.set(`${hint.kind} ${hint.id}`, hint);
	if (memory.isCollecting) return quiet;
	memory.isCollecting = true;
	try {
		await sleep(settings.debounceMs);
	} finally {
		memory.isCollecting = false;
	}
	const hints = [...memory.waiting.values()];
	memory.waiting.clear();
	const items = await readHinted(node, client, memory, settings, hints);
	if (items.length === 0) return quiet;
	storeProgress(node, memory);
	keepTested(node, items);
	return { ...quiet, workflowData: [items] };
}

function isKey(given: unknown, secret: string | undefined): boolean {
	if (typeof given !== 'string' || !secret) return false;
	const [left, right] = [Buffer.from(given), Buffer.from(secret)];
	return left.length === right.length && timingSafeEqual(left, right);
}

function readHint(
	kind: unknown,
	body: { _id?: unknown; _model?: unknown; write_date?: unknown },
	{ watch }: Settings,
): Hint | null {
	const known = watch.kinds.find((one) => one === kind);
	if (!known || body._model !== watch.model || !Number.isInteger(body._id)) return null;
	// Odoo writes the time as Python does, sometimes with fractions of a second.
	const stamp = typeof body.write_date === 'string' ? body.write_date.slice(0, 19) : '';
	return { kind: known, id: Number(body._id), stamp };
}

async function readHinted(
	node: IWebhookFunctions,
	client: OdooClient,
	memory: Memory,
	settings: Settings,
	hints: readonly Hint[],
): Promise<INodeExecutionData[]> {
	const { ledger } = memory;
	const byRecord = new Map<number, Hint[]>();
	for (const hint of hints) byRecord.set(hint.id, [...(byRecord.get(hint.id) ?? []), hint]);
	const records = await readFresh(node, client, memory, byRecord);
	return [...byRecord].flatMap(([id, ofRecord]) => {
		const record = records.get(id);
		const nowMs = Date.now();
		if (record) {
			const changes = ledger.ofHinted(record, ofRecord, nowMs);
			const moments = ofRecord
				.filter(({ kind }) => kind === ChangeKind.TimeReached)
				.flatMap(() => ledger.moment(id, momentOf(record, memory), nowMs) ?? []);
			return itemsFor([...changes, ...moments], record, ChangeVia.Push, memory, settings);
		}
		if (!ofRecord.some(({ kind }) => kind === ChangeKind.Deleted)) return [];
		const deletion = ledger.deletion(id, nowMs);
		return itemsFor(deletion ? [deletion] : [], null, ChangeVia.Push, memory, settings);
	});
}

const momentOf = (record: ReadRecord, { ledger }: Memory): string =>
	String(ledger.watch.time ? record[ledger.watch.time.field] : record.write_date);

async function readFresh(
	node: IWebhookFunctions,
	client: OdooClient,
	{ ledger }: Memory,
	hints: ReadonlyMap<number, readonly Hint[]>,
): Promise<Map<number, ReadRecord>> {
	const read = async () => {
		const domain = andDomain([['id', 'in', [...hints.keys()]]], ledger.watch.domain);
		const fields = fieldsToRead(ledger.watch);
		const found = unwrap(node, await search(client, ledger.watch, domain, { fields }));
		return new Map(found.map((record) => [record.id, record]));
	};
	let records = await read();
	for (const pause of READ_AGAIN_MS) {
		const isOld = [...hints].some(([id, ofRecord]) => {
			const record = records.get(id);
			return ofRecord.some(({ kind, stamp }) =>
				kind === ChangeKind.Deleted ? record !== undefined : !!record && record.write_date < stamp,
			);
		});
		if (!isOld) break;
		await sleep(pause);
		records = await read();
	}
	return records;
}

function answer(node: IWebhookFunctions, status: number, body: object): IWebhookResponseData {
	answerOf(node).status(status).json(body);
	return { noWebhookResponse: true };
}
