import { SourceErrorKind, type SourceProblem } from '../../carriers/engine/sourceError';
import type {
	EdifactConsignment,
	EdifactFacts,
	EdifactMessage,
	EdifactStatus,
	EdifactTree,
} from './iftsta';
import { at, FACTS, noFacts, OF_STATUS, present, readStatus } from './segments';
import { tokenizeEdifact, type EdifactSegment } from './tokenize';

export interface EdifactReading {
	readonly tree: EdifactTree;
	readonly problems: readonly SourceProblem[];
}

/** Where the reader stands: segments belong to the innermost group that is open. */
interface Reader {
	readonly tree: EdifactTree;
	readonly problems: SourceProblem[];
	message: EdifactMessage | null;
	consignment: EdifactConsignment | null;
	status: EdifactStatus | null;
	/** Inside a message of another type. */
	skipping: boolean;
}

const TYPE = 'IFTSTA';

const openMessage = (reader: Reader): EdifactMessage => {
	if (reader.message === null) {
		reader.message = { reference: '', type: TYPE, version: '', ...noFacts(), consignments: [] };
		reader.tree.messages.push(reader.message);
	}
	return reader.message;
};

const openConsignment = (reader: Reader): EdifactConsignment => {
	if (reader.consignment === null) {
		reader.consignment = { ...noFacts(), statuses: [] };
		openMessage(reader).consignments.push(reader.consignment);
	}
	return reader.consignment;
};

const startMessage = (reader: Reader, segment: EdifactSegment): void => {
	reader.message = null;
	reader.consignment = null;
	reader.status = null;
	const type = at(segment, 2) ?? '';
	reader.skipping = type !== TYPE;
	if (reader.skipping) {
		reader.problems.push({
			kind: SourceErrorKind.NotAnEvent,
			message: `Message ${type} is not a status message (${TYPE})`,
			place: `segment ${segment.number} (UNH)`,
			advice: `Only ${TYPE} is read here.`,
		});
		return;
	}
	const version = [at(segment, 2, 1), at(segment, 2, 2)].filter((part) => part !== undefined);
	reader.message = {
		reference: at(segment, 1) ?? '',
		type,
		version: version.join('.'),
		...noFacts(),
		consignments: [],
	};
	reader.tree.messages.push(reader.message);
};

const startConsignment = (reader: Reader, segment: EdifactSegment): void => {
	reader.consignment = null;
	reader.status = null;
	Object.assign(
		openConsignment(reader),
		present({ sequence: at(segment, 1), number: at(segment, 2) }),
	);
};

const startStatus = (reader: Reader, segment: EdifactSegment): void => {
	reader.status = readStatus(segment);
	openConsignment(reader).statuses.push(reader.status);
};

const readEnvelope = ({ tree }: Reader, segment: EdifactSegment): void => {
	Object.assign(
		tree.interchange,
		present({ sender: at(segment, 2), receiver: at(segment, 3), reference: at(segment, 5) }),
	);
};

const innermost = (reader: Reader): EdifactFacts =>
	reader.status ?? reader.consignment ?? openMessage(reader);

const readSegment = (reader: Reader, segment: EdifactSegment): void => {
	const tag = segment.elements[0][0];
	if (tag === 'UNB') readEnvelope(reader, segment);
	else if (tag === 'UNH') startMessage(reader, segment);
	else if (reader.skipping) return;
	else if (tag === 'BGM') {
		openMessage(reader).document = present({
			code: at(segment, 1),
			number: at(segment, 2),
		});
	} else if (tag === 'CNI') startConsignment(reader, segment);
	else if (tag === 'STS') startStatus(reader, segment);
	else if (reader.status !== null && OF_STATUS.has(tag)) {
		OF_STATUS.get(tag)?.(reader.status, segment);
	} else FACTS.get(tag)?.(innermost(reader), segment);
};

/**
 * Reads the status messages (IFTSTA) of an EDIFACT interchange into a plain tree. Messages of other types are
 * listed, with their segment number; UNA, UNB and UNZ may be missing.
 * @throws SourceError of kind `syntax` when the text is no EDIFACT at all
 */
export function readEdifactStatuses(message: string): EdifactReading {
	const reader: Reader = {
		tree: { interchange: {}, messages: [] },
		problems: [],
		message: null,
		consignment: null,
		status: null,
		skipping: false,
	};
	for (const segment of tokenizeEdifact(message)) readSegment(reader, segment);
	return { tree: reader.tree, problems: reader.problems };
}
