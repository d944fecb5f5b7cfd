import { decideOn, describeRequest } from '../approvals';
import { Decision } from '../approver';
import { documentScene, type DocumentScene, type Seen } from '../documentScene';
import { Parcel } from '../parcels';
import type { Scene } from '../scene';
import type { Stage } from '../stage';
import { Address } from '../templates';

const DATE = '2026-11-20';

/** A line of a carrier's invoice, about one parcel. */
interface Freight {
	number: string;
	carrier: string;
	tracking: Parcel;
	billed: number;
}

const deliveryOf = ({ deliveries }: Stage, { tracking }: Freight): number =>
	deliveries.get(tracking) ?? 0;

/** @returns the execution */
async function post({ admin, headers, templates }: Stage, freight: Freight): Promise<string> {
	const { number, carrier, tracking, billed } = freight;
	const company = await admin.one('res.company', [['id', '=', 1]], ['currency_id']);
	const [, currency] = company.currency_id as [number, string];
	return await templates.callAndWait('07', Address.FreightInvoices, {
		headers,
		body: {
			invoice: { number, date: DATE },
			carrier: { id: carrier.toLowerCase(), name: carrier },
			currency,
			lines: [{ trackingNumber: tracking, billed }],
		},
	});
}

async function billsOf({ admin }: Stage, { tracking }: Freight) {
	return await admin.searchRead('account.move', {
		domain: [['ref', 'like', tracking]],
		fields: ['ref', 'amount_untaxed', 'state'],
	});
}

async function state(stage: Stage, freight: Freight): Promise<string> {
	const [bill] = await billsOf(stage, freight);
	return bill
		? `${String(bill.state)} bill of ${Number(bill.amount_untaxed).toFixed(2)}`
		: 'no bill';
}

async function billed(stage: Stage, freight: Freight): Promise<Seen> {
	const [bill] = await billsOf(stage, freight);
	return {
		document: freight.number,
		outcome: bill ? 'within tolerance' : 'not billed',
		place: `m-account.move/${bill?.id}`,
	};
}

const freightScene = (
	freight: Freight,
	scene: Pick<DocumentScene, 'what' | 'happens' | 'expected' | 'otherwise'>,
	seen: (stage: Stage, freight: Freight) => Promise<Seen>,
): Scene =>
	documentScene({
		...scene,
		template: '07',
		state: async (stage) => await state(stage, freight),
		seen: async (stage) => await seen(stage, freight),
	});

async function decided(stage: Stage, freight: Freight): Promise<Seen> {
	const request = await describeRequest(stage.admin, 'stock.picking', deliveryOf(stage, freight));
	return { document: freight.number, ...request };
}

async function postAndDecide(
	stage: Stage,
	freight: Freight,
	decision: Decision,
	comment: string,
): Promise<void> {
	const execution = await post(stage, freight);
	const document = deliveryOf(stage, freight);
	const asked = { template: '07', model: 'stock.picking', document, execution };
	await decideOn(stage, asked, { decision, comment });
}

const WITHIN: Freight = { number: 'F-118', carrier: 'UPS', tracking: Parcel.Ups, billed: 20.6 };
const DEARER: Freight = { number: 'F-204', carrier: 'USPS', tracking: Parcel.Usps, billed: 26.5 };
const REFUSED: Freight = {
	number: 'F-119',
	carrier: 'UPS',
	tracking: Parcel.UpsForgotten,
	billed: 36,
};

export const FREIGHT_SCENES: Scene[] = [
	freightScene(
		WITHIN,
		{
			what: 'UPS bills 20.60 for the freight, 20.00 were quoted',
			happens: async (stage) => void (await post(stage, WITHIN)),
			expected: { outcome: 'within tolerance', state: 'draft bill of 20.60' },
		},
		billed,
	),
	freightScene(
		DEARER,
		{
			what: 'USPS bills 26.50, 15.00 were quoted: asked, and approved',
			happens: async (stage) =>
				await postAndDecide(stage, DEARER, Decision.Approve, 'Saturday delivery was ours'),
			expected: { outcome: 'approved by Head of Logistics', state: 'draft bill of 26.50' },
			otherwise: { outcome: 'rejected by Head of Logistics', state: 'no bill' },
		},
		decided,
	),
	freightScene(
		REFUSED,
		{
			what: 'UPS bills 36.00, 20.00 were quoted: asked, and refused',
			happens: async (stage) =>
				await postAndDecide(stage, REFUSED, Decision.Reject, 'Nobody ordered express'),
			expected: { outcome: 'rejected by Head of Logistics', state: 'no bill' },
			otherwise: { outcome: 'approved by Head of Logistics', state: 'draft bill of 36.00' },
		},
		decided,
	),
];
