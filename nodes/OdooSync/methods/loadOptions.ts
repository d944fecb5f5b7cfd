import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { OdooClient } from '../../shared/odoo/client';
import { chosenModel, loadError } from './listSearch';

/** Fields of the chosen model with label, technical name and type. */
export async function getFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const model = chosenModel(this);
	if (model === '') return [];
	const schema = await new OdooClient(this).schema(model);
	if (!schema.ok) throw loadError(this, schema.failure);
	return Object.entries(schema.value)
		.map(([name, field]) => ({
			name: `${field.string} (${name})`,
			value: name,
			description: field.relation ? `${field.type} → ${field.relation}` : field.type,
		}))
		.sort((a, b) => a.name.localeCompare(b.name));
}
