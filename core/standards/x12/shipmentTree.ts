import { SourceErrorKind, type SourceProblem } from '../../carriers/engine/sourceError';
import { readB4 } from './b4';
import { readMs1 } from './ms1';
import { tokenizeX12, type X12Segment } from './tokenize';
import type { X12Assignment, X12Event, X12Transaction, X12Tree } from './x12Shipment';

export interface X12Reading {
	readonly tree: X12Tree;
	readonly problems: readonly SourceProblem[];
}

interface Reader {
	readonly tree: X12Tree;
	readonly problems: SourceProblem[];
	transaction: X12Transaction | null;
	assignment: X12Assignment | null;
	events: readonly X12Event[];
	/** Of the transaction set that is open: its letters mean what this set says. */
	kind: X12Transaction['transactionSet'];
	/** Inside a transaction set of another kind. */
	skipping: boolean;
}

type Elements = readonly string[];
type SegmentReader = (reader: Reader, segment: X12Segment) => void;

const filled = (text: string | undefined): text is string => text !== undefined && text !== '';

const problem = (segment: X12Segment, message: string, advice: string): SourceProblem => ({
	kind: SourceErrorKind.NotAnEvent,
	message,
	place: `segment ${segment.number} (${segment.elements[0]})`,
	advice,
});

const openTransaction = (reader: Reader): X12Transaction => {
	if (reader.transaction === null) {
		reader.transaction = { transactionSet: reader.kind, references: [], assignments: [] };
		reader.tree.transactions.push(reader.transaction);
	}
	return reader.transaction;
};

const openAssignment = (reader: Reader): X12Assignment => {
	if (reader.assignment === null) {
		reader.assignment = { references: [], events: [] };
		openTransaction(reader).assignments.push(reader.assignment);
	}
	return reader.assignment;
};

/** The codes of other transaction sets look the same and mean something else, so they are refused. */
const startTransaction = (reader: Reader, segment: X12Segment): void => {
	const [, kind, controlNumber] = segment.elements;
	reader.transaction = null;
	reader.assignment = null;
	reader.events = [];
	reader.skipping = kind !== '214' && kind !== '315';
	if (kind === '214' || kind === '315') {
		reader.kind = kind;
		if (filled(controlNumber)) openTransaction(reader).controlNumber = controlNumber;
		return;
	}
	reader.problems.push(
		problem(
			segment,
			`Transaction set ${kind ?? ''} is not a shipment status (214, 315)`,
			'Only 214 and 315 are read here: 322 uses the same letters with other meanings.',
		),
	);
};

const addEvents = (reader: Reader, segment: X12Segment): void => {
	const [, status, statusReason, appointment, appointmentReason, date, time, zone] =
		segment.elements;
	const shared = {
		...(filled(date) ? { date } : {}),
		...(filled(time) ? { time } : {}),
		...(filled(zone) ? { zone } : {}),
		segment: segment.number,
	};
	const event = (
		element: X12Event['element'],
		code: string,
		reason: string | undefined,
	): X12Event => ({ element, code, ...(filled(reason) ? { reason } : {}), ...shared });
	const events: X12Event[] = [];
	if (filled(status)) events.push(event('1650', status, statusReason));
	if (filled(appointment)) events.push(event('1652', appointment, appointmentReason));
	if (events.length === 0) {
		reader.problems.push(
			problem(segment, 'AT7 has neither a status (01) nor an appointment (03)', 'Ask the sender.'),
		);
	}
	openAssignment(reader).events.push(...events);
	reader.events = events;
};

const addReference = (
	reader: Reader,
	type: string | undefined,
	value: string | undefined,
): void => {
	if (!filled(value)) return;
	const at = reader.assignment ?? openTransaction(reader);
	at.references.push({ type: type ?? '', value });
};

const addOceanStatus = (reader: Reader, segment: X12Segment): void => {
	const event = readB4(segment.elements, segment.number);
	if (event === null) {
		reader.problems.push(problem(segment, 'B4 has no status (03)', 'Ask the sender.'));
		return;
	}
	openAssignment(reader).events.push(event);
};

/** Segments of the 214 say nothing inside a 315, and the other way round. */
const isOf =
	(kind: X12Transaction['transactionSet'], read: SegmentReader): SegmentReader =>
	(reader, segment) => {
		if (reader.kind === kind) read(reader, segment);
	};

const readB10 = (reader: Reader, [, referenceId, shipmentId, scac]: Elements): void => {
	const transaction = openTransaction(reader);
	if (filled(referenceId)) transaction.referenceId = referenceId;
	if (filled(shipmentId)) transaction.shipmentId = shipmentId;
	if (filled(scac)) transaction.scac = scac;
};

const startAssignment = (reader: Reader, [, number]: Elements): void => {
	reader.assignment = null;
	reader.events = [];
	if (filled(number)) openAssignment(reader).number = number;
	else openAssignment(reader);
};

const READERS: ReadonlyMap<string, SegmentReader> = new Map<string, SegmentReader>([
	['B10', (reader, { elements }) => readB10(reader, elements)],
	['LX', (reader, { elements }) => startAssignment(reader, elements)],
	['AT7', isOf('214', addEvents)],
	['B4', isOf('315', addOceanStatus)],
	['N9', isOf('315', (reader, { elements }) => addReference(reader, elements[1], elements[2]))],
	['L11', (reader, { elements }) => addReference(reader, elements[2], elements[1])],
	['REF', (reader, { elements }) => addReference(reader, elements[1], elements[2])],
	[
		'MS1',
		(reader, { elements }) => {
			const location = readMs1(elements);
			if (location !== null) for (const event of reader.events) event.location = location;
		},
	],
	[
		'MS2',
		(reader, { elements: [, scac, number] }) => {
			const equipment = {
				...(filled(scac) ? { scac } : {}),
				...(filled(number) ? { number } : {}),
			};
			for (const event of reader.events) event.equipment = equipment;
		},
	],
]);

const readEnvelope = (reader: Reader, { elements }: X12Segment): void => {
	if (filled(elements[6])) reader.tree.interchange.sender = elements[6];
	if (filled(elements[8])) reader.tree.interchange.receiver = elements[8];
	if (filled(elements[13])) reader.tree.interchange.controlNumber = elements[13];
};

/**
 * Reads the shipment status messages (transaction sets 214 and 315) of an X12 interchange into a plain tree.
 * Other transaction sets and unreadable segments are listed, with their segment number.
 * @throws SourceError of kind `syntax` when the text is no X12 at all
 */
export function readX12Shipments(message: string): X12Reading {
	const reader: Reader = {
		tree: { interchange: {}, transactions: [] },
		problems: [],
		transaction: null,
		assignment: null,
		events: [],
		kind: '214',
		skipping: false,
	};
	for (const segment of tokenizeX12(message)) {
		const tag = segment.elements[0];
		if (tag === 'ISA') readEnvelope(reader, segment);
		else if (tag === 'ST') startTransaction(reader, segment);
		else if (!reader.skipping) READERS.get(tag)?.(reader, segment);
	}
	return { tree: reader.tree, problems: reader.problems };
}
