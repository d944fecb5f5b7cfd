import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { presetWatch } from '../../../core/odoo/changes';
import { loadError, chosenModel } from '../../OdooSync/methods/listSearch';
import { OdooClient } from '../../shared/odoo/client';

/** Fields of the model that is watched: the chosen one, or that of the preset. */
export async function getFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const preset = presetWatch(String(this.getCurrentNodeParameter('startWhen') ?? ''));
	const model = preset?.model ?? chosenModel(this);
	if (model === '') return [];
	const schema = await new OdooClient(this).schema(model);
	if (!schema.ok) throw loadError(this, schema.failure);
	return Object.entries(schema.value)
		.map(([name, field]) => ({
			name: `${field.string} (${name})`,
			value: name,
			description: field.type,
		}))
		.sort((a, b) => a.name.localeCompare(b.name));
}
