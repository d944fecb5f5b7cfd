import type { IExecuteFunctions } from 'n8n-workflow';
import type { Domain, Result } from '../../../core/odoo';
import { success } from '../../../core/odoo';
import {
	readPrior,
	type Acknowledged,
	type GateInput,
	type RateText,
	type UnitText,
} from '../../../core/tolerance';
import type { OdooClient } from '../../shared/odoo/client';
import { OdooReads } from '../actions/evaluate.fields';
import { misconfigured, readJson, readList, typed } from './json';
import { readPriorRecords, readRates, readUnits } from './odooInputs';

interface SharedOptions {
	readonly acknowledged?: unknown;
	readonly prior?: unknown;
	readonly priorDomain?: unknown;
	readonly priorField?: string;
	readonly priorModel?: string;
	readonly priorStatusField?: string;
	readonly rates?: unknown;
	readonly units?: unknown;
}

/** What all items of a run share: given in the options of the first item, and read in Odoo. */
export async function sharedInputs(
	node: IExecuteFunctions,
	client: OdooClient,
): Promise<Result<GateInput>> {
	const options = node.getNodeParameter('options', 0, {}) as SharedOptions;
	const reads = new Set(
		node.getNodeParameter('useOdoo', 0, false) === true
			? (node.getNodeParameter('odooReads', 0, []) as OdooReads[])
			: [],
	);
	const acknowledged = readList(options.acknowledged, 'Accepted Deviations');
	if (!acknowledged.ok) return acknowledged;
	const given = readList(options.prior, 'Earlier Decisions');
	if (!given.ok) return given;
	const rates = readList(options.rates, 'Currency Rates');
	if (!rates.ok) return rates;
	const units = readList(options.units, 'Units');
	if (!units.ok) return units;
	const odooUnits = reads.has(OdooReads.Units) ? await readUnits(client) : success([]);
	if (!odooUnits.ok) return odooUnits;
	const odooRates = reads.has(OdooReads.Rates) ? await readRates(client) : success([]);
	if (!odooRates.ok) return odooRates;
	const odooPrior = reads.has(OdooReads.Prior) ? await priorFromOdoo(client, options) : success([]);
	if (!odooPrior.ok) return odooPrior;
	const prior = readPrior([...odooPrior.value, ...given.value]);
	if (prior.unreadable > 0) {
		return misconfigured(
			`${prior.unreadable} of the earlier decisions hold no decision of this node`,
			'Give the records of earlier decisions (the field "record" of a decision), or narrow the domain.',
		);
	}
	return success({
		units: [...odooUnits.value, ...(units.value as UnitText[])],
		rates: [...odooRates.value, ...(rates.value as RateText[])],
		prior: prior.prior,
		acknowledged: [...prior.acknowledged, ...(acknowledged.value as Acknowledged[])],
	});
}

async function priorFromOdoo(
	client: OdooClient,
	options: SharedOptions,
): Promise<Result<unknown[]>> {
	const domain = readJson(options.priorDomain, 'Earlier Decisions: Domain', []);
	if (!domain.ok) return domain;
	if (!Array.isArray(domain.value)) {
		return misconfigured(
			'The domain of earlier decisions is not a list',
			'Give it in Odoo’s notation: [["x_type", "=", "…"]].',
		);
	}
	return await readPriorRecords(client, {
		model: typed(options.priorModel) ?? 'x_logistics_event',
		domain: domain.value as Domain,
		field: typed(options.priorField) ?? 'x_payload',
		statusField: typed(options.priorStatusField) ?? null,
	});
}
