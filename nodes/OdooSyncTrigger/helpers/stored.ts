import type { IDataObject } from 'n8n-workflow';
import type { Memory } from './memory';
import type { TriggerContext } from './settings';

/** Where Odoo calls this node. */
export interface PushAddress {
	readonly address: string;
	readonly secret: string;
}

/** What n8n keeps of the trigger between its runs. */
export interface Stored {
	watchHash?: string;
	cursor?: string;
	startedAt?: string;
	lookedAtMs?: number;
	/** `KnownRecordsData` as JSON: n8n wraps every object in it anew at each call, which takes 50 ms for 10,000 records. */
	known?: string;
	push?: PushAddress;
	testPush?: PushAddress;
}

/** n8n saves it with the next execution of this node. */
export const storedOf = (node: TriggerContext): Stored =>
	node.getWorkflowStaticData('node') as Stored;

/**
 * Writes down how far the trigger has come. From poll and push alike, because n8n saves only with an execution: a
 * poll that finds nothing cannot.
 */
export function storeProgress(node: TriggerContext, memory: Memory): void {
	const { watchHash, cursor, startedAt, lookedAtMs, ledger } = memory;
	const progress: Stored = {
		watchHash,
		cursor,
		startedAt,
		lookedAtMs,
		known: JSON.stringify(ledger.known.toData()),
	};
	Object.assign(node.getWorkflowStaticData('node'), progress as unknown as IDataObject);
}

export const pushKey = (node: TriggerContext): 'push' | 'testPush' =>
	node.getMode() === 'manual' ? 'testPush' : 'push';
