import { companyIds, companySearch, readCompanies } from '../../../core/odoo';

describe('the option Companies', () => {
	it.each([
		['', []],
		[undefined, []],
		['2, 1', [2, 1]],
		[3, [3]],
		[' My Company (Chicago) , 3,,3', ['My Company (Chicago)', 3]],
		[
			['Hub, Inc.', 2, '4'],
			['Hub, Inc.', 2, 4],
		],
		['0, -1', ['0', '-1']],
	])('reads %j', (input, companies) => {
		expect(readCompanies(input)).toEqual(companies);
	});

	it('asks once for all names, and for IDs not at all', () => {
		expect(companySearch([1, 2])).toBeNull();
		expect(companySearch(['North', 3, 'South'])).toMatchObject({
			model: 'res.company',
			params: { domain: [['name', 'in', ['North', 'South']]] },
		});
	});

	it('keeps their order, and a company that is named twice once', () => {
		const found = [
			{ id: 5, name: 'North' },
			{ id: 7, name: 'South' },
		];
		expect(companyIds(['South', 3, 'North', 7], found)).toEqual({ ok: true, value: [7, 3, 5] });
	});

	it('names each that is missing or ambiguous, and picks none', () => {
		const found = [
			{ id: 5, name: 'North' },
			{ id: 9, name: 'North' },
		];
		expect(companyIds(['North', 'Atlantis', 1, 'Utopia'], found)).toMatchObject({
			ok: false,
			failure: {
				kind: 'configuration',
				message:
					'Option Companies: 2 companies are called "North" (5, 9); no company is called "Atlantis"; no company is called "Utopia"',
			},
		});
	});
});
