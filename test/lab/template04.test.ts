import { itemsOf } from '../../lab/clients';
import type { Credential, OdooClient } from '../../lab/clients';
import { until } from '../../lab/until';
import { ApprovalFlow } from './harness/approvalFlow';
import { Approvals } from './harness/approvals';
import { exceptionsSaying, outcomesOf, requestsAbout } from './harness/queues';
import { asUser } from './harness/setup';
import { newNumber } from './harness/shipments';
import { openTemplateLab, type Template, type TemplateLab } from './harness/template';

const FILE = '04-sync-stock-levels';
const WEBHOOK = 'Warehouse webhook';
const LOCATION = 'WH/Stock';
const HEADERS = { 'X-Warehouse-Secret': 'lab-only' };

let lab: TemplateLab;
let template: Template;
let approvals: Approvals;
let anna: OdooClient;
let credentials: Record<string, Credential>;

const open = async (configuration: object = {}) =>
	await (
		await lab.open(FILE, { configuration: { pauseMinutes: 0.02, ...configuration }, credentials })
	).activate();

beforeAll(async () => {
	lab = await openTemplateLab(['stock.group_stock_manager']);
	const [setup] = await lab.admin.searchRead('x_logistics_setup', { fields: ['x_actions'] });
	approvals = new Approvals(setup.x_actions as Record<string, number>);
	anna = await asUser(lab, 'anna', ['stock.group_stock_manager']);
	const [[name, value]] = Object.entries(HEADERS);
	const secret = await lab.n8n.createCredential(`WMS ${lab.odoo.db}`, 'httpHeaderAuth', {
		name,
		value,
	});
	credentials = { 'Warehouse webhook secret': secret };
	template = await open();
}, 1_200_000);
afterAll(async () => await lab.end());

interface Product {
	id: number;
	sku: string;
}

async function product(values: object = {}, sku = newNumber()): Promise<Product> {
	const id = await lab.admin.create('product.product', {
		name: sku,
		default_code: sku,
		is_storable: true,
		...values,
	});
	return { id, sku };
}

/** What Odoo has on hand, as a person sets it. */
async function setStock(one: Product, quantity: number): Promise<void> {
	const location = await lab.admin.ref('stock.stock_location_stock');
	const place = { product_id: one.id, location_id: location };
	const [known] = await quants(one);
	const id = known?.id ?? (await lab.admin.create('stock.quant', place));
	await lab.admin.write('stock.quant', [id], { inventory_quantity: quantity });
	await lab.admin.call('stock.quant', 'action_apply_inventory', { ids: [id] });
}

async function stocked(quantity: number, values: object = {}): Promise<Product> {
	const made = await product(values);
	await setStock(made, quantity);
	return made;
}

const quants = async ({ id }: Product) =>
	await lab.admin.searchRead('stock.quant', {
		domain: [
			['product_id', '=', id],
			['location_id.usage', '=', 'internal'],
		],
		fields: ['quantity', 'lot_id'],
		order: 'id',
	});

const onHand = async (one: Product) => (await quants(one)).map(({ quantity }) => quantity);

interface Line {
	sku: string;
	quantity: number;
	unit?: string;
	lot?: string;
}

const counted = ({ sku }: Product, quantity: number, more: object = {}): Line => ({
	sku,
	quantity,
	...more,
});

const DAY_MS = 86_400_000;

/** An hour of a day that is over. */
const at = (hour: number, daysAgo = 2): string => {
	const day = new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);
	return `${day}T${String(hour).padStart(2, '0')}:00:00Z`;
};

interface Count {
	id?: string;
	countedAt?: string;
	/** What to wait for. */
	status?: string;
	to?: Template;
}

const call = (lines: Line[], { id = newNumber(), countedAt = at(8) }: Count = {}) => ({
	headers: HEADERS,
	body: { count: { id, countedAt }, lines: lines.map((line) => ({ location: LOCATION, ...line })) },
});

/** Posts a count; answers the execution once it has ended, or waits for a decision. */
const post = async (lines: Line[], count: Count = {}) =>
	await (count.to ?? template).start(WEBHOOK, call(lines, count), count.status);

