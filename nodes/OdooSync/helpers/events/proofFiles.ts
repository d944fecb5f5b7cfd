import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { ProofFile } from '../../../../core/odoo/routes';

/**
 * Files of an item that prove the delivery.
 * @param names binary properties, separated by commas; those that the item does not have are left out
 */
export async function readProofFiles(
	node: IExecuteFunctions,
	itemIndex: number,
	names: string,
): Promise<ProofFile[]> {
	const { binary = {} } = node.getInputData()[itemIndex];
	const wanted = names.split(',').map((name) => name.trim());
	const files: ProofFile[] = [];
	for (const name of wanted.filter((one) => one in binary)) {
		const content = await node.helpers.getBinaryDataBuffer(itemIndex, name);
		files.push({
			name: binary[name].fileName ?? name,
			mimetype: binary[name].mimeType,
			datas: content.toString('base64'),
			// The checksum of Odoo's attachments.
			checksum: createHash('sha1').update(content).digest('hex'),
		});
	}
	return files;
}
