import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { CODE_COLUMNS, CodeFlag, type CodeTable } from '../../../core/carriers/codeTable';
import { REASON_COLUMNS, type ReasonTable } from '../../../core/carriers/reasonTable';
import { EventClass } from '../../../core/event/eventClass';
import { Milestone } from '../../../core/event/milestone';
import { Party, Reason } from '../../../core/event/reason';
import { SubStatus } from '../../../core/event/subStatus';

const CORE = join(__dirname, '../../../core');

/** Every table file, so that one added later is held to the same rules. */
const filesNamed = (suffix: string): string[] =>
	readdirSync(CORE, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith(suffix))
		.sort();

const read = (name: string): string => readFileSync(join(CORE, name), 'utf8');

const codeFiles = filesNamed('.codes.json').map((name) => ({
	name,
	table: JSON.parse(read(name)) as CodeTable,
}));
const reasonFiles = filesNamed('.reasons.json').map((name) => ({
	name,
	table: JSON.parse(read(name)) as ReasonTable,
}));

const tableOf = (id: string): CodeTable => {
	const found = codeFiles.find(({ table }) => table.id === id);
	if (found === undefined) throw new Error(`No code table ${id}`);
	return found.table;
};
const reasonTableOf = (id: string): ReasonTable => {
	const found = reasonFiles.find(({ table }) => table.id === id);
	if (found === undefined) throw new Error(`No reason table ${id}`);
	return found.table;
};

type Words = Readonly<Record<string, string>>;
const values = (words: Words): ReadonlySet<string> => new Set(Object.values(words));
const optional = (words: Words): ReadonlySet<string> => new Set(['', ...Object.values(words)]);

const S = SubStatus;
const IN_TRANSIT = [
	S.EnRoute,
	S.ArrivedAtFacility,
	S.DepartedFacility,
	S.Processed,
	S.Loaded,
	S.Unloaded,
	S.GateIn,
	S.GateOut,
	S.HandedToPartner,
	S.ReceivedFromPartner,
	S.ArrivedDestinationCountry,
	S.BorderCrossed,
	S.CustomsProcessing,
	S.CustomsReleased,
	S.Rerouted,
	S.Forwarded,
	S.Stored,
	S.Inspected,
	S.AvailableForDelivery,
	S.IssueResolved,
	S.SplitConsignment,
	S.DeliveryScheduled,
	S.EtaUpdated,
	S.Documents,
];
const PRE_TRANSIT = [
	S.LabelCreated,
	S.InfoReceived,
	S.AwaitingPickup,
	S.PickupScheduled,
	S.PickupFailed,
	S.ArrivedAtPickup,
	S.Loading,
];

/** The sub-statuses that make sense with a milestone, in the groups of `subStatus.ts`. */
const SENSE: Readonly<Record<Milestone, readonly SubStatus[]>> = {
	[Milestone.PreTransit]: PRE_TRANSIT,
	[Milestone.PickedUp]: [S.PickedUp, S.DroppedOff, S.ReceivedByCarrier, S.DepartedPickup],
	[Milestone.InTransit]: IN_TRANSIT,
	[Milestone.OutForDelivery]: [S.OutForDelivery, S.ArrivedAtDelivery, S.Tendered],
	[Milestone.AvailableForPickup]: [
		S.AtPickupPoint,
		S.AtLocker,
		S.AtPostOffice,
		S.AtTerminal,
		S.Notified,
	],
	[Milestone.DeliveryAttempted]: [
		S.RecipientUnavailable,
		S.BusinessClosed,
		S.NoAccess,
		S.NoSecureLocation,
		S.Unspecified,
	],
	[Milestone.Delivered]: [
		S.ToRecipient,
		S.Signed,
		S.Neighbour,
		S.SafePlace,
		S.Mailbox,
		S.Reception,
		S.Locker,
		S.PickupPointCollected,
		S.Partial,
		S.DeliveredDamaged,
		S.CodCollected,
	],
	[Milestone.Exception]: [
		S.Delayed,
		S.Weather,
		S.Strike,
		S.Missort,
		S.AddressIssue,
		S.Refused,
		S.Damaged,
		S.Lost,
		S.PartialLoss,
		S.CustomsHold,
		S.CustomsInspection,
		S.MissingDocuments,
		S.PaymentRequired,
		S.Held,
		S.Undeliverable,
		S.Unclaimed,
		S.Security,
		S.Destroyed,
		S.PickupMissed,
	],
	[Milestone.Returning]: [S.ReturnInitiated, S.ReturnInProgress],
	[Milestone.Returned]: [S.ReturnedToSender],
	[Milestone.Cancelled]: [S.Cancelled, S.Rejected],
	// A notice may say what it is about: an appointment, a new date, a document.
	[Milestone.Informational]: [...IN_TRANSIT, ...PRE_TRANSIT, S.Notified],
	[Milestone.Unknown]: [],
};

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const compareKeys = (a: readonly string[], b: readonly string[]): number =>
	a.map((part, i) => byCodeUnits(part, b[i] ?? '')).find((order) => order !== 0) ?? 0;

