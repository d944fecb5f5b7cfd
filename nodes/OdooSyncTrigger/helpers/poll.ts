import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import type { Result } from '../../../core/odoo';
import { andDomain, earlier, success } from '../../../core/odoo';
import { ChangeKind, ChangeVia, momentsBetween, writtenSince } from '../../../core/odoo/changes';
import { OdooClient } from '../../shared/odoo/client';
import { unwrap } from './fail';
import { specsOf } from './hooks';
import { itemsFor } from './items';
import type { Memory } from './memory';
import { fieldsToRead, openMemory, search } from './open';
import { oneByOne, withdrawn } from './oneByOne';
import { ensureRules } from './rules';
import { latestAsSample } from './sample';
import { Mode, readSettings, type Settings } from './settings';
import { storedOf, storeProgress } from './stored';
import { takeTested } from './tested';

/** Told changes are remembered for this long beyond the overlap, which only looks at the times of Odoo. */
const REMEMBER_MS = 86_400_000;

/** Finds what changed since the last time, and nothing that push or poll have told already. */
export async function pollOdoo(node: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const settings = readSettings(node);
	const client = new OdooClient(node, settings.client);
	if (node.getMode() === 'manual') {
		const pushed = takeTested(node);
		return pushed ? [pushed] : await latestAsSample(node, client, settings);
	}
	const memory = await openMemory(node, client, settings);
	memory.polls += 1;
	// At the first poll n8n is still activating, and makes the rules itself.
	if (memory.polls === 1) storeProgress(node, memory);
	else if (settings.mode !== Mode.Poll) await mendRules(node, client, settings);
	if (settings.mode === Mode.Push) return null;

	const nowMs = Date.now();
	const batch = new Batch(node, memory, settings);
	unwrap(node, await written(client, memory, settings, batch));
	unwrap(node, await moments(client, memory, settings, batch, nowMs));
	unwrap(node, await deletions(client, memory, settings, batch));
	memory.ledger.forgetBefore(nowMs - settings.overlapMs - REMEMBER_MS);
	return batch.rest();
}

/** Collects items, and starts an execution for each full batch. */
class Batch {
	private items: INodeExecutionData[] = [];

	constructor(
		private readonly node: IPollFunctions,
		private readonly memory: Memory,
		private readonly settings: Settings,
	) {}

	add(items: readonly INodeExecutionData[]): void {
		for (const item of items) {
			this.items.push(item);
			if (this.items.length < this.settings.batchSize) continue;
			storeProgress(this.node, this.memory);
			this.node.__emit([this.items]);
			this.items = [];
		}
	}

	rest(): INodeExecutionData[][] | null {
		storeProgress(this.node, this.memory);
		return this.items.length > 0 ? [this.items] : null;
	}
}

async function written(
	client: OdooClient,
	memory: Memory,
	settings: Settings,
	batch: Batch,
): Promise<Result<true>> {
	const { ledger, startedAt } = memory;
	const back = earlier(memory.cursor, settings.overlapMs);
	const since = back > startedAt ? back : startedAt;
	let latest = memory.cursor;
	for (let afterId = 0; ; ) {
		const page = await search(client, ledger.watch, writtenSince(ledger.watch, since, afterId), {
			fields: fieldsToRead(ledger.watch),
			order: 'id',
			limit: settings.batchSize,
		});
		if (!page.ok) return page;
		for (const record of page.value) {
			if (record.write_date > latest) latest = record.write_date;
			const changes = ledger.ofPolled(record, startedAt, Date.now());
			batch.add(itemsFor(changes, record, ChangeVia.Poll, memory, settings));
		}
		if (page.value.length < settings.batchSize) break;
		afterId = page.value[page.value.length - 1].id;
	}
	// Only now: a page that could not be read is read again.
	memory.cursor = latest;
	return success(true);
}

async function moments(
	client: OdooClient,
	memory: Memory,
	settings: Settings,
	batch: Batch,
	nowMs: number,
): Promise<Result<true>> {
	const { watch } = memory.ledger;
	if (!watch.time || !watch.kinds.includes(ChangeKind.TimeReached)) return success(true);
	let domain = momentsBetween(watch.domain, watch.time, memory.lookedAtMs, nowMs);
	for (;;) {
		const page = await search(client, watch, domain, {
			fields: fieldsToRead(watch),
			order: 'id',
			limit: settings.batchSize,
		});
		if (!page.ok) return page;
		for (const record of page.value) {
			const stamp = String(record[watch.time.field]);
			const change = memory.ledger.moment(record.id, stamp, nowMs);
			batch.add(itemsFor(change ? [change] : [], record, ChangeVia.Poll, memory, settings));
		}
		if (page.value.length < settings.batchSize) break;
		const afterId = page.value[page.value.length - 1].id;
		domain = andDomain(
			[['id', '>', afterId]],
			momentsBetween(watch.domain, watch.time, memory.lookedAtMs, nowMs),
		);
	}
	memory.lookedAtMs = nowMs;
	return success(true);
}

/** Known records that Odoo has no more. */
async function deletions(
	client: OdooClient,
	memory: Memory,
	settings: Settings,
	batch: Batch,
): Promise<Result<true>> {
	const { ledger } = memory;
	if (!ledger.watch.kinds.includes(ChangeKind.Deleted)) return success(true);
	const ids = ledger.known.ids();
	const there = await search(client, ledger.watch, [['id', 'in', ids]], { fields: ['id'] });
	if (!there.ok) return there;
	const existing = new Set(there.value.map(({ id }) => id));
	for (const id of ids.filter((one) => !existing.has(one))) {
		const change = ledger.deletion(id, Date.now());
		batch.add(itemsFor(change ? [change] : [], null, ChangeVia.Poll, memory, settings));
	}
	return success(true);
}

/** A rule that somebody deleted or changed by hand comes back, and the log says so. */
async function mendRules(
	node: IPollFunctions,
	client: OdooClient,
	settings: Settings,
): Promise<void> {
	const { push } = storedOf(node);
	if (!push) return;
	const specs = specsOf(node, settings, push);
	const done = await oneByOne(push.address, async () =>
		withdrawn.has(push.address)
			? success({ created: [], removed: 0 })
			: await ensureRules(client, push.address, settings.watch.model, specs),
	);
	const name = `Odoo Sync Trigger "${node.getNode().name}"`;
	if (!done.ok) {
		node.logger.warn(`${name} could not check its automation rules: ${done.failure.message}`);
	} else if (done.value.created.length > 0) {
		const kinds = done.value.created.join(', ');
		node.logger.warn(
			`${name}: automation rules were missing or changed in Odoo and have been made again (${kinds})`,
		);
	}
}
