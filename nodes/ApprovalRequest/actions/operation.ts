import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { SEND_AND_WAIT_OPERATION } from 'n8n-workflow';
import type { OdooClient } from '../../shared/odoo/client';
import type { ItemOutcome } from '../../shared/odoo/itemResult';

/** n8n checks signed addresses, and offers a node for human review, by the name of this operation. */
export const SEND = SEND_AND_WAIT_OPERATION;

export enum QueueOperation {
	Cancel = 'cancel',
	CarryOut = 'carryOut',
	Escalate = 'escalate',
	Expire = 'expire',
	GetMany = 'getMany',
	Remind = 'remind',
	Resume = 'resume',
	Verify = 'verify',
}

/** Outputs of sending, in this order: what n8n passes on when the time is over leaves on the first. */
export enum Output {
	NoAnswer,
	Approved,
	Rejected,
}

export const OUTPUT_NAMES = ['No Answer', 'Approved', 'Rejected'] as const;

/** An operation on requests that are there already. It never throws for an item. */
export interface Operation {
	fields: INodeProperties[];
	execute(node: IExecuteFunctions, client: OdooClient): Promise<ItemOutcome[]>;
}
