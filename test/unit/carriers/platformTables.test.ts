import { CODE_TABLES } from '../../../core/carriers';
import { CompiledCodeTable } from '../../../core/carriers/engine/codeLookup';

const tableOf = (id: string): CompiledCodeTable => {
	const table = CODE_TABLES.find((candidate) => candidate.id === id);
	if (table === undefined) throw new Error(`No code table ${id}`);
	return new CompiledCodeTable(table);
};

describe('lists of standards and platforms are complete', () => {
	it.each([
		// UN/ECE Recommendation 24 rev 6
		['unece.rec24', 345],
		['upu.emsevt', 26],
		// events, and the reasons and withdrawals of some
		['swisspost.event', 174 + 100],
		['tnt.postCh', 212],
		['inpost.eventCode', 119],
		// 37 status codes of ONE Record without DIS itself, DIS, and part deliveries and losses
		['iata.fsu', 25 + 1 + 12 + 9],
		// 41 steps, 33 dispositions, 8 pairs
		['gs1.cbv', 41 + 33 + 8],
		['sendcloud.status', 35],
		['easyship.status', 16],
		['flexport.milestone', 82],
		['delhivery.status', 19],
		['ninjavan.status', 26],
		['yunda.action', 21],
	])('%s has %i rows', (id, count) => {
		expect(tableOf(id).table.rows).toHaveLength(count);
	});
});

type Trap = readonly [
	why: string,
	table: string,
	type: string,
	code: string,
	subCode: string,
	milestone: string,
	...subStatus: string[],
];

