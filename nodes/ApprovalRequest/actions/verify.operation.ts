import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Result } from '../../../core/odoo';
import { success } from '../../../core/odoo';
import { verifyAudit, type Anchor, type AuditExport } from '../../../core/approval';
import type { OdooClient } from '../../shared/odoo/client';
import { optionsField } from '../../OdooSync/helpers/parameters';
import { perItemMany } from '../../OdooSync/helpers/perItemMany';
import { misconfigured, readList } from '../helpers/problem';
import { readApprovals, readTrail } from '../helpers/stored';
import type { Operation } from './operation';

const fields: Operation['fields'] = [
	{
		displayName: 'Return Export',
		name: 'returnExport',
		type: 'boolean',
		default: false,
		description:
			'Whether to return all rows too, to keep them elsewhere and to check them with npm run audit:verify',
	},
	optionsField([
		{
			displayName: 'Noted Rows',
			name: 'anchors',
			type: 'string',
			default: '',
			placeholder: '1042:9f86d081…',
			description:
				'Rows that were noted outside of Odoo (the output "lastRow" of an earlier run), separated by commas: they must still be there',
		},
	]),
];

/** The whole trail with what each request knows of it. Requests are read first: what comes meanwhile is only more rows. */
async function exportTrail(client: OdooClient): Promise<Result<AuditExport>> {
	const approvals = await readApprovals(client, { domain: [] });
	if (!approvals.ok) return approvals;
	const rows = await readTrail(client, []);
	if (!rows.ok) return rows;
	return success({
		rows: rows.value.map(({ sequence, previous, hash, record }) => ({
			sequence,
			previous,
			hash,
			record,
		})),
		approvals: approvals.value.map(({ name, lastSequence, lastHash, state }) => ({
			approval: name,
			last_sequence: lastSequence,
			last_hash: lastHash,
			state,
		})),
	});
}

function readAnchors(node: IExecuteFunctions, itemIndex: number): Anchor[] {
	const { anchors } = node.getNodeParameter('options', itemIndex, {}) as { anchors?: unknown };
	return readList(anchors).map((text) => {
		const [, sequence, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
		if (hash !== undefined) return { sequence: Number(sequence), hash };
		throw misconfigured(`"${text}" is not a noted row`, 'Give rows as number:hash.');
	});
}

export const verify: Operation = {
	fields,
	execute: async (node, client) =>
		await perItemMany(node, async (itemIndex) => {
			const anchors = readAnchors(node, itemIndex);
			const audit = await exportTrail(client);
			if (!audit.ok) return audit;
			const findings = verifyAudit(audit.value, anchors);
			const last = audit.value.rows.at(-1);
			return success([
				{
					intact: findings.length === 0,
					findings,
					rows: audit.value.rows.length,
					requests: audit.value.approvals.length,
					lastRow: last ? `${last.sequence}:${last.hash}` : null,
					...(node.getNodeParameter('returnExport', itemIndex, false) === true && {
						export: audit.value,
					}),
				} as unknown as IDataObject,
			]);
		}),
};
