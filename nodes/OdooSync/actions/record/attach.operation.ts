import type { IExecuteFunctions } from 'n8n-workflow';
import type { OdooClient } from '../../../shared/odoo/client';
import type { ItemOutcome } from '../../../shared/odoo/itemResult';
import { AttachmentStore } from '../../helpers/attach/attachmentStore';
import { attachFile } from '../../helpers/attach/attachFile';
import { readFiles } from '../../helpers/attach/readFiles';
import { modelField, optionsField } from '../../helpers/parameters';
import { recordField } from '../../helpers/recordLocator';
import { safely } from '../../../shared/odoo/safely';
import { success } from '../../../../core/odoo';
import type { Operation } from '../operation';

const fields: Operation['fields'] = [
	modelField,
	recordField,
	{
		displayName: 'Input Binary Field',
		name: 'binaryField',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the input binary field containing the file to be attached',
	},
	optionsField([
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: '',
			placeholder: 'label.pdf',
			description: 'Name of the attachment in Odoo; that of the file when empty',
		},
		{
			displayName: 'Replace File of the Same Name',
			name: 'replace',
			type: 'boolean',
			default: false,
			description:
				'Whether another file with this name on the record gets the new content, instead of standing beside it',
		},
	]),
];

/** Asks Odoo once for what is attached already, then sends only what is new. */
async function execute(node: IExecuteFunctions, client: OdooClient): Promise<ItemOutcome[]> {
	const { files, failures } = await readFiles(node, client);
	const outcomes: ItemOutcome[] = [...failures];
	const store = new AttachmentStore(client);
	const known = await store.load(files);
	for (const file of files) {
		const { itemIndex } = file;
		const attached = await safely(async () =>
			known.ok ? success(await attachFile(node, store, file)) : known,
		);
		const result = attached.ok ? attached.value : attached;
		outcomes.push(
			result.ok
				? { ok: true, itemIndex, json: result.value }
				: { ok: false, itemIndex, failure: result.failure },
		);
	}
	return outcomes.sort((a, b) => a.itemIndex - b.itemIndex);
}

export const attach: Operation = { fields, execute };