describe.each(codeFiles)('$name', ({ name, table }) => {
	it('has a complete header', () => {
		expect(name.endsWith(`/${table.id}.codes.json`)).toBe(true);
		expect(table.version).toMatch(/^\d{4}-\d\d-\d\d$/);
		expect(table.document.length).toBeGreaterThan(20);
		expect(['document', 'project']).toContain(table.assignedBy);
		expect(table.key).toHaveLength(3);
		expect(table.rows.length).toBeGreaterThan(0);
	});

	it('has one row per line, and the file ends with a line feed', () => {
		const lines = read(name).split('\n');
		expect(lines.filter((line) => line.startsWith('\t\t["'))).toHaveLength(table.rows.length);
		expect(lines.at(-1)).toBe('');
	});

	it('only uses the vocabulary', () => {
		const allowed = [
			values(Milestone),
			optional(SubStatus),
			optional(Reason),
			optional(Party),
			optional(EventClass),
		];
		const wrong = table.rows.filter(
			(row) =>
				row.length !== CODE_COLUMNS.length ||
				row.some((value) => typeof value !== 'string') ||
				allowed.some((words, i) => !words.has(row[3 + i] ?? '?')) ||
				row[8].split(' ').some((flag) => !optional(CodeFlag).has(flag)),
		);
		expect(wrong).toEqual([]);
	});

	it('has no key twice, in ascending order, and names the parts it uses', () => {
		const keys = table.rows.map((row) => row.slice(0, 3));
		expect(keys).toEqual([...keys].sort(compareKeys));
		expect(new Set(keys.map((key) => key.join('\u001f'))).size).toBe(keys.length);
		for (const key of keys) {
			for (const part of [0, 1, 2]) {
				if (key[part] !== '') expect(table.key[part]).not.toBe('');
			}
		}
	});

	it('has sub-statuses that belong to their milestone', () => {
		const wrong = table.rows.filter(
			([, , , milestone, subStatus]) =>
				subStatus !== '' && !SENSE[milestone as Milestone].includes(subStatus as SubStatus),
		);
		expect(wrong).toEqual([]);
	});

	it('marks every return, and only returns', () => {
		const wrong = table.rows.filter(
			([, , , milestone, , , , , flags]) =>
				flags.split(' ').includes(CodeFlag.Return) !==
				(milestone === Milestone.Returning || milestone === Milestone.Returned),
		);
		expect(wrong).toEqual([]);
	});

	it('names a party only beside a reason', () => {
		expect(table.rows.filter((row) => row[6] !== '' && row[5] === '')).toEqual([]);
	});

	it("has the source's words, short", () => {
		const wrong = table.rows.filter(
			(row) => row[9].length === 0 || row[9].length > 120 || row[9] !== row[9].trim(),
		);
		expect(wrong).toEqual([]);
	});
});

describe.each(reasonFiles)('$name', ({ name, table }) => {
	it('validates', () => {
		expect(name.endsWith(`/${table.id}.reasons.json`)).toBe(true);
		expect(table.version).toMatch(/^\d{4}-\d\d-\d\d$/);
		expect(table.document.length).toBeGreaterThan(20);
		const wrong = table.rows.filter(
			(row) =>
				row.length !== REASON_COLUMNS.length ||
				row[0] === '' ||
				!optional(Reason).has(row[1]) ||
				!optional(Party).has(row[2]) ||
				row[3] === '',
		);
		expect(wrong).toEqual([]);
		const codes = table.rows.map((row) => row[0]);
		expect(codes).toEqual([...codes].sort(byCodeUnits));
		expect(new Set(codes).size).toBe(codes.length);
	});
});

