import {
	SourceError,
	SourceErrorKind,
	type SourceProblem,
} from '../../carriers/engine/sourceError';
import type { CargoImpConsignment, CargoImpMessage, CargoImpStatus, CargoImpTree } from './fsu';
import { readQuantity, readStatusLine } from './statusLine';

export interface CargoImpReading {
	readonly tree: CargoImpTree;
	readonly problems: readonly SourceProblem[];
}

const HEADER = /^(FSU|FSA)(?:\/(\d{1,3}))?$/;
const CONSIGNMENT = /^(\d{3})-(\d{8})([A-Z]{3})?([A-Z]{3})?(?:\/(.*))?$/;
/** Lines that explain the status before them. */
const REMARKS: ReadonlySet<string> = new Set(['OSI', 'OCI', 'ULD', 'SSR', '']);
const STATUS = /^[A-Z]{3}$/;
/** More than any message needs; keeps hostile input from filling the memory with tiny lines. */
const MAX_LINES = 500_000;

/** Whether a text begins like a Cargo-IMP status message. */
export const looksLikeCargoImp = (text: string): boolean => /^FS[UA](?:\/\d{1,3})?\s/.test(text);

interface Reader {
	readonly tree: CargoImpTree;
	readonly problems: SourceProblem[];
	message: CargoImpMessage | null;
	consignment: CargoImpConsignment | null;
	status: CargoImpStatus | null;
}

const startConsignment = (reader: Reader, match: RegExpExecArray): void => {
	const [, prefix, serial] = match;
	const [origin, destination] = [match.at(3), match.at(4)];
	const quantity = readQuantity(match.at(5) ?? '');
	reader.consignment = {
		airWaybill: `${prefix}-${serial}`,
		prefix,
		...(origin === undefined ? {} : { origin }),
		...(destination === undefined ? {} : { destination }),
		...(quantity === null ? {} : { quantity }),
		statuses: [],
	};
	reader.status = null;
	reader.message?.consignments.push(reader.consignment);
};

const problem = (line: number, message: string): SourceProblem => ({
	kind: SourceErrorKind.NotAnEvent,
	message,
	place: `line ${line}`,
	advice: 'Ask the sender, and report the message.',
});

const readLine = (reader: Reader, text: string, line: number): void => {
	const header = HEADER.exec(text);
	if (header !== null) {
		const version = header.at(2);
		const start = { type: header[1], ...(version === undefined ? {} : { version }) };
		reader.message = { ...start, consignments: [] };
		reader.tree.messages.push(reader.message);
		reader.consignment = null;
		reader.status = null;
		return;
	}
	const consignment = CONSIGNMENT.exec(text);
	if (consignment !== null) {
		startConsignment(reader, consignment);
		return;
	}
	const fields = text.split('/');
	if (REMARKS.has(fields[0])) {
		reader.status?.remarks.push(text);
		return;
	}
	if (reader.consignment !== null && STATUS.test(fields[0])) {
		reader.status = readStatusLine(fields, line);
		reader.consignment.statuses.push(reader.status);
		return;
	}
	reader.problems.push(
		problem(line, `The line "${text.slice(0, 60)}" is no part of a status message`),
	);
};

/**
 * Reads Cargo-IMP status messages (FSU, FSA) into a plain tree; lines that are no part of one are listed.
 * @throws SourceError of kind `syntax` when there are too many lines
 */
export function readCargoImpStatuses(message: string): CargoImpReading {
	const reader: Reader = {
		tree: { messages: [] },
		problems: [],
		message: null,
		consignment: null,
		status: null,
	};
	const lines = message.split(/\r\n|\r|\n/);
	if (lines.length > MAX_LINES) {
		throw new SourceError({
			kind: SourceErrorKind.Syntax,
			message: `The message has more than ${MAX_LINES} lines`,
			place: '',
			advice: 'Pass fewer messages at once.',
		});
	}
	lines.forEach((text, index) => {
		if (text.trim() !== '') readLine(reader, text.trim(), index + 1);
	});
	return { tree: reader.tree, problems: reader.problems };
}
