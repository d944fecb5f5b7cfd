import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { OdooRecord } from '../../../core/odoo';

export interface RecordFile {
	/** What the file holds: part, number of records, first and last ID. */
	json: IDataObject;
	file: IBinaryData;
}

/** Puts records into JSON files as they come; a full file goes to n8n's store, so that memory holds one at most. */
export class RecordFiles {
	private readonly files: RecordFile[] = [];

	private texts: string[] = [];

	private ids: number[] = [];

	constructor(
		private readonly node: IExecuteFunctions,
		private readonly model: string,
		private readonly recordsPerFile: number,
	) {}

	async add(record: OdooRecord): Promise<void> {
		this.texts.push(JSON.stringify(record));
		this.ids.push(record.id);
		if (this.texts.length >= this.recordsPerFile) await this.store();
	}

	/** All files; one without records when nothing was found, so that no item is lost. */
	async end(): Promise<RecordFile[]> {
		if (this.texts.length > 0 || this.files.length === 0) await this.store();
		return this.files;
	}

	private async store(): Promise<void> {
		const part = this.files.length + 1;
		const content = Buffer.from(`[${this.texts.join(',\n')}]`);
		const name = `${this.model}.${part}.json`;
		const file = await this.node.helpers.prepareBinaryData(content, name, 'application/json');
		const [firstId = null, lastId = null] = [this.ids[0], this.ids.at(-1)];
		this.files.push({
			json: { model: this.model, part, count: this.texts.length, firstId, lastId },
			file,
		});
		this.texts = [];
		this.ids = [];
	}
}
