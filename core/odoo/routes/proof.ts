import type { EventDelivery } from '../../event';
import type { OdooValue } from '../call';

/** A proof of delivery that came as a file. */
export interface ProofFile {
	name: string;
	mimetype: string;
	/** Base64. */
	datas: string;
	/** SHA-1 in hex. */
	checksum: string;
}

const KINDS = ['photo', 'signature', 'document'] as const;

/**
 * What routes need to know about a proof of delivery. Addresses are kept as links and never fetched; images inside a
 * payload are named, and attached only when the workflow hands them over as files.
 */
export function proofFacts(
	delivery: EventDelivery | undefined,
	files: readonly ProofFile[],
): Record<string, OdooValue | undefined> {
	const links: OdooValue[] = [];
	const inPayload: string[] = [];
	for (const kind of KINDS) {
		const proof = delivery?.[kind];
		if (proof?.kind === 'url') links.push({ name: `Proof of delivery: ${kind}`, url: proof.url });
		if (proof?.kind === 'binary') inPayload.push(`${kind} in the payload at ${proof.pointer}`);
	}
	if (links.length + files.length === 0 && delivery?.signedBy === undefined) return {};
	const parts = [
		delivery?.signedBy && `signed by ${delivery.signedBy}`,
		delivery?.place,
		...(files.length === 0 ? inPayload : []),
	];
	return {
		proof: parts.filter(Boolean).join(', ') || 'without a name',
		proofLinks: links.length > 0 ? links : undefined,
		proofFiles: files.length > 0 ? (files as unknown as OdooValue) : undefined,
	};
}
