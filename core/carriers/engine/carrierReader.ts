import type { EventCarrier } from '../../event/shipmentEvent';
import carriers from '../carriers.json';
import { CarrierAlias, type CarrierSpec } from '../source';
import { compilePaths, type ReadContext } from './path';
import { readText } from './text';

interface KnownCarrier {
	readonly id: string;
	readonly name: string;
	readonly scac: string | null;
}

export type CarrierReader = (context: ReadContext) => EventCarrier | null;

const COLUMNS: Readonly<Record<CarrierAlias, readonly number[]>> = {
	[CarrierAlias.Scac]: [2],
	[CarrierAlias.AfterShip]: [3],
	[CarrierAlias.EasyPost]: [4],
	// The first that has the name counts, so ids go before names of platforms.
	[CarrierAlias.Any]: [0, 3, 4, 2],
};

const known = carriers.rows.map(([id, name, scac]): readonly [string, KnownCarrier] => [
	id,
	{
		id,
		name, // With several codes (one per service) none of them can be said to be the right one.
		scac: scac === '' || scac.includes(' ') ? null : scac,
	},
]);
const byId: ReadonlyMap<string, KnownCarrier> = new Map(known);

const byAlias = (alias: CarrierAlias): ReadonlyMap<string, KnownCarrier> => {
	const found = new Map<string, KnownCarrier>();
	const add = (name: string, carrier: KnownCarrier): void => {
		const key = name.toLowerCase();
		if (key !== '' && !found.has(key)) found.set(key, carrier);
	};
	for (const column of COLUMNS[alias]) {
		carriers.rows.forEach((row, index) => {
			for (const name of row[column].split(' ')) add(name, known[index][1]);
		});
	}
	if (alias === CarrierAlias.Any) for (const [, carrier] of known) add(carrier.name, carrier);
	return found;
};

// A carrier that is not on the list keeps the name the source gives it: a name, not a guess.
const named = (text: string): KnownCarrier => ({
	id: text.toLowerCase().replace(/[^a-z0-9]+/g, '_'),
	name: text,
	scac: null,
});

const fixed = (carrierId: string): EventCarrier => {
	const { id, name, scac } = byId.get(carrierId) ?? { id: carrierId, name: carrierId, scac: null };
	return { id, name, ...(scac === null ? {} : { scac }) };
};

const compileFixed = ({
	id,
	services = [],
}: Extract<CarrierSpec, { id: string }>): CarrierReader => {
	const carrier = fixed(id);
	if (services.length === 0) return () => carrier;
	const parts = services.map((service) => ({
		paths: compilePaths(service.from),
		word: service.contains.toLowerCase(),
		carrier: fixed(service.id),
	}));
	return (context) =>
		parts.find(({ paths, word }) => readText(context, paths)?.toLowerCase().includes(word))
			?.carrier ?? carrier;
};

/** Compiles who the carrier is. The reader gives null when the payload does not name one. */
export function compileCarrier(spec: CarrierSpec): CarrierReader {
	if ('id' in spec) return compileFixed(spec);
	const paths = compilePaths(spec.from);
	const aliases = byAlias(spec.alias);
	const { aggregator, alias } = spec;
	const names = new Map(Object.entries(spec.names ?? {}));
	return (context) => {
		const text = readText(context, paths);
		if (text === null) return null;
		const own = names.get(text);
		const carrier =
			(own === undefined ? aliases.get(text.toLowerCase()) : byId.get(own)) ?? named(text);
		const scac = alias === CarrierAlias.Scac ? text.toUpperCase() : carrier.scac;
		return {
			id: carrier.id,
			name: carrier.name,
			...(scac === null ? {} : { scac }),
			...(aggregator === undefined ? {} : { aggregator }),
		};
	};
}