describe('coverage of the published lists', () => {
	it('has table ids that are unique', () => {
		const ids = [...codeFiles, ...reasonFiles].map(({ table }) => table.id);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it.each([
		['ups.statusCode', 160],
		['ups.freight', 66 + 207],
		// 214 lines, PX "Package Damaged" stands there twice
		['ups.mail', 213],
		// 62 lines of 57 codes, AE of the change log, and OW beside Ow
		['fedex.event', 57 + 3],
		// 1,092 lines, two codes of dgf stand there twice
		['dhl.unified', 1090],
		['dhl.statusCode', 5],
		// 282 pairs of ICE and RIC; the standard event makes a difference for 11 of them
		['dhl.parcelDe', 315],
		['hermes.event', 294 + 128],
		['usps.event', 153 + 1],
		// 9 tags, 42 named subtags
		['aftership.tag', 51],
		['x12.at701', 42],
		['x12.at703', 9],
	])('%s has %i codes', (id, count) => {
		expect(tableOf(id).rows).toHaveLength(count);
	});

	it('has the 849 codes of the five small-package lists of UPS, and the letters alone', () => {
		const rows = tableOf('ups.activity').rows;
		expect(new Set(rows.filter((row) => row[1] !== '').map((row) => row[1])).size).toBe(849);
		expect(rows.filter((row) => row[1] === '').map((row) => row[0])).toEqual([
			'D',
			'DD',
			'DO',
			'I',
			'M',
			'MV',
			'NA',
			'O',
			'P',
			'RS',
			'U',
			'W',
			'X',
		]);
	});

	it('keeps a letter in the key only where the lists of UPS disagree (28) or say nothing without it (5)', () => {
		const rows = tableOf('ups.activity').rows;
		const plain = new Set(rows.filter((row) => row[0] === '').map((row) => row[1]));
		const lettered = rows.filter((row) => row[0] !== '' && row[1] !== '').map((row) => row[1]);
		expect(lettered.filter((code) => plain.has(code))).toEqual([]);
		expect(new Set(lettered).size).toBe(28 + 5);
	});

	it('writes the status codes of UPS with three digits', () => {
		for (const [, code] of tableOf('ups.statusCode').rows) expect(code).toMatch(/^\d{3}$/);
	});

	it.each([
		['ecommerce', 289],
		['ecommerce-europe', 162],
		['ecommerce-ppl', 11],
		['express', 44],
		['freight', 48],
		['parcel-de', 16],
		['parcel-nl', 352],
		['parcel-pl', 107],
		['svb', 46],
		['dgf', 17 - 2],
	])('has %s of DHL with %i codes', (service, count) => {
		expect(tableOf('dhl.unified').rows.filter((row) => row[0] === service)).toHaveLength(count);
	});

	it('has the ten statuses of EasyPost alone', () => {
		const alone = tableOf('easypost.status').rows.filter((row) => row[1] === '');
		expect(alone.map((row) => row[0])).toEqual([
			'available_for_pickup',
			'cancelled',
			'delivered',
			'error',
			'failure',
			'in_transit',
			'out_for_delivery',
			'pre_transit',
			'return_to_sender',
			'unknown',
		]);
	});

	it('has the reasons of X12 and those of FedEx that are documented', () => {
		expect(reasonTableOf('x12.at702').rows).toHaveLength(86);
		expect(reasonTableOf('fedex.exception').rows).toHaveLength(7);
	});
});

/** The lookup of the tables: the whole key, then the code alone, then the type alone. */
const lookUp = (id: string, type: string, code: string) => {
	const rows = tableOf(id).rows;
	for (const [wantedType, wantedCode] of [
		[type, code],
		['', code],
		[type, ''],
	]) {
		const row = rows.find((r) => r[0] === wantedType && r[1] === wantedCode && r[2] === '');
		if (row !== undefined && !(wantedType === '' && wantedCode === '')) return row;
	}
	return undefined;
};

/** Why it is a trap, table, type, code; the milestone, and the words that its row has to have besides. */
type Trap = readonly [
	why: string,
	id: string,
	type: string,
	code: string,
	milestone: `${Milestone}`,
	...words: string[],
];

const TRAPS: readonly Trap[] = [
	// UPS activity: one code string, several lists
	['out for delivery is not just "in transit"', 'ups.activity', 'I', 'OT', 'out_for_delivery'],
	[
		'the same OT as exception is a clearance contact',
		'ups.activity',
		'X',
		'OT',
		'exception',
		'missing_documents',
	],
	['OF is out for delivery', 'ups.activity', 'I', 'OF', 'out_for_delivery'],
	['departure scan', 'ups.activity', 'I', 'DP', 'in_transit', 'departed_facility'],
	[
		'DP as exception: commodity cannot be shipped',
		'ups.activity',
		'X',
		'DP',
		'exception',
		'regulatory',
	],
	['DP as manifest', 'ups.activity', 'M', 'DP', 'pre_transit'],
	['driver load', 'ups.activity', 'I', 'DL', 'in_transit', 'loaded'],
	['DL as exception: will be returned', 'ups.activity', 'X', 'DL', 'returning', 'return'],
	['loaded on the vehicle, delivery might not be today', 'ups.activity', 'I', 'OD', 'in_transit'],
	['CN is an export gateway hold, not a cancellation', 'ups.activity', 'X', 'CN', 'exception'],
	[
		'OC: label created, UPS has not received it',
		'ups.activity',
		'I',
		'OC',
		'pre_transit',
		'label_created',
	],
	['HU is a hub scan, not a hold', 'ups.activity', 'I', 'HU', 'in_transit'],
	[
		'delivered to an access point, not to the customer',
		'ups.activity',
		'D',
		'2Q',
		'available_for_pickup',
	],
	['ZP awaits the customer', 'ups.activity', 'D', 'ZP', 'available_for_pickup', 'at_pickup_point'],
	[
		'in a locker, awaiting the customer',
		'ups.activity',
		'D',
		'1N',
		'available_for_pickup',
		'at_locker',
	],
	['delivered to the original sender', 'ups.activity', 'D', 'B0', 'returned', 'return'],
	[
		'delivered to an agent for final delivery',
		'ups.activity',
		'D',
		'F7',
		'in_transit',
		'handed_to_partner',
	],
	[
		'a return label left with the receiver is no delivery',
		'ups.activity',
		'D',
		'MY',
		'informational',
	],
	['not delivered, incorrect address', 'ups.activity', 'X', '50', 'exception', 'address_incorrect'],
	['scheduled for delivery today', 'ups.activity', 'X', '76', 'informational', 'planned'],
	['will be delivered to the access point', 'ups.activity', 'X', '6K', 'informational', 'planned'],
	['Garage is a place of delivery', 'ups.activity', 'D', 'MP', 'delivered', 'safe_place'],
	['MP of the manifest', 'ups.activity', 'M', 'MP', 'pre_transit'],
	[
		'scanned as picked up by mistake',
		'ups.activity',
		'I',
		'8I',
		'available_for_pickup',
		'correction',
	],
	['seized, not delivered', 'ups.activity', 'X', 'IY', 'exception'],
	['an unknown code falls back to its letter', 'ups.activity', 'D', 'FS', 'delivered'],
	['void of the manifest', 'ups.activity', 'MV', 'VP', 'cancelled'],
	['delivered at the origin station is not delivered', 'ups.activity', 'DO', '', 'in_transit'],
	// UPS: other code spaces
	['011 is delivered', 'ups.statusCode', '', '011', 'delivered'],
	['021 is out for delivery', 'ups.statusCode', '', '021', 'out_for_delivery'],
	['in freight 011 is out for delivery', 'ups.freight', '', '011', 'out_for_delivery'],
	['in freight 012 is delivered', 'ups.freight', '', '012', 'delivered'],
	['delivered to agent', 'ups.statusCode', '', '143', 'in_transit'],
	['delivered to the post office for pickup', 'ups.statusCode', '', '144', 'available_for_pickup'],
	['delivered to an access point', 'ups.statusCode', '', '161', 'available_for_pickup'],
	['returned to sender', 'ups.statusCode', '', '034', 'returned'],
	['a request to return is not a return', 'ups.statusCode', '', '119', 'informational'],
	['loaded on the vehicle', 'ups.statusCode', '', '072', 'in_transit', 'loaded'],
	['the balance was delivered', 'ups.freight', '', '31', 'delivered', 'partial', 'partial'],
	[
		'a trailer dropped at the consignee awaits confirmation',
		'ups.freight',
		'',
		'055',
		'out_for_delivery',
	],
	['out for delivery, but to the sender', 'ups.mail', '', 'SP', 'returning'],
	['picked up by agent', 'ups.mail', '', '1E', 'in_transit'],
	// FedEx
	['PU is picked up, not a label', 'fedex.event', '', 'PU', 'picked_up'],
	[
		'HP waits for the recipient, it is not delivered',
		'fedex.event',
		'',
		'HP',
		'available_for_pickup',
	],
	['HL is no delivery', 'fedex.event', '', 'HL', 'available_for_pickup'],
	['RD: the link expired, nothing is cancelled', 'fedex.event', '', 'RD', 'informational'],
	['OX: only information was sent to USPS', 'fedex.event', '', 'OX', 'pre_transit'],
	['arriving on time is an estimate', 'fedex.event', '', 'AO', 'informational', 'estimated'],
	['enroute to delivery is not yet there', 'fedex.event', '', 'ED', 'in_transit'],
	// DHL
	[
		'handed over to the Parcelshop, published as delivered',
		'dhl.unified',
		'ecommerce-europe',
		'44',
		'available_for_pickup',
	],
	[
		'delivered back to the sender, published as delivered',
		'dhl.unified',
		'ecommerce-europe',
		'366',
		'returned',
	],
	['delivered to agent for final delivery', 'dhl.unified', 'ecommerce', '642', 'in_transit'],
	['delivered to a pickup location', 'dhl.unified', 'ecommerce', '601', 'available_for_pickup'],
	['the paper proof was delivered', 'dhl.unified', 'ecommerce', '867', 'informational'],
	['expected delivery', 'dhl.unified', 'ecommerce', '574', 'informational', 'estimated'],
	[
		'100 means another thing in another service',
		'dhl.unified',
		'ecommerce-europe',
		'100',
		'returning',
		'unclaimed',
	],
	['100 of ecommerce', 'dhl.unified', 'ecommerce', '100', 'picked_up'],
	[
		'internal event, not ready for collection',
		'dhl.unified',
		'parcel-nl',
		'DELIVERED_AT_PARCELSHOP',
		'in_transit',
	],
	['delivered at the sender', 'dhl.unified', 'parcel-nl', 'DELIVERED_AT_SHIPPER', 'returned'],
	[
		'picked up at the locker by the courier',
		'dhl.unified',
		'parcel-nl',
		'PARCEL_PICKED_UP_AT_PARCELSTATION',
		'picked_up',
	],
	[
		'a reminder repeats a stage',
		'dhl.unified',
		'parcel-nl',
		'REMINDER_FOR_COLLECTION_SENT_SMS',
		'available_for_pickup',
		'notification',
	],
	[
		'a return that was only computed',
		'dhl.unified',
		'parcel-nl',
		'EXPECTED_RETURN_DELIVERED_AT_SHIPPER_CALCULATED',
		'returned',
		'estimated',
	],
	['ready to be delivered tomorrow', 'dhl.unified', 'parcel-pl', 'LIK', 'in_transit', 'planned'],
	[
		'delivered to a branch for collection',
		'dhl.unified',
		'parcel-de',
		'ZF',
		'available_for_pickup',
	],
	[
		'returned to sender, published as delivered',
		'dhl.unified',
		'svb',
		'RETURNED_TO_SENDER',
		'returned',
	],
	['partial delivery', 'dhl.unified', 'express', 'PD', 'delivered', 'partial'],
	['no guess for unknown', 'dhl.statusCode', '', 'unknown', 'unknown'],
	// USPS
	['picked up by agent', 'usps.event', '', '17', 'in_transit', 'handed_to_partner'],
	[
		'tendered to agent for final delivery',
		'usps.event',
		'',
		'60',
		'in_transit',
		'handed_to_partner',
	],
	['delivered to postal agent', 'usps.event', '', 'AH', 'in_transit'],
	[
		'picked up at the customs unit, not returned',
		'usps.event',
		'',
		'K7',
		'delivered',
		'pickup_point_collected',
	],
	['16 waits for the recipient', 'usps.event', '', '16', 'available_for_pickup'],
	['not delivered', 'usps.event', '', 'ND', 'delivery_attempted'],
	['delivery status not updated', 'usps.event', '', 'DX', 'informational'],
	['redelivery is scheduled', 'usps.event', '', 'VR', 'informational', 'planned'],
	['43 was collected', 'usps.event', '', '43', 'delivered', 'pickup_point_collected'],
	['03 is an acceptance by the carrier', 'usps.event', '', '03', 'picked_up'],
	// aggregators
	['returned is no exception', 'aftership.tag', 'Exception', 'Exception_011', 'returned'],
	['acceptance', 'aftership.tag', 'InTransit', 'InTransit_002', 'picked_up'],
	[
		'an appointment is not out for delivery',
		'aftership.tag',
		'OutForDelivery',
		'OutForDelivery_004',
		'informational',
		'planned',
	],
	[
		'a subtag without a name falls back to its tag',
		'aftership.tag',
		'Exception',
		'Exception_999',
		'exception',
	],
	['no news is no stage of the shipment', 'aftership.tag', 'Expired', '', 'informational'],
	[
		'an exception on delivery is an attempt',
		'easypost.status',
		'in_transit',
		'delivery_exception',
		'delivery_attempted',
	],
	[
		'arrived at destination while in transit',
		'easypost.status',
		'in_transit',
		'arrived_at_destination',
		'in_transit',
	],
	[
		'arrived at destination when delivered',
		'easypost.status',
		'delivered',
		'arrived_at_destination',
		'delivered',
	],
	['error is an exception', 'easypost.status', 'error', '', 'exception'],
	['on the way back', 'easypost.status', 'return_to_sender', '', 'returning'],
	['unknown stays unknown', 'easypost.status', 'unknown', '', 'unknown'],
	// Canada Post, SEKO, Sendle
	['a locker waits for the recipient', 'canadapost.event', '', '1405', 'available_for_pickup'],
	['picked up from the locker', 'canadapost.event', '', '1406', 'delivered'],
	['at the door is not yet delivered', 'canadapost.event', '', '611', 'out_for_delivery'],
	['a signature after the delivery', 'canadapost.event', '', '20', 'informational', 'documents'],
	['a collection point waits', 'seko.omniCode', '', 'OP-76', 'available_for_pickup'],
	['the return is back', 'seko.omniCode', '', 'OP-64', 'returned', 'refused'],
	['not dropped off yet', 'sendle.eventType', '', 'Drop Off', 'pre_transit'],
	// X12 214
	['X1 arrives at delivery', 'x12.at701', '', 'X1', 'out_for_delivery', 'arrived_at_delivery'],
	['X3 arrives at pickup', 'x12.at701', '', 'X3', 'pre_transit', 'arrived_at_pickup'],
	['delivered to the connecting line', 'x12.at701', '', 'J1', 'in_transit', 'handed_to_partner'],
	['CD is not CA', 'x12.at701', '', 'CD', 'informational'],
	['delivery not completed', 'x12.at701', '', 'AP', 'delivery_attempted'],
	['A3 is returned to the shipper', 'x12.at701', '', 'A3', 'returned'],
	['estimated delivery', 'x12.at701', '', 'AG', 'informational', 'estimated'],
	['D1 happened', 'x12.at701', '', 'D1', 'delivered', 'actual'],
	[
		'a secured delivery appointment',
		'x12.at703',
		'',
		'X9',
		'informational',
		'delivery_scheduled',
		'planned',
	],
	['an estimated delivery appointment', 'x12.at703', '', 'AC', 'informational', 'estimated'],
	// Hermes
	['back from the tour is not back to the client', 'hermes.event', '', '060000003', 'in_transit'],
	[
		'returned because it was refused',
		'hermes.event',
		'',
		'100001000',
		'returning',
		'return',
		'refused',
	],
	['arrived at the client', 'hermes.event', '', '7500', 'returned', 'return'],
	['on the delivery tour of another depot', 'hermes.event', '', '3010', 'in_transit'],
	// La Poste, Colissimo
	['delivered to the sender is a return', 'laposte.event', '', 'DI2', 'returned', 'return'],
	['DI3 is late, whatever its neighbours', 'laposte.event', '', 'DI3', 'exception', 'delayed'],
	['given to a post office by the shipper', 'colissimo.event', '', 'DEPGUI', 'picked_up'],
	['LIV does not say to whom', 'colissimo.event', '', 'LIVREO', 'returned', 'return'],
	// PostNL
	['will be transferred to the addressee', 'postnl.event', '', '06I', 'in_transit'],
	['will be transferred to the sender', 'postnl.event', '', '07I', 'returning', 'return'],
	[
		'can be collected at the locker',
		'postnl.event',
		'',
		'23J',
		'available_for_pickup',
		'at_locker',
	],
	['the return is delivered', 'postnl.event', '', '63J', 'returned', 'return'],
	['will be delivered to an outlet', 'postnl.event', '', '99A', 'informational', 'planned'],
	// GLS, DPD, Packeta, InPost
	['at the ParcelShop', 'gls.event', '', 'DELIVD.PARCELSHOP', 'available_for_pickup'],
	['at the ParcelShop', 'gls.parcelStatus', '', '55', 'available_for_pickup', 'at_pickup_point'],
	['in the parcel box', 'gls.parcelStatus', '', '54', 'available_for_pickup', 'at_locker'],
	['at the parcelshop', 'dpd.scan', '', '23', 'available_for_pickup', 'at_pickup_point'],
	['no "return to the depot"', 'dpd.scan', '', '06', 'returning', 'return'],
	['ready for the recipient', 'packeta.status', '', '5', 'available_for_pickup'],
	['the second attempt sends it back', 'inpost.status', '', 'avizo', 'returning', 'return'],
	// Österreichische Post
	['the notice is delivered, not the parcel', 'austrianpost.event', 'PKI', 'PD', 'informational'],
	['what is delivered is the return', 'austrianpost.event', 'ZUS', 'ZR', 'returned', 'return'],
	['will be delivered again', 'austrianpost.event', 'ZUH', 'NZ', 'delivery_attempted'],
	['in the pick-up box', 'austrianpost.event', 'BNT', '2034', 'available_for_pickup', 'at_locker'],
	['out of the box, by whoever', 'austrianpost.event', 'BNT', '2036', 'informational'],
	// Spring, Royal Mail, DB Schenker
	[
		'delivered to a country',
		'spring.event',
		'',
		'101',
		'in_transit',
		'arrived_destination_country',
	],
	['the return is delivered', 'spring.event', '', '12406', 'returned', 'return'],
	['due to be delivered', 'royalmail.event', '', 'EVGPD', 'out_for_delivery'],
	["at the consignee's disposal", 'schenker.status', '', 'DIS', 'available_for_pickup'],
];

describe('traps', () => {
	it.each(TRAPS)('%s (%s %s/%s)', (_why, id, type, code, milestone, ...words) => {
		const row = lookUp(id, type, code);
		expect(row?.[3]).toBe(milestone);
		const meaning = row?.slice(4, 9).flatMap((column) => column.split(' '));
		expect(meaning).toEqual(expect.arrayContaining(words));
	});

	it('keeps the zeros of the exceptions of FedEx: 007 and 07 differ', () => {
		const reasons = new Map(reasonTableOf('fedex.exception').rows.map((row) => [row[0], row[1]]));
		expect(reasons.get('007')).toBe(Reason.RecipientUnavailable);
		expect(reasons.get('07')).toBe(Reason.Refused);
		expect(reasons.get('08')).toBe(Reason.RecipientUnavailable);
	});

	it('gives no reason for "normal status" of X12', () => {
		const reasons = new Map(reasonTableOf('x12.at702').rows.map((row) => [row[0], row[1]]));
		expect(reasons.get('NS')).toBe('');
		expect(reasons.get('BS')).toBe(Reason.Refused);
		expect(reasons.get('A3')).not.toBe(Reason.Refused);
	});

	it('never calls a future or a negation delivered', () => {
		const suspicious =
			/\b(will|not|unable|could ?n.t|cannot|scheduled|attempt(ed)?|pending|awaiting|refused|to agent|to an agent|to sender|to the sender|to shipper|nicht|wird|absender|pas|sera|expéditeur|remitente|mittente|nie)\b/i;
		const wrong = codeFiles.flatMap(({ table }) =>
			table.rows
				.filter((row) => row[3] === Milestone.Delivered && suspicious.test(row[9]))
				.map((row) => `${table.id} ${row[0]}/${row[1]}`),
		);
		expect(wrong).toEqual([
			// An attempt that was successful, a balance that was delivered: read one by one.
			// The German text of the list has an agent who is authorised by the recipient.
			'dhl.parcelDe /DLVRD',
			'dhl.unified ecommerce/607',
			'dhl.unified svb/CONFIRMATION_PENDING',
			'dhl.unified svb/DELIVERED_ZU_NOT_OK',
			'dhl.unified svb/FETCHED_KEY_ACCOUNT_PENDING_DELIVERY_CONFIRMATION',
			'dhl.unified svb/FETCHED_PENDING_DELIVERY_CONFIRMATION',
			'dhl.unified svb/FETCHED_PO_BOX_PENDING_DELIVERY_CONFIRMATION',
			'tnt.postCh /DN',
			'ups.activity /64',
			'ups.freight /10',
		]);
	});
});
