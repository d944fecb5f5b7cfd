import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CODE_TABLES, normalize, SourceId } from '../../../core/carriers';
import { CompiledCodeTable } from '../../../core/carriers/engine/codeLookup';
import { CLONE } from '../../recipe';
import type { Section } from '../section';
import { figure, table } from '../table';

const FIXTURES = join(CLONE, 'test', 'fixtures', 'carriers');
const NODE = join(CLONE, 'dist/nodes/CarrierStatusNormalizer/CarrierStatusNormalizer.node.js');
/** Events of one payload: a history, a poll of some shipments, a day's interchange. */
const EVENTS = 200;
const MEASURED_MS = 3000;
const MILLION = 1_000_000;
const MEGABYTE = 1024 * 1024;
const LOADS = 5;

interface Feed {
	name: string;
	source: SourceId;
	payload: unknown;
}

const fixture = (name: string): unknown =>
	(JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), 'utf8')) as { payload: unknown })
		.payload;

const minute = (index: number): string => String(index % 60).padStart(2, '0');
const hour = (index: number): string => String(Math.floor(index / 60) % 24).padStart(2, '0');

const repeated = (one: (index: number) => string): string =>
	Array.from({ length: EVENTS }, (_none, index) => one(index)).join('');

/** One documented payload per syntax, with as many events as a busy one has; no two events are the same. */
const feeds = (): Feed[] => {
	const fedex = structuredClone(fixture('fedexTrackV1.history')) as {
		output: { completeTrackResults: { trackResults: { scanEvents: { date: string }[] }[] }[] };
	};
	const [result] = fedex.output.completeTrackResults[0].trackResults;
	const scans = result.scanEvents;
	result.scanEvents = Array.from({ length: EVENTS }, (_none, index) => ({
		...scans[index % scans.length],
		date: `2026-08-28T${hour(index)}:${minute(index)}:00-05:00`,
	}));
	const xml = fixture('iataXfsu.message') as string;
	const status = /<ram:ReportedStatus>.*?<\/ram:ReportedStatus>/s.exec(xml)?.[0] ?? '';
	const statuses = repeated((index) =>
		status.replace(/T\d\d:\d\d/, `T${hour(index)}:${minute(index)}`),
	);
	return [
		{ name: 'JSON, parsed (FedEx Track)', source: SourceId.FedexTrackV1, payload: fedex },
		{
			name: 'JSON, as text (FedEx Track)',
			source: SourceId.FedexTrackV1,
			payload: JSON.stringify(fedex),
		},
		{ name: 'XML (IATA XFSU)', source: SourceId.IataXfsu, payload: xml.replace(status, statuses) },
		{
			name: 'X12 214',
			source: SourceId.X12Shipment214,
			payload: `ST*214*0001~B10*0123456789*SHP0001*UPGF~LX*1~${repeated((index) => `AT7*X6*NS***20260828*${hour(index)}${minute(index)}*ET~MS1*DETROIT*MI*US~`)}`,
		},
		{
			name: 'EDIFACT IFTSTA',
			source: SourceId.EdifactIftsta,
			payload: `UNH+1+IFTSTA:D:01B:UN'BGM+77+1+9'CNI+1+ABC123'${repeated((index) => `STS+1+13'DTM+334:20260828${hour(index)}${minute(index)}:203'LOC+14+NLRTM:139:6:Rotterdam'`)}UNT+9+1'`,
		},
		{
			name: 'Cargo-IMP FSU',
			source: SourceId.IataFsu,
			payload: `FSU/12\n020-12345675FRAJFK/T10K250.0\n${repeated((index) => `NFD/06JAN${hour(index)}${minute(index)}/JFK/P8K200/ACME US\n`)}`,
		},
	];
};

const OPTIONS = { receivedAt: '2026-08-30T00:00:00Z' };

const read = ({ payload, source }: Feed): number => {
	const { events } = normalize(payload, source, OPTIONS);
	if (events.length < EVENTS) throw new Error(`${source}: ${events.length} of ${EVENTS} events`);
	return events.length;
};

const cpuMs = (since?: NodeJS.CpuUsage): number => {
	const { user, system } = process.cpuUsage(since);
	return (user + system) / 1000;
};

/** Events per second of processor time, so that a busy machine does not count. */
function throughput(feed: Feed, milliseconds: number): number {
	const run = (): number => {
		const start = process.cpuUsage();
		let events = 0;
		do events += read(feed);
		while (cpuMs(start) < milliseconds);
		return (events * 1000) / cpuMs(start);
	};
	run();
	return run();
}

/** Memory in use after every fifth of the events, in MB. */
function memory(feed: Feed, total: number): number[] {
	const marks: number[] = [];
	let done = 0;
	for (let part = 1; part <= 5; part++) {
		while (done < (total * part) / 5) done += read(feed);
		(globalThis as { gc?: () => void }).gc?.();
		marks.push(process.memoryUsage().heapUsed / MEGABYTE);
	}
	return marks;
}

const best = (measure: () => number): number =>
	Math.min(...Array.from({ length: LOADS }, () => measure()));

/** Compiling every code table anew, as the first payloads of all carriers together would. */
const compileTables = (): number => {
	const start = process.cpuUsage();
	for (const one of CODE_TABLES) new CompiledCodeTable(one);
	return cpuMs(start);
};

/** Loading the whole node, as n8n does at its start, in a process of its own. */
const loadNode = (): number => {
	const script = `const u=process.cpuUsage();require(${JSON.stringify(NODE)});const c=process.cpuUsage(u);console.log((c.user+c.system)/1000)`;
	const preload = 'require("n8n-workflow");require("luxon");';
	const text = execFileSync(process.execPath, ['-e', preload + script], {
		cwd: CLONE,
		encoding: 'utf8',
	});
	return Number(text);
};

/** The pure core alone: no n8n, no network. */
export const section: Section = {
	id: 'normalizer-throughput',
	title: 'Carrier Status Normalizer: events per second, memory, loading',
	async run(context) {
		const all = feeds();
		const rows = all.map((feed) => [
			feed.name,
			figure(throughput(feed, context.smoke ? 30 : MEASURED_MS)),
		]);
		const total = context.size(MILLION);
		const marks = memory(all[0], total);
		const codes = CODE_TABLES.reduce((sum, { rows: lines }) => sum + lines.length, 0);
		return await Promise.resolve(
			[
				`Histories of ${EVENTS} events, the source chosen, one thread, per second of processor time.`,
				table(['payload', 'events/s'], rows),
				`Memory in use after each fifth of ${figure(total)} events: ${marks.map((mark) => `${figure(mark)} MB`).join(', ')}.`,
				`Processor time, best of ${LOADS}: compiling all ${CODE_TABLES.length} code tables (${figure(codes)} codes) ${figure(best(compileTables))} ms; loading the whole node, with all tables and rules in it, ${figure(best(loadNode))} ms. A table is compiled when its first payload comes.`,
			].join('\n\n'),
		);
	},
};
