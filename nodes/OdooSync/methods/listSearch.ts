import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import type { Domain, OdooFailure } from '../../../core/odoo';
import { andDomain } from '../../../core/odoo';
import { OdooClient } from '../../shared/odoo/client';

const PAGE_SIZE = 50;

/** Models the user of the credential may see, by label or technical name. */
export async function searchModels(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const models = await new OdooClient(this).read<Array<{ model: string; display_name: string }>>({
		model: 'ir.model',
		method: 'get_available_models',
	});
	if (!models.ok) throw loadError(this, models.failure);
	const wanted = filter.toLowerCase();
	return {
		results: models.value
			.map(({ model, display_name: label }) => ({ name: `${label} (${model})`, value: model }))
			.filter(({ name }) => name.toLowerCase().includes(wanted))
			.sort((a, b) => a.name.localeCompare(b.name)),
	};
}

/** Records of the chosen model by name, a page at a time. */
export async function searchRecords(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const model = chosenModel(this);
	return model === ''
		? { results: [] }
		: await searchPage(this, model, [], filter, paginationToken);
}

/** People who work in Odoo; customers of its portal are none. */
export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const internal: Domain = [['share', '=', false]];
	return await searchPage(this, 'res.users', internal, filter, paginationToken);
}

async function searchPage(
	node: ILoadOptionsFunctions,
	model: string,
	among: Domain,
	filter: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const offset = Number(paginationToken ?? 0);
	const named: Domain = filter === '' ? [] : [['display_name', 'ilike', filter]];
	const found = await new OdooClient(node).read<Array<{ id: number; display_name: string }>>({
		model,
		method: 'search_read',
		params: { domain: andDomain(among, named), fields: ['display_name'], limit: PAGE_SIZE, offset },
	});
	if (!found.ok) throw loadError(node, found.failure);
	return {
		results: found.value.map(({ id, display_name: name }) => ({ name, value: id })),
		...(found.value.length === PAGE_SIZE && { paginationToken: String(offset + PAGE_SIZE) }),
	};
}

export const chosenModel = (node: ILoadOptionsFunctions): string =>
	String(node.getCurrentNodeParameter('model', { extractValue: true }) ?? '');

export const loadError = (node: ILoadOptionsFunctions, failure: OdooFailure): NodeApiError =>
	new NodeApiError(node.getNode(), {}, { message: failure.message, description: failure.advice });
