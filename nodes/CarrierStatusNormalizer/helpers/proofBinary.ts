import type { IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';
import { proofFile } from '../../../core/carriers';
import type { ShipmentEvent } from '../../../core/event';

const PROOFS = ['photo', 'signature', 'document'] as const;

/**
 * The proofs of delivery of an event as binary data of its item: `photo`, `signature`, `document`. Links stay links;
 * undefined where there is nothing to put out.
 */
export async function proofBinary(
	node: IExecuteFunctions,
	{ subject, data }: ShipmentEvent,
	tree: unknown,
): Promise<IBinaryKeyData | undefined> {
	const binary: IBinaryKeyData = {};
	for (const kind of PROOFS) {
		const proof = data.delivery?.[kind];
		const file = proof === undefined ? null : proofFile(tree, proof);
		if (file === null) continue;
		const name = `${subject.replace(/[^\w.-]+/g, '_')}-${kind}.${file.extension}`;
		binary[kind] = await node.helpers.prepareBinaryData(
			Buffer.from(file.base64, 'base64'),
			name,
			file.mimeType,
		);
	}
	return Object.keys(binary).length === 0 ? undefined : binary;
}
