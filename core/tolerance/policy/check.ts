import { IANAZone } from 'luxon';
import { Exact } from '../decimal';
import { FieldKind, STANDARD_FIELDS, type FieldDefinition } from '../fields';
import { rankOf } from '../route';
import type { PolicyIssue } from './schema';
import { Check, DriftMode, Measure, TimeUnit } from './types';
import type { LimitText, PolicyText, RuleText, SidesText } from './types';

type Report = (path: string, message: string, severity?: PolicyIssue['severity']) => void;

/** What a schema cannot say: limits without a value, fields nobody knows, bands out of order. */
export function policyIssues(policy: PolicyText): PolicyIssue[] {
	const issues: PolicyIssue[] = [];
	const report: Report = (path, message, severity = 'error') => {
		issues.push({ path, message, severity });
	};
	const { effectiveFrom, effectiveTo, calendar, units = {} } = policy;
	if (effectiveFrom && effectiveTo && effectiveFrom > effectiveTo) {
		report('/effectiveTo', 'The policy ends before it begins');
	}
	for (const [name, date] of Object.entries({ effectiveFrom, effectiveTo })) {
		if (date !== undefined && !isDate(date)) report(`/${name}`, `"${date}" is not a date`);
	}
	if (calendar?.timeZone !== undefined && !IANAZone.isValidZone(calendar.timeZone)) {
		report('/calendar/timeZone', `"${calendar.timeZone}" is no time zone`);
	}
	calendar?.holidays?.forEach((day, at) => {
		if (!isDate(day)) report(`/calendar/holidays/${at}`, `"${day}" is not a date`);
	});
	for (const [name, { factor }] of Object.entries(units)) {
		if (!new Exact(factor).gt(0)) report(`/units/${name}/factor`, 'A factor is greater than 0');
	}
	const seen = new Set<string>();
	policy.rules.forEach((rule, at) => {
		if (seen.has(rule.id)) report(`/rules/${at}/id`, `There are several rules "${rule.id}"`);
		seen.add(rule.id);
		checkRule(rule, policy, `/rules/${at}`, report);
	});
	return issues;
}

