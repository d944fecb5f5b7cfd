import type { OdooValue, Result } from '../../../../core/odoo';
import { Repeatable, success } from '../../../../core/odoo';
import type { OdooClient } from '../../../shared/odoo/client';
import type { FileToAttach } from './readFiles';

interface Attachment {
	id: number;
	res_model: string;
	res_id: number;
	name: string;
	checksum: string;
}

/** Odoo would shrink large pictures, and then neither their content nor their checksum would be what was sent. */
const UNCHANGED = { image_no_postprocess: true };

/** What is attached to the records of a run, in Odoo and as far as this run has added to it. */
export class AttachmentStore {
	private readonly attachments: Attachment[] = [];

	constructor(private readonly client: OdooClient) {}

	/** Reads what the records have, with one search per model. */
	async load(files: FileToAttach[]): Promise<Result<true>> {
		const byModel = new Map<string, FileToAttach[]>();
		for (const file of files) byModel.set(file.model, [...(byModel.get(file.model) ?? []), file]);
		for (const [model, some] of byModel) {
			const found = await this.search(model, [...new Set(some.map(({ recordId }) => recordId))]);
			if (!found.ok) return found;
		}
		return success(true);
	}

	/** Reads what one record has now, after a request of which nobody knows the outcome. */
	async reload({ model, recordId }: FileToAttach): Promise<Result<true>> {
		return await this.search(model, [recordId]);
	}

	/** The attachment with the same content on the same record. */
	sameContent(file: FileToAttach): Attachment | undefined {
		return this.of(file).find(({ checksum }) => checksum === file.checksum);
	}

	sameName(file: FileToAttach): Attachment | undefined {
		return this.of(file).find(({ name }) => name === file.name);
	}

	async create(file: FileToAttach, content: Buffer): Promise<Result<number>> {
		const created = await this.client.call<number[]>({
			model: 'ir.attachment',
			method: 'create',
			params: {
				vals_list: [
					{ ...this.values(file, content), res_model: file.model, res_id: file.recordId },
				],
			},
			context: UNCHANGED,
			repeatable: Repeatable.No,
		});
		if (!created.ok) return created;
		this.remember(file, created.value[0]);
		return success(created.value[0]);
	}

	async replace(file: FileToAttach, content: Buffer, id: number): Promise<Result<number>> {
		const written = await this.client.call({
			model: 'ir.attachment',
			method: 'write',
			ids: [id],
			params: { vals: this.values(file, content) },
			context: UNCHANGED,
			repeatable: Repeatable.Yes,
		});
		if (!written.ok) return written;
		this.remember(file, id);
		return success(id);
	}

	private values({ name, mimeType }: FileToAttach, content: Buffer): Record<string, OdooValue> {
		return { name, mimetype: mimeType, datas: content.toString('base64') };
	}

	private async search(model: string, ids: number[]): Promise<Result<true>> {
		const found = await this.client.read<Attachment[]>({
			model: 'ir.attachment',
			method: 'search_read',
			params: {
				domain: [
					['res_model', '=', model],
					['res_id', 'in', ids],
				],
				fields: ['res_model', 'res_id', 'name', 'checksum'],
				order: 'id',
			},
		});
		if (!found.ok) return found;
		for (const one of found.value) this.put(one);
		return success(true);
	}

	private remember({ model, recordId, name, checksum }: FileToAttach, id: number): void {
		this.put({ id, res_model: model, res_id: recordId, name, checksum });
	}

	private put(attachment: Attachment): void {
		const at = this.attachments.findIndex(({ id }) => id === attachment.id);
		if (at < 0) this.attachments.push(attachment);
		else this.attachments[at] = attachment;
	}

	private of({ model, recordId }: FileToAttach): Attachment[] {
		return this.attachments.filter(
			({ res_model, res_id }) => res_model === model && res_id === recordId,
		);
	}
}
