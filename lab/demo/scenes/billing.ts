import { validateTransfer } from '../../clients';
import { documentScene, type DocumentScene } from '../documentScene';
import { makeProduct, sell, setStock } from '../goods';
import { once } from '../once';
import type { Scene } from '../scene';
import { Address } from '../templates';
import { published } from './published';

interface Push {
	id: string;
	events: unknown[];
}

/** A parcel that was delivered and signed for. */
const PROOF = published('dhlUnified.push') as Push;
const QUANTITY = 3;

/** An order whose goods have left under the number of the proof. */
const order = once(async ({ admin }) => {
	const product = await makeProduct(admin, 'TOUR-CHAIR', 'Chair of the tour');
	await setStock(admin, product, QUANTITY);
	const sold = await sell(admin, product, QUANTITY, await admin.ref('base.res_partner_12'));
	await validateTransfer(admin, sold.delivery);
	await admin.write('stock.picking', [sold.delivery], { carrier_tracking_ref: PROOF.id });
	return sold;
});

const invoices = async (stage: Parameters<typeof order>[0]) =>
	await stage.admin.searchRead('account.move', {
		domain: [
			['invoice_origin', '=', (await order(stage)).name],
			['move_type', '=', 'out_invoice'],
		],
		fields: ['name', 'state', 'amount_total'],
	});

const billingScene = (scene: Pick<DocumentScene, 'what' | 'expected'>): Scene =>
	documentScene({
		...scene,
		template: '03',
		happens: async ({ headers, templates }) => {
			// Its last two scans: the earlier ones have times without a zone.
			const body = { ...PROOF, events: PROOF.events.slice(0, 2) };
			await templates.callAndWait('03', Address.Proofs, { headers, body });
		},
		state: async (stage) => {
			const [invoice] = await invoices(stage);
			if (!invoice) return 'no invoice';
			return `${String(invoice.state)} invoice of ${Number(invoice.amount_total).toFixed(2)}`;
		},
		seen: async (stage) => {
			const found = await invoices(stage);
			return {
				document: (await order(stage)).name,
				outcome: found.length === 1 ? 'invoiced once' : `${found.length} invoices`,
				place: `m-account.move/${found[0]?.id}`,
			};
		},
	});

export const BILLING_SCENES: Scene[] = [
	billingScene({
		what: 'DHL: delivered, signed by the receiver',
		expected: { outcome: 'invoiced once', state: 'posted invoice of 30.00' },
	}),
	billingScene({
		what: 'DHL: the same proof once more',
		expected: { outcome: 'invoiced once', state: 'posted invoice of 30.00' },
	}),
];
