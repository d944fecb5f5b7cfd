import type { EventClass } from '../../event/eventClass';
import type { KeyPart, Lookup, SourceDefinition, TextLookup } from '../source';
import { compileCarrier, type CarrierReader } from './carrierReader';
import { CompiledCodeTable } from './codeLookup';
import { compileClasses, compileConditions, compileKey, type CompiledCondition } from './fields';
import { compileLevels, type CompiledLevels } from './levels';
import { compileLookup, type CompiledLookup } from './lookup';
import { compilePath, compilePaths, type CompiledPath, type ReadContext } from './path';
import { compileReasons, type ReasonReader } from './reasonLookup';
import { SourceError, SourceErrorKind } from './sourceError';
import { codeTable, reasonTable } from '../tables';
import { compileTextLookup } from './textLookup';
import { compileTime, type TimeReader } from './timeReader';

type Paths = readonly CompiledPath[];
type CompiledFields<T> = { readonly [K in keyof Required<T>]: Paths };

export interface CompiledReference {
	readonly path: CompiledPath;
	readonly type: string;
	readonly value: string;
}

/** A definition with its paths, tables and readers made ready. */
export interface CompiledSource {
	readonly definition: SourceDefinition;
	readonly levels: CompiledLevels;
	readonly carrier: CarrierReader;
	readonly failure: Paths;
	readonly trackingNumber: Paths;
	readonly masterTrackingNumber: Paths;
	readonly service: Paths;
	readonly returns: readonly CompiledCondition[];
	readonly voids: readonly CompiledCondition[];
	readonly corrections: readonly CompiledCondition[];
	readonly eventClass: (context: ReadContext) => EventClass | null;
	readonly piece: { readonly id: Paths; readonly index: Paths; readonly count: Paths };
	readonly references: readonly CompiledReference[];
	readonly key: Readonly<Record<KeyPart, (context: ReadContext) => string | null>>;
	readonly identity: ReadonlySet<KeyPart>;
	readonly description: Paths;
	readonly lookups: readonly CompiledLookup[];
	readonly reason: ReasonReader;
	readonly time: TimeReader;
	readonly recordedAt: TimeReader;
	readonly location: CompiledFields<Omit<NonNullable<SourceDefinition['location']>, 'domestic'>>;
	readonly delivery: CompiledFields<NonNullable<SourceDefinition['delivery']>>;
	readonly estimateFrom: TimeReader | null;
	readonly estimateTo: TimeReader | null;
}

const compileDefinition = (definition: SourceDefinition): CompiledSource => {
	const { key, piece, location, delivery, estimate } = definition;
	const tableOf = ({ table: id, ignoreCase = false }: Lookup): CompiledCodeTable => {
		const own = definition.tables?.find((table) => table.id === id);
		return own === undefined ? codeTable(id, ignoreCase) : new CompiledCodeTable(own, ignoreCase);
	};
	const compileCodes = (lookup: Lookup): CompiledLookup => compileLookup(lookup, tableOf(lookup));
	const compileOne = (lookup: Lookup | TextLookup): CompiledLookup => {
		if (!('text' in lookup)) return compileCodes(lookup);
		const { confirmedBy } = lookup;
		return compileTextLookup(lookup, confirmedBy === undefined ? null : compileCodes(confirmedBy));
	};
	return {
		definition,
		levels: compileLevels(definition.levels, definition.snapshot),
		carrier: compileCarrier(definition.carrier),
		failure: compilePaths(definition.failure),
		trackingNumber: compilePaths(definition.trackingNumber),
		masterTrackingNumber: compilePaths(definition.masterTrackingNumber),
		service: compilePaths(definition.service),
		returns: compileConditions(definition.isReturn),
		voids: compileConditions(definition.isVoid),
		corrections: compileConditions(definition.isCorrection),
		eventClass: compileClasses(definition.eventClass ?? []),
		piece: {
			id: compilePaths(piece?.id),
			index: compilePaths(piece?.index),
			count: compilePaths(piece?.count),
		},
		references: (definition.references ?? []).map(({ path, type, value }) => ({
			path: compilePath(path),
			type,
			value,
		})),
		key: {
			type: compileKey(key.type),
			code: compileKey(key.code),
			subCode: compileKey(key.subCode),
		},
		identity: new Set(definition.identity ?? ['type', 'code', 'subCode']),
		description: compilePaths(definition.description),
		lookups: definition.lookups.map(compileOne),
		reason: compileReasons(
			definition.reasons ?? [],
			(id) => definition.reasonTables?.find((table) => table.id === id) ?? reasonTable(id),
		),
		time: compileTime(definition.time),
		recordedAt: compileTime(definition.recordedAt ?? []),
		location: {
			name: compilePaths(location?.name),
			city: compilePaths(location?.city),
			region: compilePaths(location?.region),
			postalCode: compilePaths(location?.postalCode),
			country: compilePaths(location?.country),
			unlocode: compilePaths(location?.unlocode),
			iata: compilePaths(location?.iata),
			lat: compilePaths(location?.lat),
			lon: compilePaths(location?.lon),
		},
		delivery: {
			signedBy: compilePaths(delivery?.signedBy),
			relation: compilePaths(delivery?.relation),
			place: compilePaths(delivery?.place),
			photo: compilePaths(delivery?.photo),
			signature: compilePaths(delivery?.signature),
			document: compilePaths(delivery?.document),
			attempt: compilePaths(delivery?.attempt),
		},
		estimateFrom: estimate?.from === undefined ? null : compileTime(estimate.from),
		estimateTo: estimate?.to === undefined ? null : compileTime(estimate.to),
	};
};

const compiled = new WeakMap<SourceDefinition, CompiledSource>();

/**
 * Compiles a definition, once per definition object.
 * @throws SourceError of kind `definition` when a path or a table name in it is wrong
 */
export function compileSource(definition: SourceDefinition): CompiledSource {
	let source = compiled.get(definition);
	if (source === undefined) {
		source = attempt(definition);
		compiled.set(definition, source);
	}
	return source;
}

const attempt = (definition: SourceDefinition): CompiledSource => {
	let failure: string;
	try {
		return compileDefinition(definition);
	} catch (error) {
		failure = error instanceof Error ? error.message : String(error);
	}
	throw new SourceError({
		kind: SourceErrorKind.Definition,
		message: `The definition of source "${definition.id}" cannot be used: ${failure}`,
		place: definition.id,
		advice: 'Correct the paths and table names of the definition.',
	});
};
