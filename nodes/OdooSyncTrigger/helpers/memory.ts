import { createHash } from 'node:crypto';
import type { ModelSchema } from '../../../core/odoo';
import type { ChangeLedger, Hint } from '../../../core/odoo/changes';
import type { Settings, TriggerContext } from './settings';

/** What one trigger knows while n8n runs; push and poll share it. */
export interface Memory {
	/** Of the settings that it was made for. */
	readonly watchHash: string;
	readonly ledger: ChangeLedger;
	readonly schema: ModelSchema;
	/** Id of the credential's user. */
	readonly userId: number;
	/** Latest write_date that a poll has seen; by Odoo's clock. */
	cursor: string;
	/** Nothing before this write_date is delivered. */
	startedAt: string;
	/** Until when time conditions were looked at, in ms. */
	lookedAtMs: number;
	/** Hints that wait for the end of the debounce. */
	readonly waiting: Map<string, Hint>;
	isCollecting: boolean;
	polls: number;
}

const memories = new Map<string, Promise<Memory>>();

/** The memory of this node, made once. Concurrent callers wait for the same one. */
export async function memoryOf(
	node: TriggerContext,
	settings: Settings,
	make: (watchHash: string) => Promise<Memory>,
): Promise<Memory> {
	const isTest = node.getMode() === 'manual';
	const key = `${node.getWorkflow().id} ${node.getNode().id} ${isTest ? 'test' : ''}`;
	const watchHash = hashOfWatch(settings);
	const found = memories.get(key);
	if (found && (await found.catch(() => null))?.watchHash === watchHash) return await found;
	const made = make(watchHash);
	memories.set(key, made);
	made.catch(() => memories.delete(key));
	return await made;
}

const hashOfWatch = ({ watch, client }: Settings): string =>
	createHash('sha256')
		.update(JSON.stringify([watch, client]))
		.digest('hex')
		.slice(0, 16);
