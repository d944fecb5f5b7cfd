import { EventType, Milestone, type ShipmentEvent } from '../../../../core/event';
import { EffectKind } from '../../../../core/odoo/apply';
import {
	compileEvent,
	overrideRoutes,
	Part,
	routeFaults,
	SHIPPED_ROUTES,
	type Circumstances,
	type Routes,
} from '../../../../core/odoo/routes';
import { event } from '../../event/event.helper';
import { EXAMPLES } from '../../event/examples';

const CIRCUMSTANCES: Circumstances = {
	receivedAt: '2026-01-31T12:00:00Z',
	zone: 'Europe/Berlin',
	files: [],
};

const SCAN = event({ milestone: Milestone.InTransit, at: '2026-01-30T08:00:00Z', number: '1Z%_9' });

const compile = (
	one: Parameters<typeof compileEvent>[0],
	routes: Routes = SHIPPED_ROUTES,
	more: Partial<Circumstances> = {},
) => compileEvent(one, routes, { ...CIRCUMSTANCES, ...more }, new Map());

const withData = (data: Partial<ShipmentEvent['data']>): ShipmentEvent => ({
	...SCAN,
	data: { ...SCAN.data, ...data },
});

function changed(patch: object): Routes {
	const result = overrideRoutes(SHIPPED_ROUTES, patch);
	if (!result.ok) throw new Error(JSON.stringify(result.faults));
	return result.routes;
}

const faultsOf = (patch: unknown) => {
	const result = overrideRoutes(SHIPPED_ROUTES, patch);
	return result.ok ? [] : result.faults;
};

test.each(Object.entries(SHIPPED_ROUTES))('the shipped route %s is valid', (_id, route) => {
	expect(routeFaults(route)).toEqual([]);
});

test.each(Object.values(EventType))(
	'the routes take an event of %s to a document or a place',
	(type) => {
		const { main } = compile(EXAMPLES[type]);
		expect(main?.plans.length).toBeGreaterThan(0);
		for (const plan of main?.plans ?? []) {
			expect(plan.find.length + (main?.refs.length ?? 0)).toBeGreaterThan(0);
			expect(plan.effects.length).toBeGreaterThan(0);
		}
	},
);

test('a pattern is made of the number as it is, and a way to find without a value is left out', () => {
	const [outgoing] = compile(SCAN).main?.plans ?? [];
	const text = JSON.stringify(outgoing.find);
	expect(text).toContain(JSON.stringify('1Z\\%\\_9,%'));
	expect(text).not.toContain('result_package_id');
	const shipment = { ...SCAN.data.shipment, references: [{ type: 'po', value: 'S00012' }] };
	const [withReference] = compile(withData({ shipment })).main?.plans ?? [];
	expect(JSON.stringify(withReference.find)).toContain('["origin","in",["S00012"]]');
});

test('text of the event is escaped in notes', () => {
	const raw = { ...SCAN.data.raw, description: '<img src=x onerror=alert(1)> & "more"' };
	const [outgoing] = compile(withData({ raw })).main?.plans ?? [];
	const note = outgoing.effects.find(({ kind }) => kind === EffectKind.Note);
	expect(JSON.stringify(note)).toContain('&lt;img src=x onerror=alert(1)&gt; &amp;');
	expect(JSON.stringify(note)).not.toContain('<img');
});

test('an order with the billing hold is invoiced, if all that has left is proven; other holds invoice nothing', () => {
	const release = EXAMPLES[EventType.OrderRelease];
	const under = (code: string) =>
		compile({ ...release, data: { ...release.data, hold: { code } } }).main?.plans[0];
	expect(under('billing')).toMatchObject({
		route: 'order.billing',
		requires: [
			{ field: 'state' },
			{ path: 'picking_ids', field: 'x_shipment_status', in: ['delivered'] },
			{ path: 'picking_ids', field: 'x_proof_received', in: [true] },
		],
		effects: [{ kind: EffectKind.CreateInvoice, post: true }, { kind: EffectKind.Note }],
	});
	expect(under('credit')?.route).toBe('order.release');
});

test('delivered needs a validated transfer, and counts pieces; in transit does not', () => {
	const delivered = event({ milestone: Milestone.Delivered, at: '2026-01-30T08:00:00Z' });
	const [plan] = compile(delivered).main?.plans ?? [];
	expect(plan.requires.map(({ reason }) => reason)).toEqual(['document_cancelled', 'not_shipped']);
	expect(plan.guards[0].pieces).toMatchObject({ piece: 'T1', count: null });
	const [before] = compile(SCAN).main?.plans ?? [];
	expect(before.requires.map(({ reason }) => reason)).toEqual(['document_cancelled']);
	expect(before.guards[0].pieces).toBeUndefined();
});

