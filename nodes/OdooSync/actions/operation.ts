import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { OdooClient } from '../../shared/odoo/client';
import type { ItemOutcome } from '../../shared/odoo/itemResult';

export enum Resource {
	Event = 'event',
	Exception = 'exception',
	Reconciliation = 'reconciliation',
	Record = 'record',
	Setup = 'setup',
}

export enum EventOperation {
	Apply = 'apply',
	GetMany = 'getMany',
	Replay = 'replay',
}

export enum ExceptionOperation {
	Assign = 'assign',
	Comment = 'comment',
	CountAttempt = 'countAttempt',
	DeadLetter = 'deadLetter',
	GetMany = 'getMany',
	Hold = 'hold',
	Open = 'open',
	Release = 'release',
	Resolve = 'resolve',
	Retry = 'retry',
}

export enum RecordOperation {
	Archive = 'archive',
	Attach = 'attach',
	CallMethod = 'callMethod',
	Count = 'count',
	GetMany = 'getMany',
	PostNote = 'postNote',
	Upsert = 'upsert',
}

export enum ReconciliationOperation {
	Compare = 'compare',
}

export enum SetupOperation {
	Check = 'check',
	Install = 'install',
	Uninstall = 'uninstall',
}

/** One operation of the node: its fields, and what it does with all items at once. It never throws for an item. */
export interface Operation {
	fields: INodeProperties[];
	/** Names of the outputs where there are several; outcomes say which one they leave on. */
	outputs?: readonly string[];
	execute(node: IExecuteFunctions, client: OdooClient): Promise<ItemOutcome[]>;
}

/** A resource of the node: its operations by value, and all its fields, the choice of the operation among them. */
export interface ResourceDefinition {
	operations: Readonly<Record<string, Operation>>;
	fields: INodeProperties[];
}