const TRAPS: readonly Trap[] = [
	['delivery not completed', 'unece.rec24', '', '23', '', 'delivery_attempted'],
	['delivery refused', 'unece.rec24', '', '106', '', 'exception', 'refused'],
	['delivery postponed', 'unece.rec24', '', '105', '', 'exception', 'delayed'],
	['delivery expected is a forecast', 'unece.rec24', '', '361', '', 'informational'],
	['loading authorised is no loading', 'unece.rec24', '', '2', '', 'informational'],
	['damaged but deliverable is not delivered', 'unece.rec24', '', '307', '', 'in_transit'],
	['not loaded is no loading', 'unece.rec24', '', '57', '', 'informational'],
	['consignee informed of the arrival', 'unece.rec24', '', '45', '', 'in_transit'],
	['documents delivered', 'unece.rec24', '', '123', '', 'informational'],
	['returned as instructed', 'unece.rec24', '', '80', '', 'returned'],
	['pick-up not completed', 'unece.rec24', '', '53', '', 'pre_transit', 'pickup_failed'],
	['empty container at the shipper', 'dcsa.event', 'EQUIPMENT', 'DROP', 'EMPTY', 'informational'],
	['laden container at the consignee', 'dcsa.event', 'EQUIPMENT', 'DROP', 'LADEN', 'delivered'],
	['empty container returned', 'dcsa.event', 'EQUIPMENT', 'GTIN', 'EMPTY', 'informational'],
	['stripped in a warehouse', 'dcsa.event', 'EQUIPMENT', 'STRP', 'LADEN', 'in_transit'],
	['a document is cancelled', 'dcsa.event', 'SHIPMENT', 'CANC', 'TRD', 'informational'],
	['a booking is cancelled', 'dcsa.event', 'SHIPMENT', 'CANC', 'BKG', 'cancelled'],
	['arrival documents delivered', 'iata.fsu', 'T', 'AWD', '', 'informational'],
	['to be transferred is a plan', 'iata.fsu', 'T', 'TRM', '', 'informational'],
	['part of the pieces delivered', 'iata.fsu', 'P', 'DLV', '', 'delivered', 'partial'],
	['found again', 'iata.fsu', 'T', 'DIS', 'FDCA', 'in_transit'],
	['AP is no failed delivery in the set 315', 'x12.element157', '', 'AP', 'L', 'in_transit'],
	['A3 is no return in the set 315', 'x12.element157', '', 'A3', 'L', 'exception'],
	['empty container through the gate', 'x12.element157', '', 'I', 'E', 'informational'],
	['received back', 'gs1.cbv', '', 'receiving', 'returned', 'returned'],
	['possession changes, nobody says whose', 'gs1.cbv', '', 'accepting', '', 'informational'],
	['NOT_DELIVERED', 'shipengine.detail', 'EX', 'NOT_DELIVERED', '', 'returning'],
	['refused comes back', 'shipengine.detail', 'EX', 'REFUSED_BY_CUSTOMER', '', 'returning'],
	[
		'in a locker',
		'shipengine.detail',
		'SP',
		'DELIVERED_TO_LOCKER_COLLECTION_POINT',
		'',
		'available_for_pickup',
	],
	['paid is not delivered', 'shipengine.detail', 'DE', 'COD_AMOUNT_PAID', '', 'informational'],
	['failed after all', 'shippo.status', 'FAILURE', 'package_undeliverable', '', 'exception'],
	[
		'an attempt in transit',
		'shippo.status',
		'TRANSIT',
		'delivery_attempted',
		'',
		'delivery_attempted',
	],
	['rejected', 'track17.status', '', 'DeliveryFailure_Rejected', '', 'exception', 'refused'],
	['the sender has it', 'track17.status', '', 'Exception_Returned', '', 'returned'],
	['no data', 'track17.status', 'NotFound', '', '', 'informational'],
	['no data for long', 'track17.status', 'Expired', '', '', 'informational'],
	['refused', 'ship24.status', '', 'delivery_refused', '', 'exception', 'refused'],
	['proposed', 'ship24.status', '', 'data_delivery_proposed', '', 'informational'],
	['pickup is one of two', 'trackingmore.status', 'pickup', '', '', 'in_transit'],
	['back at the sender', 'trackingmore.status', 'exception', 'exception010', '', 'returned'],
	['unable to deliver', 'sendcloud.status', '', '80', '', 'exception', 'undeliverable'],
	['back at the sender', 'sendcloud.status', '', '62992', '', 'returned'],
	['only asked for', 'sendcloud.status', '', '1999', '', 'informational'],
	[
		'expected, and no more news',
		'easyship.status',
		'',
		'Delivery Expected (End of Updates)',
		'',
		'informational',
	],
	[
		'a part is delivered',
		'flexport.milestone',
		'',
		'/shipment_leg#delivered',
		'',
		'delivered',
		'partial',
	],
	[
		'rejected at the site',
		'flexport.milestone',
		'',
		'/shipment#trucker_rejected',
		'',
		'exception',
		'refused',
	],
	[
		'"undelivered" is every forward shipment',
		'delhivery.status',
		'UD',
		'In Transit',
		'',
		'in_transit',
	],
	['the end of a return', 'delhivery.status', 'DL', 'RTO', '', 'returned'],
	['out for delivery to the sender', 'delhivery.status', 'RT', 'Dispatched', '', 'returning'],
	[
		'out for delivery to the sender',
		'ninjavan.status',
		'',
		'On Vehicle for Delivery (RTS)',
		'',
		'returning',
	],
	['signature failed', 'yunda.action', '', 'SIGNFAIL', '', 'delivery_attempted'],
	['locker', 'nzpost.edifact', '', '147', '', 'available_for_pickup', 'at_locker'],
	['loaded for delivery', 'swisspost.event', '', '1003', '', 'out_for_delivery'],
	['a delivery taken back', 'swisspost.event', '', '4000', 'CANPDS', 'informational'],
	['back at the counter of the sender', 'swisspost.event', '', '47', '', 'returned'],
	['an order of the recipient', 'swisspost.event', '', '9202', '', 'informational'],
	['found delivered by an inquiry', 'swisspost.event', '', '9106', '', 'informational'],
	['part of the pieces delivered', 'tnt.postCh', '', 'LP', '', 'delivered', 'partial'],
	['the machine is full', 'inpost.eventCode', '', 'LMD.9022', '', 'delivery_attempted'],
	['uncollected', 'inpost.eventCode', '', 'LMD.9014', '', 'returning', 'return_initiated'],
	['kept for the chosen day', 'yamato.status', '', '配達日・時間帯指定(保管中)', '', 'in_transit'],
	['kept at the post office', 'japanpost.status', '', 'Retention', '', 'in_transit', 'stored'],
	['on the way back', 'japanpost.status', '', 'Returned to sender', '', 'returning'],
	['the tracking is over', 'project44.event', '', 'COMPLETED', '', 'informational'],
];

describe('traps of standards and platforms', () => {
	it.each(TRAPS)('%s (%s %s/%s/%s)', (_why, id, type, code, subCode, milestone, ...more) => {
		const meaning = tableOf(id).find(type, code, subCode);
		expect(meaning?.milestone).toBe(milestone);
		for (const subStatus of more) expect(meaning?.subStatus).toBe(subStatus);
	});
});
