import type { IExecuteFunctions } from 'n8n-workflow';
import type { Domain, OdooRecord, Result } from '../../../core/odoo';
import { success } from '../../../core/odoo';
import { READY_POLICIES } from '../../../core/tolerance';
import type { OdooClient } from '../../shared/odoo/client';
import { PolicySource } from '../actions/policy.fields';
import { misconfigured, readJson } from './json';

const text = (node: IExecuteFunctions, name: string, itemIndex: number): string =>
	String(node.getNodeParameter(name, itemIndex, '')).trim();

/** Reads policies for the items of a run; the same question is asked of Odoo once. */
export class PolicyReader {
	private readonly asked = new Map<string, Promise<Result<unknown>>>();

	constructor(
		private readonly node: IExecuteFunctions,
		private readonly client: OdooClient,
	) {}

	/** The policy document of an item, not yet checked. */
	async read(itemIndex: number): Promise<Result<unknown>> {
		const { node } = this;
		const source = node.getNodeParameter('policySource', itemIndex) as PolicySource;
		switch (source) {
			case PolicySource.Ready:
				return this.ready(text(node, 'readyPolicy', itemIndex));
			case PolicySource.Json:
				return readJson(node.getNodeParameter('policyJson', itemIndex), 'Policy JSON', null);
			case PolicySource.BinaryFile: {
				const field = text(node, 'policyBinary', itemIndex);
				const file = await node.helpers.getBinaryDataBuffer(itemIndex, field);
				return readJson(file.toString('utf8'), `The file in "${field}"`, null);
			}
			case PolicySource.OdooAttachment:
				return await this.attachment(text(node, 'policyAttachment', itemIndex));
			case PolicySource.OdooField:
				return await this.field(
					text(node, 'policyModel', itemIndex),
					Number(text(node, 'policyRecord', itemIndex)),
					text(node, 'policyField', itemIndex),
				);
			default:
				return misconfigured('No policy is chosen', 'Choose where the policy is read from.');
		}
	}

	private ready(id: string): Result<unknown> {
		const found = READY_POLICIES.find((policy) => policy.id === id);
		const known = READY_POLICIES.map((policy) => policy.id).join(', ');
		return found
			? success(found)
			: misconfigured(`There is no ready policy "${id}"`, `There are ${known}.`);
	}

	private async attachment(name: string): Promise<Result<unknown>> {
		if (name === '') return misconfigured('No attachment is named', 'Give the Attachment Name.');
		const found = await this.search('ir.attachment', [['name', '=', name]], ['datas']);
		if (!found.ok) return found;
		if (found.value.length !== 1) {
			return misconfigured(
				`${found.value.length === 0 ? 'No attachment' : 'More than one attachment'} in Odoo is called "${name}"`,
				'Attach the policy under a name of its own, and see that the user of the credential may read it.',
			);
		}
		const file = Buffer.from(String(found.value[0].datas), 'base64').toString('utf8');
		return readJson(file, `The attachment "${name}"`, null);
	}

	private async field(model: string, id: number, field: string): Promise<Result<unknown>> {
		if (model === '' || field === '' || !Number.isInteger(id)) {
			return misconfigured(
				'The record with the policy is not given',
				'Give Model, Record ID and Field.',
			);
		}
		const found = await this.search(model, [['id', '=', id]], [field]);
		if (!found.ok) return found;
		const value = found.value[0]?.[field];
		return value === undefined || value === false
			? misconfigured(
					`${model} ${id} has no policy in ${field}`,
					'Put the policy there, as JSON text.',
				)
			: readJson(value, `${field} of ${model} ${id}`, null);
	}

	private async search(
		model: string,
		domain: Domain,
		fields: string[],
	): Promise<Result<OdooRecord[]>> {
		const question = JSON.stringify([model, domain, fields]);
		const asked =
			this.asked.get(question) ??
			this.client.read<OdooRecord[]>({
				model,
				method: 'search_read',
				params: { domain, fields, limit: 2 },
			});
		this.asked.set(question, asked);
		return (await asked) as Result<OdooRecord[]>;
	}
}
