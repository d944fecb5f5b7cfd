import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Result } from '../../../../core/odoo';
import { OdooErrorKind, success } from '../../../../core/odoo';
import { RecordResult } from '../upsert/outcome';
import type { AttachmentStore } from './attachmentStore';
import type { FileToAttach } from './readFiles';

/** Attaches one file, unless the record has the same content already. */
export async function attachFile(
	node: IExecuteFunctions,
	store: AttachmentStore,
	file: FileToAttach,
): Promise<Result<IDataObject>> {
	const there = store.sameContent(file);
	if (there) return success(report(file, there.id, RecordResult.Unchanged));
	const content = await node.helpers.getBinaryDataBuffer(file.itemIndex, file.binaryField);
	const old = file.replace ? store.sameName(file) : undefined;
	if (old) {
		const replaced = await store.replace(file, content, old.id);
		return replaced.ok ? success(report(file, replaced.value, RecordResult.Updated)) : replaced;
	}
	const created = await store.create(file, content);
	if (created.ok) return success(report(file, created.value, RecordResult.Created));
	if (created.failure.kind !== OdooErrorKind.TimeoutUnknownOutcome) return created;
	// The content is its own key: if it is there now, it arrived.
	const reloaded = await store.reload(file);
	const arrived = reloaded.ok ? store.sameContent(file) : undefined;
	return arrived ? success(report(file, arrived.id, RecordResult.Created)) : created;
}

const report = (file: FileToAttach, id: number, outcome: RecordResult): IDataObject => ({
	id,
	model: 'ir.attachment',
	outcome,
	name: file.name,
	checksum: file.checksum,
	record: { model: file.model, id: file.recordId },
});
