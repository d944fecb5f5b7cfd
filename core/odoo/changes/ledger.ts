import { stampMs } from '../stamp';
import { changeId, hashOfValues } from './changeId';
import { ChangeKind } from './changeKind';
import { Delivered } from './delivered';
import { type DetectedChange, detectChanges } from './detect';
import { hintedChange, type Hint } from './hinted';
import { KnownRecords, type KnownRecordsData } from './knownRecords';
import { pick, type ChangedRecord, type Values } from './record';
import { comparesWithBefore, rememberedFields, watchedFields, type Watch } from './watch';

/** Most records of which the values are remembered. */
export const KNOWN_LIMIT = 10_000;

/** A change that nobody was told of yet. */
export interface NewChange extends DetectedChange {
	/** The same for the same change, however it became known. */
	readonly id: string;
	readonly recordId: number;
}

/** Which changes are new: what push and poll of one trigger share. Every method is one step, so they may take turns. */
export class ChangeLedger {
	readonly known: KnownRecords;

	private readonly delivered = new Delivered();

	constructor(
		private readonly database: string,
		readonly watch: Watch,
		data?: KnownRecordsData,
		limit = KNOWN_LIMIT,
	) {
		this.known = new KnownRecords(rememberedFields(watch), limit, data);
	}

	/** Changes of a record that a poll has read. @param since the trigger began to watch then */
	ofPolled(record: ChangedRecord, since: string, nowMs: number): NewChange[] {
		const before = this.known.before(record);
		return this.keep(record, detectChanges(record, before, this.watch, since), nowMs);
	}

	/** Changes of a record that rules have spoken of. */
	ofHinted(record: ChangedRecord, hints: readonly Hint[], nowMs: number): NewChange[] {
		const changes = hints.flatMap(
			(hint) => hintedChange(hint, record, this.known, this.watch) ?? [],
		);
		return this.keep(record, changes, nowMs);
	}

	/** What is there when the trigger begins is no news. */
	baseline(records: readonly ChangedRecord[]): void {
		for (const record of records) this.note(record);
	}

	/** The record is gone. @returns null when that was told before */
	deletion(id: number, nowMs: number): NewChange | null {
		const before = this.known.last(id) ?? null;
		this.known.forget(id);
		const change = { kind: ChangeKind.Deleted, stamp: '', changedFields: null, before };
		return this.claim(id, change, '', 0, nowMs);
	}

	/** The moment of a time condition has come. */
	moment(id: number, stamp: string, nowMs: number): NewChange | null {
		const change = { kind: ChangeKind.TimeReached, stamp, changedFields: null, before: null };
		return this.claim(id, change, '', 0, nowMs);
	}

	/** Forgets what was told before that moment. */
	forgetBefore(atMs: number): void {
		this.delivered.forgetBefore(atMs);
	}

	private keep(
		record: ChangedRecord,
		changes: readonly DetectedChange[],
		nowMs: number,
	): NewChange[] {
		const kept = changes.flatMap((change) => {
			const hash = this.hashFor(change.kind, record);
			return this.claim(record.id, change, hash, stampMs(change.stamp), nowMs) ?? [];
		});
		this.note(record);
		return kept;
	}

	/** A record is created once; for the other changes the values tell two writes of one second apart. */
	private hashFor(kind: ChangeKind, record: ChangedRecord): string {
		if (kind === ChangeKind.Created) return '';
		if (kind !== ChangeKind.Updated) return hashOfValues(pick(record, watchedFields(this.watch)));
		return hashOfValues(pick(record, [...this.watch.fields, ...watchedFields(this.watch)]));
	}

	private claim(
		recordId: number,
		change: DetectedChange,
		hash: string,
		atMs: number,
		nowMs: number,
	): NewChange | null {
		const { kind, stamp } = change;
		const isNew = this.delivered.claim(`${recordId} ${kind} ${stamp}`, atMs, hash, nowMs);
		if (!isNew) return null;
		const id = changeId(this.database, this.watch.model, recordId, kind, stamp, hash);
		return { ...change, id, recordId };
	}

	private note(record: ChangedRecord): void {
		if (!comparesWithBefore(this.watch)) return;
		const values: Values = pick(record, rememberedFields(this.watch));
		this.known.note(record.id, record.write_date, values);
	}
}
