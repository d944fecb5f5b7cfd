import type { Decision } from './decision/record';
import type { Outcome, Route } from './route';

/** What another policy would have decided. It has no effect. */
export interface Shadow {
	readonly policy: Decision['policy'];
	readonly route: Route;
	readonly outcome: Outcome;
	readonly sentence: string;
	/** Whether the item would have left another way. */
	readonly differs: boolean;
	/** Where the two policies say different things, by line and rule; null: the policy has no such rule. */
	readonly differences: ReadonlyArray<{
		readonly line: string | null;
		readonly rule: string;
		readonly decided: Route | null;
		readonly shadow: Route | null;
	}>;
}

export function compareShadow(decided: Decision, shadow: Decision): Shadow {
	const left = routesOf(decided);
	const right = routesOf(shadow);
	const places = [...new Set([...left.keys(), ...right.keys()])].sort();
	return {
		policy: shadow.policy,
		route: shadow.route,
		outcome: shadow.outcome,
		sentence: shadow.sentence,
		differs: decided.route !== shadow.route,
		differences: places
			.filter((place) => left.get(place) !== right.get(place))
			.map((place) => {
				const [line, rule] = JSON.parse(place) as [string | null, string];
				return { line, rule, decided: left.get(place) ?? null, shadow: right.get(place) ?? null };
			}),
	};
}

const routesOf = ({ results, lines }: Decision): Map<string, Route> =>
	new Map([
		...results.map(({ rule, route }): [string, Route] => [JSON.stringify([null, rule]), route]),
		...lines.flatMap(({ line, results: ofLine }) =>
			ofLine.map(({ rule, route }): [string, Route] => [JSON.stringify([line, rule]), route]),
		),
	]);