const isDate = (text: string): boolean => {
	const time = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

const TIME_UNITS: ReadonlySet<string> = new Set(Object.values(TimeUnit));

function checkRule(rule: RuleText, policy: PolicyText, path: string, report: Report): void {
	const field = fieldOf(rule.field, policy);
	if (field === undefined) {
		const known = [...Object.keys(STANDARD_FIELDS), ...Object.keys(policy.fields ?? {})].join(', ');
		report(`${path}/field`, `No field "${rule.field}"; there are ${known}`);
		return;
	}
	checkMeasure(rule, field.kind, policy, path, report);
	const everySide: Array<[string, SidesText]> = [
		[path, rule],
		...(rule.scopes ?? []).map((scoped, at): [string, SidesText] => [
			`${path}/scopes/${at}`,
			scoped,
		]),
	];
	for (const [place, sides] of everySide) {
		if (sides.check !== Check.Off && !sides.upper && !sides.lower) {
			report(place, 'The rule is on and has no limit: give "upper", "lower" or "check": "off"');
		}
		for (const side of ['upper', 'lower'] as const) {
			(sides[side] ?? []).forEach((limit, at) => {
				checkLimit(limit, takesPercent(rule, field.kind), `${place}/${side}/${at}`, report);
			});
			checkSteps(sides[side] ?? [], `${place}/${side}`, report);
		}
	}
}

function checkMeasure(
	rule: RuleText,
	kind: FieldKind,
	policy: PolicyText,
	path: string,
	report: Report,
): void {
	const { measure = Measure.Difference, in: unit } = rule;
	const fits: Readonly<Record<Measure, readonly FieldKind[]>> = {
		[Measure.Difference]: Object.values(FieldKind),
		[Measure.Actual]: [FieldKind.Quantity, FieldKind.Price, FieldKind.Money, FieldKind.Number],
		[Measure.Value]: [FieldKind.Quantity],
		[Measure.AmountDays]: [FieldKind.Time],
		[Measure.Fx]: [FieldKind.Money],
	};
	if (!fits[measure].includes(kind)) {
		report(`${path}/measure`, `"${measure}" does not fit a field of the kind ${kind}`);
	}
	if (kind === FieldKind.Time && unit !== undefined && !TIME_UNITS.has(unit)) {
		report(`${path}/in`, `Times are measured in ${[...TIME_UNITS].join(', ')}`);
	}
	const isMoney =
		kind === FieldKind.Money ||
		kind === FieldKind.Price ||
		measure === Measure.Value ||
		measure === Measure.AmountDays;
	if (
		isMoney &&
		hasAbsolute(rule) &&
		policy.currency === undefined &&
		measure !== Measure.AmountDays &&
		unit === undefined
	) {
		report(path, 'Absolute amounts need a currency: give the policy a "currency"');
	}
	if (rule.drift?.mode === DriftMode.Gross && !rule.upper && !rule.scopes) {
		report(`${path}/drift`, 'A gross sum is never negative: give "upper"');
	}
}

/** Whether any limit of the rule is an absolute one, or depends on the size of the expected value. */
export const hasAbsolute = (rule: RuleText): boolean =>
	[rule, ...(rule.scopes ?? [])].some((sides) =>
		[...(sides.upper ?? []), ...(sides.lower ?? [])].some(
			({ absolute, bands }) => absolute !== undefined || bands !== undefined,
		),
	);

const takesPercent = ({ measure }: RuleText, kind: FieldKind): boolean =>
	kind !== FieldKind.Time && measure !== Measure.AmountDays;

function checkLimit(limit: LimitText, takesPercents: boolean, path: string, report: Report): void {
	const { absolute, percent, bands, combine, check } = limit;
	if (
		check !== Check.Off &&
		absolute === undefined &&
		percent === undefined &&
		bands === undefined
	) {
		report(
			path,
			'The limit is on and has no value: give "absolute" or "percent", or "check": "off"',
		);
	}
	if (percent !== undefined && bands !== undefined)
		report(path, 'Give either "percent" or "bands"');
	if ((percent !== undefined || bands !== undefined) && !takesPercents) {
		report(path, 'A percentage of a date is nothing: give an absolute limit');
	}
	if (
		combine !== undefined &&
		(absolute === undefined || (percent === undefined && bands === undefined))
	) {
		report(`${path}/combine`, 'There is one limit only: nothing to combine', 'warning');
	}
	for (const [name, value] of Object.entries({ absolute, percent })) {
		if (value !== undefined && new Exact(value).lt(0)) {
			report(`${path}/${name}`, 'A limit is 0 or more; "lower" is for what is too little');
		}
	}
	const steps = bands?.steps ?? [];
	steps.forEach(({ upTo, percent: share }, at) => {
		const before = steps[at - 1]?.upTo;
		if (new Exact(share).lt(0)) report(`${path}/bands/steps/${at}`, 'A percentage is 0 or more');
		if ((upTo === undefined) !== (at === steps.length - 1)) {
			report(`${path}/bands/steps/${at}`, 'Every band but the last has an "upTo"');
		} else if (upTo !== undefined && !new Exact(upTo).gt(before ?? 0)) {
			report(`${path}/bands/steps/${at}`, 'Bands go upwards');
		}
	});
}

/** A milder route with a wider limit than a stricter one is never taken. */
function checkSteps(limits: readonly LimitText[], path: string, report: Report): void {
	limits.forEach((limit, at) => {
		const unreachable = limits.some(
			(other) =>
				rankOf(other.route) > rankOf(limit.route) &&
				(['absolute', 'percent'] as const).some(
					(name) =>
						isOnly(limit, name) &&
						isOnly(other, name) &&
						new Exact(other[name] ?? 0).lte(limit[name] ?? 0),
				),
		);
		if (unreachable)
			report(`${path}/${at}`, 'Never reached: a stricter route begins earlier', 'warning');
	});
}

const isOnly = (limit: LimitText, name: 'absolute' | 'percent'): boolean =>
	limit[name] !== undefined &&
	limit.bands === undefined &&
	limit[name === 'absolute' ? 'percent' : 'absolute'] === undefined;

/** A standard field, or one of the policy, with the policy's words for it. */
export function fieldOf(name: string, policy: PolicyText): FieldDefinition | undefined {
	const own = Object.hasOwn(policy.fields ?? {}, name) ? policy.fields?.[name] : undefined;
	const standard = Object.hasOwn(STANDARD_FIELDS, name) ? STANDARD_FIELDS[name] : undefined;
	if (!own && !standard) return undefined;
	const fallback = { label: name, expected: 'expected', actual: 'actual', level: 'line' };
	const words = Object.hasOwn(policy.words ?? {}, name) ? policy.words?.[name] : undefined;
	return { ...fallback, ...standard, ...own, ...words } as FieldDefinition;
}