test('a proof has a key of its own: a second sending with it is not a duplicate', () => {
	const delivered = event({ milestone: Milestone.Delivered, at: '2026-01-30T08:00:00Z' });
	const proven = (
		delivery: ShipmentEvent['data']['delivery'],
		files: Circumstances['files'] = [],
	) => compile({ ...delivered, data: { ...delivered.data, delivery } }, SHIPPED_ROUTES, { files });
	const url = { kind: 'url', url: 'https://carrier.example/pod/1' } as const;
	const bare = compile(delivered);
	const photo = proven({ photo: url });
	expect(bare.parts).toEqual([]);
	expect(photo.main?.key).toBe(bare.main?.key);
	expect(photo.main?.digest).toBe(bare.main?.digest);
	const [proof] = photo.parts;
	expect(proof.part).toBe(Part.Proof);
	expect(proof.command.key).toMatch(/^evt_[0-9a-f]{40}_p[0-9a-f]{10}$/);
	expect(proof.command.plans[0].effects).toContainEqual(
		expect.objectContaining({ kind: EffectKind.Attach, url: url.url }),
	);
	expect(proven({ signature: url }).parts[0].command.key).not.toBe(proof.command.key);
	const pointer = { kind: 'binary', pointer: '/image' } as const;
	expect(proven({ photo: pointer }).parts).toEqual([]);
	const file = { name: 'pod.png', mimetype: 'image/png', datas: 'aGk=', checksum: 'c2' };
	const [attached] = proven({ photo: pointer }, [file]).parts;
	expect(attached.command.plans[0].effects).toContainEqual(
		expect.objectContaining({ kind: EffectKind.Attach, datas: 'aGk=', checksum: 'c2' }),
	);
});

test('an estimate is written in the zone of the workflow, without a ledger row', () => {
	const { parts } = compile(withData({ estimate: { to: '2026-02-03T18:00:00' } }));
	expect(parts).toHaveLength(1);
	expect(parts[0].command).toMatchObject({ key: null, on_problem: null });
	expect(parts[0].command.plans[0].effects).toEqual([
		{ kind: EffectKind.Write, values: { x_shipment_eta: '2026-02-03 17:00:00' } },
	]);
});

test('a unit that the count does not name is left out of the effect', () => {
	const count = EXAMPLES[EventType.StockLevel];
	const stock = compile(count).main?.plans[0].effects[0];
	expect(stock).toEqual({
		kind: EffectKind.SetStock,
		product: { ref: 'product' },
		location: { ref: 'location' },
		quantity: 12,
	});
	const dozens = compile({ ...count, data: { ...count.data, unit: 'Dozens' } }).main;
	expect(dozens?.refs.map(({ name }) => name)).toEqual(['product', 'location', 'unit']);
	expect(dozens?.plans[0].effects[0]).toHaveProperty('uom', { ref: 'unit' });
});

test('users leave out, add and replace parts of routes', () => {
	const routes = changed({
		'shipment.outgoing': {
			effects: {
				note: null,
				freeze: { kind: 'write', values: { priority: '1' } },
				trouble: { when: { '/data/milestone': ['exception'] } },
			},
			requires: { shipped: null },
		},
		'shipment.incoming': null,
	});
	const plans = compile(SCAN, routes).main?.plans ?? [];
	expect(plans.map(({ route }) => route)).toEqual(['shipment.outgoing']);
	const [{ effects }] = plans;
	expect(effects.map(({ kind }) => kind)).toEqual([EffectKind.Note, EffectKind.Write]);
	expect(SHIPPED_ROUTES['shipment.outgoing'].effects).toHaveProperty('note');
});

test('a fault in an override is named with its place', () => {
	expect(faultsOf([])).toHaveLength(1);
	const broken = {
		'shipment.outgoing': { effects: { note: { kind: 'python', code: 'x' } } },
		'my.route': { title: 'x' },
		'shipment.cost': { findLike: ['nowhere'] },
	};
	const paths = faultsOf(broken).map(({ path }) => path);
	expect(paths).toContain('/shipment.outgoing/effects/note/kind');
	expect(paths).toContain('/my.route');
	expect(paths).toContain('/shipment.cost/findLike');
});

test('an event without a route has no command', () => {
	expect(
		compile(SCAN, changed({ 'shipment.outgoing': null, 'shipment.incoming': null })).main,
	).toBeNull();
});