const ledger = async ({ sku }: Product) =>
	await outcomesOf(lab.admin, [['x_subject', 'like', sku]]);

const requests = async ({ id }: Product) => await requestsAbout(lab.admin, 'product.product', id);

const exceptions = async (text: string) => await exceptionsSaying(lab.admin, text);

describe('Sync stock levels from the warehouse system', () => {
	it('books a small difference in the unit of the product, once', async () => {
		const sand = await stocked(50, { uom_id: await lab.admin.ref('uom.product_uom_kgm') });
		const id = newNumber();
		await post([counted(sand, 49_500, { unit: 'g' })], { id });
		expect(await onHand(sand)).toEqual([49.5]);
		const moves = async () =>
			await lab.admin.call<number>('stock.move', 'search_count', {
				domain: [['product_id', '=', sand.id]],
			});
		const before = await moves();
		await post([counted(sand, 49_500, { unit: 'g' })], { id });
		expect([await onHand(sand), await moves()]).toEqual([[49.5], before]);
		// The same count with another number is no correction.
		await post([counted(sand, 49_000, { unit: 'g' })], { id });
		expect(await onHand(sand)).toEqual([49.5]);
		expect(await ledger(sand)).toEqual(['applied']);
		expect(await exceptions(id)).toMatchObject([
			{ x_cause: expect.stringContaining('key_reused') },
		]);
	});

	it('books lots, and leaves other lots alone', async () => {
		const cheese = await product({ tracking: 'lot' });
		await post([counted(cheese, 2, { lot: 'A' }), counted(cheese, 1, { lot: 'B' })]);
		await post([counted(cheese, 1, { lot: 'A' })], { countedAt: at(9) });
		const held = (await quants(cheese)).map(({ quantity, lot_id: lot }) => [
			(lot as [number, string])[1],
			quantity,
		]);
		expect(held).toEqual([
			['A', 1],
			['B', 1],
		]);
	});

	it('leaves a newer count alone when an older one comes late', async () => {
		const bolt = await stocked(120);
		await post([counted(bolt, 119)], { countedAt: at(12) });
		await post([counted(bolt, 60)], { countedAt: at(10) });
		expect(await onHand(bolt)).toEqual([119]);
		expect(await ledger(bolt)).toEqual(['applied', 'stale']);
		expect(await requests(bolt)).toEqual([]);
	});

	it('waits for a yes to a larger difference, and asks nobody a second time', async () => {
		const [box, bolt] = [await stocked(100), await stocked(100)];
		const id = newNumber();
		const lines = [counted(box, 90), counted(bolt, 99)];
		const execution = await post(lines, { id, status: 'waiting' });
		// The other lines do not wait for it.
		expect([await onHand(box), await onHand(bolt)]).toEqual([[100], [99]]);
		const [request] = await requests(box);
		expect(request).toMatchObject({ x_state: 'pending' });
		await approvals.approve(anna, request.id, 'Broken');
		expect(await template.ended(execution)).toBe('success');
		expect(await onHand(box)).toEqual([90]);
		await post(lines, { id });
		expect(await onHand(box)).toEqual([90]);
		expect(await requests(box)).toHaveLength(1);
	});

	it('asks again when the stock has moved before the yes', async () => {
		const box = await stocked(100);
		const execution = await post([counted(box, 90)], { status: 'waiting' });
		await setStock(box, 98);
		const [first] = await requests(box);
		await approvals.approve(anna, first.id);
		const second = await until('a new question', 60, async () => (await requests(box))[1]);
		expect(await onHand(box)).toEqual([98]);
		expect(second.x_name).toContain('98 on hand');
		await approvals.approve(anna, second.id);
		expect(await template.ended(execution)).toBe('success');
		expect(await onHand(box)).toEqual([90]);
	});

	it('opens an exception for a no, and for no answer in time', async () => {
		const [box, late] = [await stocked(100), await stocked(100)];
		const execution = await post([counted(box, 90)], { status: 'waiting' });
		const [request] = await requests(box);
		await approvals.reject(anna, request.id, 'Counted the wrong shelf');
		expect(await template.ended(execution)).toBe('success');
		expect(await exceptions(box.sku)).toMatchObject([
			{ x_message: expect.stringContaining('Refused (Counted the wrong shelf)') },
		]);
		const hurried = await open({ decideWithinDays: 0.00001 });
		const other = await post([counted(late, 90)], { status: 'waiting', to: hurried });
		await ApprovalFlow.run(lab.n8n, lab.json2, { operation: 'expire', chooseBy: 'due' });
		expect(await hurried.ended(other)).toBe('success');
		expect(await exceptions(late.sku)).toMatchObject([
			{ x_message: expect.stringContaining('Nobody decided in time') },
		]);
		expect([await onHand(box), await onHand(late)]).toEqual([[100], [100]]);
	});

	it('stops what is far off, and takes a count of an unknown product once it is known', async () => {
		const [box, sku, id] = [await stocked(100), newNumber(), newNumber()];
		const lines = [
			counted(box, 40),
			{ sku, quantity: 15, unit: 'Units' },
			counted(box, 99, { unit: 'Crates', lot: 'odd' }),
		];
		await post(lines, { id });
		expect(await onHand(box)).toEqual([100]);
		const causes = (await exceptions(id)).map(({ x_cause: cause }) => cause);
		expect(causes).toHaveLength(3);
		expect(causes).toEqual(
			expect.arrayContaining([
				expect.stringContaining('count_far_off'),
				expect.stringMatching(new RegExp(`reference_not_found_${sku.toLowerCase()}`)),
				expect.stringMatching(/reference_not_found.*odd/),
			]),
		);
		const known = await product({}, sku);
		const execution = await post([{ sku, quantity: 15, unit: 'Units' }], {
			id,
			status: 'waiting',
		});
		const [request] = await requests(known);
		await approvals.approve(anna, request.id);
		expect(await template.ended(execution)).toBe('success');
		expect(await onHand(known)).toEqual([15]);
	});

	it('asks about small differences when they add up in a week', async () => {
		const bolt = await stocked(100);
		await post([counted(bolt, 98)], { countedAt: at(8, 10) });
		for (const [hour, quantity] of [96, 94, 92].entries()) {
			await post([counted(bolt, quantity)], { countedAt: at(hour) });
		}
		// That of ten days ago is forgotten.
		expect(await onHand(bolt)).toEqual([92]);
		await post([counted(bolt, 90)], { countedAt: at(12), status: 'waiting' });
		expect(await onHand(bolt)).toEqual([92]);
		expect(await requests(bolt)).toHaveLength(1);
	});

	it('loses nothing when Odoo goes away in the middle', async () => {
		const [first, second] = [await stocked(100), await stocked(100)];
		const before = await template.last();
		let [isDown, vain] = [false, 0];
		lab.proxy.cut = (_path, body) => {
			if (isDown) vain += 1;
			const answer = isDown ? ('before' as const) : undefined;
			isDown ||= body.includes('"dry_run":true');
			return answer;
		};
		await template.call(WEBHOOK, call([counted(first, 99), counted(second, 101)]));
		// A node calls five times; the sixth call is made after the wait.
		await until('the second attempt', 60, async () => await Promise.resolve(vain > 5));
		expect([await onHand(first), await onHand(second)]).toEqual([[100], [100]]);
		lab.odooIsDown(false);
		const execution = await lab.n8n.waitForExecution(template.workflow.id, before, 60);
		expect(itemsOf(execution, 'Wait for Odoo').length).toBeGreaterThan(0);
		expect([await onHand(first), await onHand(second)]).toEqual([[99], [101]]);
		expect([await ledger(first), await ledger(second)]).toEqual([['applied'], ['applied']]);
	});

	it('reports a line that Odoo does not take at all', async () => {
		const bolt = await stocked(10);
		const impatient = await open({ attempts: 1 });
		lab.odooIsDown(true);
		const execution = await post([counted(bolt, 9)], { to: impatient });
		lab.odooIsDown(false);
		expect(await impatient.ended(execution)).toBe('error');
		expect(await onHand(bolt)).toEqual([10]);
	});
});
