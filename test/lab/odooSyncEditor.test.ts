import { openTestLab, type TestLab } from './harness/lab';
import { model } from './harness/runOdooSync';

let lab: TestLab;

beforeAll(async () => {
	lab = await openTestLab();
}, 1_200_000);
afterAll(async () => await lab.end());

interface Option {
	name: string;
	value: string | number;
}
interface MapperField {
	id: string;
	displayName: string;
	type: string;
	removed?: boolean;
	canBeUsedToMatch?: boolean;
	options?: Option[];
}

/** Asks n8n what the editor asks it for a field of the node, as the bot. */
async function ask<T>(
	what: string,
	methodName: string,
	path: string,
	modelName: string,
	more = {},
) {
	return await lab.n8n.rest<T>('POST', `/rest/dynamic-node-parameters/${what}`, {
		nodeTypeAndVersion: { name: 'n8n-nodes-odoo-logistics.odooSync', version: 1 },
		methodName,
		path: `parameters.${path}`,
		currentNodeParameters: { resource: 'record', model: model(modelName) },
		credentials: { odooSyncApi: { id: lab.json2.id, name: lab.json2.name } },
		...more,
	});
}

const search = async (method: string, modelName: string, filter: string) =>
	(
		await ask<{ results: Option[] }>('resource-locator-results', method, 'model', modelName, {
			filter,
		})
	).results;

const mapper = async (method: string, modelName: string) =>
	(await ask<{ fields: MapperField[] }>('resource-mapper-fields', method, 'columns', modelName))
		.fields;

describe('what the editor offers, to an ordinary user', () => {
	it('finds models by label and by technical name', async () => {
		expect(await search('searchModels', '', 'transfer')).toContainEqual({
			name: 'Transfer (stock.picking)',
			value: 'stock.picking',
		});
		expect(await search('searchModels', '', 'stock.pick')).toContainEqual(
			expect.objectContaining({ value: 'stock.picking' }),
		);
	});

	it('finds records by name, a page at a time', async () => {
		const found = await search('searchRecords', 'res.country', 'Belg');
		expect(found).toEqual([{ name: 'Belgium', value: expect.any(Number) }]);
		expect(await search('searchRecords', 'res.country', '')).toHaveLength(50);
	});

	it('lists fields with label, name and type', async () => {
		const fields = await ask<Array<Option & { description: string }>>(
			'options',
			'getFields',
			'options.fields',
			'stock.picking',
		);
		expect(fields).toContainEqual({
			name: 'Tracking Reference (carrier_tracking_ref)',
			value: 'carrier_tracking_ref',
			description: 'char',
		});
		expect(fields).toContainEqual(
			expect.objectContaining({ value: 'partner_id', description: 'many2one → res.partner' }),
		);
	});

	it('maps writable fields with their types and options; what Odoo writes itself is left out', async () => {
		const fields = await mapper('getUpsertFields', 'res.partner');
		const byId = new Map(fields.map((field) => [field.id, field]));
		expect(byId.get('id')).toMatchObject({ type: 'number' });
		expect(byId.get('active')).toMatchObject({ type: 'boolean' });
		expect(byId.get('country_id')).toMatchObject({
			type: 'string',
			displayName: 'Country (country_id) · → res.country',
		});
		expect(byId.get('type')).toMatchObject({
			type: 'options',
			options: expect.arrayContaining([{ name: 'Contact', value: 'contact' }]),
		});
		expect(byId.has('create_date')).toBe(false);
		expect(byId.has('display_name')).toBe(false);
		expect((await mapper('getWritableFields', 'res.partner')).some(({ id }) => id === 'id')).toBe(
			false,
		);
	});

	it('marks required fields, and offers read-only ones only to match on', async () => {
		const upsert = new Map(
			(await mapper('getUpsertFields', 'stock.picking')).map((one) => [one.id, one]),
		);
		expect(upsert.get('picking_type_id')).toMatchObject({
			displayName: 'Operation Type (picking_type_id) · → stock.picking.type · required',
			removed: false,
		});
		expect(upsert.get('name')).toMatchObject({
			displayName: 'Reference (name) · read-only: to match on',
			canBeUsedToMatch: true,
			removed: true,
		});
		const plain = await mapper('getWritableFields', 'stock.picking');
		expect(plain.some(({ id }) => id === 'name')).toBe(false);
	});

	it('has both nodes as tools for AI agents', async () => {
		const names = (await lab.n8n.nodeTypes()).map(({ name }) => name);
		expect(names).toEqual(
			expect.arrayContaining([
				'n8n-nodes-odoo-logistics.odooSync',
				'n8n-nodes-odoo-logistics.odooSyncTool',
				'n8n-nodes-odoo-logistics.carrierStatusNormalizer',
				'n8n-nodes-odoo-logistics.carrierStatusNormalizerTool',
			]),
		);
	});
});
