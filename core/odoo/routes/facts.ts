import type {
	BusinessEvent,
	OrderReleaseData,
	ReceiptEtaData,
	ShipmentCostEvent,
	ShipmentEvent,
	StockLevelData,
} from '../../event';
import { CostKind, EventType, ReleaseState } from '../../event';
import type { OdooValue } from '../call';
import { likePattern, words } from './text';
import { proofFacts, type ProofFile } from './proof';
import { dayOf, odooTime, readable } from '../time';

/** What is known besides the event. */
export interface Circumstances {
	/** RFC 3339, the present. */
	receivedAt: string;
	/** IANA zone of local times and days. */
	zone: string;
	/** Proof of delivery that came as files. */
	files: readonly ProofFile[];
}

/** What routes may use besides the event itself, under `/facts`; undefined stands for "there is none". */
export type Facts = Record<string, OdooValue | undefined>;

/** Prepared values of an event: times as Odoo stores them, numbers as numbers, sentences for people. */
export function factsOf(event: BusinessEvent, circumstances: Circumstances): Facts {
	const today = dayOf(circumstances.receivedAt, circumstances.zone);
	return { today, ...ownFacts(event, circumstances) };
}

function ownFacts(event: BusinessEvent, circumstances: Circumstances): Facts {
	const { zone } = circumstances;
	switch (event.type) {
		case EventType.ShipmentStatus:
			return shipmentFacts(event, circumstances);
		case EventType.ShipmentCost:
			return costFacts(event);
		case EventType.ReceiptEta:
			return etaFacts(event.subject, event.data, zone);
		case EventType.StockLevel:
			return stockFacts(event.data);
		case EventType.OrderRelease:
			return releaseFacts(event.subject, event.data, zone);
	}
}

const list = (values: ReadonlyArray<string | undefined>): string[] | undefined => {
	const present = [...new Set(values)].filter((value) => value !== undefined && value !== '');
	return present.length > 0 ? (present as string[]) : undefined;
};

const joined = (parts: ReadonlyArray<string | null | undefined>, separator: string): string =>
	parts.filter(Boolean).join(separator);

function shipmentFacts(event: ShipmentEvent, circumstances: Circumstances): Facts {
	const { carrier, shipment, milestone, time, location, raw, reason, estimate } = event.data;
	const { trackingNumber, masterTrackingNumber, piece, references = [] } = shipment;
	const when = readable(time.occurredAtLocal);
	const where = joined([location?.city ?? location?.name, location?.country], ' ');
	const pieceText =
		piece?.index === undefined
			? undefined
			: joined([`piece ${piece.index}`, piece.count?.toString()], ' of ');
	return {
		carrier: carrier.name,
		stage: words(milestone),
		scan: joined([when, where, raw.description, reason && words(reason.code), pieceText], ', '),
		numbers: list([trackingNumber, masterTrackingNumber]),
		numberPattern: likePattern(trackingNumber),
		pieces: list([piece?.id]),
		references: list(references.map(({ value }) => value)),
		eta: odooTime(estimate?.to ?? estimate?.from, circumstances.zone),
		...proofFacts(event.data.delivery, circumstances.files),
	};
}

const COST_WORDS: Readonly<Record<CostKind, string>> = {
	[CostKind.Estimate]: 'estimated freight cost',
	[CostKind.Invoice]: 'freight cost billed',
	[CostKind.Adjustment]: 'freight cost adjusted',
};

function costFacts({ data }: ShipmentCostEvent): Facts {
	const { carrier, shipment, kind, billed, expected, currency, charge, invoice } = data;
	const expectation = expected === null ? 'nothing was expected' : `expected ${expected}`;
	return {
		carrier: carrier.name ?? carrier.id,
		kind: COST_WORDS[kind],
		numbers: list([shipment.trackingNumber, shipment.masterTrackingNumber]),
		numberPattern:
			shipment.trackingNumber === undefined ? undefined : likePattern(shipment.trackingNumber),
		references: list([shipment.reference]),
		billed: Number(billed),
		amounts: joined(
			[
				`${billed} ${currency} (${expectation})`,
				charge && `charge ${charge.text ?? charge.code}`,
				invoice && joined(['invoice', invoice.number, invoice.line], ' '),
			],
			', ',
		),
	};
}

function etaFacts(subject: string, data: ReceiptEtaData, zone: string): Facts {
	const { eta, previousEta, cause, shipment, lines } = data;
	const [now, before] = [odooTime(eta, zone), odooTime(previousEta, zone)];
	const was = previousEta === null ? '' : ` instead of ${readable(previousEta)}`;
	return {
		eta: now,
		// ISO texts of one zone sort by time.
		later: now !== undefined && before !== undefined && now > before ? true : undefined,
		headline: `${subject} expected ${readable(eta)}${was}`,
		cause: cause === undefined ? undefined : joined([words(cause.code), cause.text], ': '),
		numbers: list([shipment?.trackingNumber, shipment?.container]),
		lines: lines?.map(({ product, eta: lineEta }) => ({
			product: productDomain(product),
			eta: odooTime(lineEta ?? eta, zone) ?? null,
		})),
	};
}

/** Lines of an order that are about a product. */
function productDomain({ sku, barcode, supplierCode }: StockLevelData['product']): OdooValue[] {
	const terms: OdooValue[][] = [];
	if (sku !== undefined) terms.push(['product_id.default_code', '=', sku]);
	if (barcode !== undefined) terms.push(['product_id.barcode', '=', barcode]);
	if (supplierCode !== undefined) {
		terms.push(['product_id.seller_ids.product_code', '=', supplierCode]);
	}
	// Named in a way that lines cannot be found by: none, rather than all of them.
	if (terms.length === 0) return [['id', '=', 0]];
	return [...terms.slice(1).map(() => '|'), ...terms];
}

const stockFacts = ({ product, location, quantity }: StockLevelData): Facts => ({
	quantity: Number(quantity),
	product: joined(
		[product.sku ?? product.barcode ?? product.supplierCode ?? product.externalId],
		'',
	),
	location: joined(
		[location.name ?? location.barcode ?? location.warehouse ?? location.externalId],
		'',
	),
});

function releaseFacts(subject: string, data: OrderReleaseData, zone: string): Facts {
	const { state, hold, promisedAt } = data;
	const why = hold === undefined ? '' : `: ${hold.text ?? hold.code}`;
	const promise = promisedAt === null ? '' : `, promised for ${readable(promisedAt)}`;
	return {
		promised: odooTime(promisedAt, zone),
		headline:
			state === ReleaseState.Held
				? `${subject} is on hold${why}`
				: `${subject} is released${promise}`,
	};
}
