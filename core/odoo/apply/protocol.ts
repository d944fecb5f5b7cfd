import type { Command } from './command';
import type { TransitionTable } from './guard';
import type { ApplyResult } from './result';

/** Version of what node and action say to each other; the action refuses another one. */
export const APPLY_PROTOCOL = 1;

/** In the context of `ir.actions.server.run`, under `logistics`. One request is one transaction. */
export interface ApplyRequest {
	protocol: typeof APPLY_PROTOCOL;
	/** Everything is tried and rolled back; the results say what would have happened. */
	dry_run: boolean;
	/** Off: no look-up, no row, no protection against duplicates. For events that are their own proof. */
	ledger: boolean;
	/** Names of the n8n workflow and execution, for the ledger. */
	workflow: string;
	execution: string;
	/** Tables of the guards by name: many events share one. */
	tables: Record<string, TransitionTable>;
	commands: Command[];
}

/** The answer: an action that does nothing in the client, and the results in the order of the commands. */
export interface ApplyAnswer {
	type: 'ir.actions.act_window_close';
	logistics: {
		protocol: typeof APPLY_PROTOCOL;
		/** Version of what Setup installed. */
		version: string;
		results: ApplyResult[];
	};
}
