import type { OdooCall, OdooRecord } from './call';
import { Repeatable } from './call';
import { OdooErrorKind } from './errorKind';
import type { Result } from './failure';
import { failed, failure, success } from './failure';

/** A company as a user names it: its ID, or its name. */
export type Company = number | string;

/** Whole numbers are IDs, all else is a name; a list where a name has a comma in it. The main company comes first. */
export function readCompanies(input: unknown): Company[] {
	const parts: unknown[] = Array.isArray(input) ? input : asText(input).split(',');
	const texts = parts.map((part) => asText(part).trim()).filter((text) => text !== '');
	return [...new Set(texts.map((text) => (/^[1-9]\d{0,9}$/.test(text) ? Number(text) : text)))];
}

const asText = (input: unknown): string =>
	typeof input === 'string' ? input : (JSON.stringify(input) ?? '');

/** What asks for all that are named, at once; null where all are IDs. */
export function companySearch(companies: readonly Company[]): OdooCall | null {
	const names = companies.filter((company) => typeof company === 'string');
	if (names.length === 0) return null;
	return {
		model: 'res.company',
		method: 'search_read',
		params: { domain: [['name', 'in', names]], fields: ['name'] },
		repeatable: Repeatable.Yes,
	};
}

/** IDs in the order in which the companies were given. None is picked of several, and every name that fails is told. */
export function companyIds(
	companies: readonly Company[],
	found: readonly OdooRecord[],
): Result<number[]> {
	const problems: string[] = [];
	const ids = companies.map((company) => {
		if (typeof company === 'number') return company;
		const called = found.filter(({ name }) => name === company).map(({ id }) => id);
		if (called.length === 0) problems.push(`no company is called "${company}"`);
		if (called.length > 1) {
			problems.push(`${called.length} companies are called "${company}" (${called.join(', ')})`);
		}
		return called[0];
	});
	if (problems.length === 0) return success([...new Set(ids)]);
	return failed(
		failure(OdooErrorKind.Configuration, `Option Companies: ${problems.join('; ')}`, {
			model: 'res.company',
			advice:
				'Write each name as it stands in Odoo, or the ID. The user of the credential finds only companies that it is allowed in (Settings → Users).',
		}),
	);
}
