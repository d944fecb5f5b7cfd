import type { OdooValue } from '../call';
import { type ChangedRecord, differingFields, pick, type Values } from './record';

/** What was last seen of a record, and what before that: [write_date, values, values before that write or null]. */
type Entry = readonly [stamp: string, values: OdooValue[], previous: OdooValue[] | null];

/** As it is kept between runs. */
export interface KnownRecordsData {
	readonly fields: readonly string[];
	readonly entries: Readonly<Record<string, Entry>>;
}

/**
 * The watched values of the records that changed last, bounded in number. The values before the last write are kept
 * too: when a crash lost a change that was already noted here, reading the record again finds it once more.
 */
export class KnownRecords {
	private readonly entries: Map<string, Entry>;

	constructor(
		private readonly fields: readonly string[],
		private readonly limit: number,
		data?: KnownRecordsData,
	) {
		// Other fields are watched now: what was known says nothing of them.
		const fits = data !== undefined && JSON.stringify(data.fields) === JSON.stringify(fields);
		this.entries = new Map(fits ? Object.entries(data.entries) : []);
	}

	/** The values that the record had before it was written as it is now; undefined when that is not known. */
	before(record: ChangedRecord): Values | undefined {
		const entry = this.entries.get(String(record.id));
		if (entry === undefined) return undefined;
		const [seen, values, previous] = entry;
		const last = this.named(values);
		// Two writes in one second have the same stamp: the values tell them apart.
		const isNoted = differingFields(last, pick(record, this.fields)).length === 0;
		if (seen !== record.write_date || !isNoted) return last;
		return previous === null ? undefined : this.named(previous);
	}

	/** The write that was last noted. */
	stampOf(id: number): string | undefined {
		return this.entries.get(String(id))?.[0];
	}

	/** The values last noted. */
	last(id: number): Values | undefined {
		const entry = this.entries.get(String(id));
		return entry && this.named(entry[1]);
	}

	/** @returns whether the record is new here, or was written since */
	note(id: number, stamp: string, values: Values): boolean {
		const key = String(id);
		const entry = this.entries.get(key);
		const list = this.fields.map((field) => values[field] ?? false);
		if (entry && entry[0] === stamp) {
			// Two writes in one second: the stamp is the same, the values are not.
			if (differingFields(this.named(entry[1]), values).length === 0) return false;
			this.entries.set(key, [stamp, list, entry[1]]);
			return true;
		}
		this.entries.delete(key);
		this.entries.set(key, [stamp, list, entry?.[1] ?? null]);
		if (this.entries.size > this.limit) this.entries.delete(this.entries.keys().next().value ?? '');
		return true;
	}

	forget(id: number): void {
		this.entries.delete(String(id));
	}

	ids(): number[] {
		return [...this.entries.keys()].map(Number);
	}

	toData(): KnownRecordsData {
		return { fields: this.fields, entries: Object.fromEntries(this.entries) };
	}

	private named(values: readonly OdooValue[]): Values {
		return Object.fromEntries(this.fields.map((field, index) => [field, values[index] ?? false]));
	}
}
