import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { success } from '../../../core/odoo';
import { OdooClient } from '../../shared/odoo/client';
import { toItems, type ItemOutcome } from '../../shared/odoo/itemResult';
import { safely } from '../../shared/odoo/safely';
import { compileOnce } from '../helpers/policies';
import { PolicyReader } from '../helpers/policySource';

/** One report per version of each item's policy: whether it can decide, what is wrong, its hash. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const reader = new PolicyReader(this, new OdooClient(this));
	const outcomes: ItemOutcome[] = [];
	for (let itemIndex = 0; itemIndex < this.getInputData().length; itemIndex += 1) {
		const reports = await safely(async () => {
			const document = await reader.read(itemIndex);
			if (!document.ok) return document;
			const versions: unknown[] = Array.isArray(document.value) ? document.value : [document.value];
			return success(versions.map(report));
		});
		if (!reports.ok) outcomes.push({ ok: false, itemIndex, failure: reports.failure });
		else for (const json of reports.value) outcomes.push({ ok: true, itemIndex, json });
	}
	return toItems(this, outcomes);
}

function report(policy: unknown): IDataObject {
	const compiled = compileOnce(policy);
	const issues = compiled.ok ? compiled.warnings : compiled.issues;
	const { id = null, version = null } = (policy ?? {}) as { id?: string; version?: string };
	return {
		valid: compiled.ok,
		id,
		version,
		hash: compiled.ok ? compiled.policy.hash : null,
		issues: issues.map((issue) => ({ ...issue })),
		policy: policy as IDataObject,
	};
}
