import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Result } from '../../../../core/odoo';
import { failed, failure, OdooErrorKind, success } from '../../../../core/odoo';
import type { OdooClient } from '../../../shared/odoo/client';
import type { ItemOutcome } from '../../../shared/odoo/itemResult';
import { safely } from '../../../shared/odoo/safely';
import { readModel } from '../parameters';
import { readRecordIds } from '../recordLocator';

/** A file of an input item and the record it belongs to. Its content stays in n8n's store until it is sent. */
export interface FileToAttach {
	itemIndex: number;
	model: string;
	recordId: number;
	name: string;
	mimeType: string;
	binaryField: string;
	/** SHA-1, as Odoo keeps it for its attachments. */
	checksum: string;
	replace: boolean;
}

/** The files of all items, one content in memory at a time; an item without a file or a record fails alone. */
export async function readFiles(
	node: IExecuteFunctions,
	client: OdooClient,
): Promise<{ files: FileToAttach[]; failures: ItemOutcome[] }> {
	const files: FileToAttach[] = [];
	const failures: ItemOutcome[] = [];
	for (let itemIndex = 0; itemIndex < node.getInputData().length; itemIndex += 1) {
		const file = await safely(async () => await readFile(node, client, itemIndex));
		if (file.ok) files.push(file.value);
		else failures.push({ ok: false, itemIndex, failure: file.failure });
	}
	return { files, failures };
}

async function readFile(
	node: IExecuteFunctions,
	client: OdooClient,
	itemIndex: number,
): Promise<Result<FileToAttach>> {
	const model = readModel(node, itemIndex);
	const ids = await readRecordIds(node, client, itemIndex, model);
	if (!ids.ok) return ids;
	if (ids.value.length > 1) {
		return failed(
			failure(OdooErrorKind.Configuration, 'A file is attached to one record at a time', {
				advice: 'Give one ID; use an item for each record.',
			}),
		);
	}
	const binaryField = node.getNodeParameter('binaryField', itemIndex) as string;
	const { fileName, mimeType } = node.helpers.assertBinaryData(itemIndex, binaryField);
	const content = await node.helpers.getBinaryDataBuffer(itemIndex, binaryField);
	const wantedName = node.getNodeParameter('options.fileName', itemIndex, '') as string;
	return success({
		itemIndex,
		model,
		recordId: ids.value[0],
		name: wantedName || fileName || binaryField,
		mimeType,
		binaryField,
		checksum: createHash('sha1').update(content).digest('hex'),
		replace: node.getNodeParameter('options.replace', itemIndex, false) as boolean,
	});
}
