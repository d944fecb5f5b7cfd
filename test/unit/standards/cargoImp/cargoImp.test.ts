import { readCargoImpStatuses } from '../../../../core/standards/cargoImp';

const MESSAGE = `FSU/12
020-12345675BRUFRA/T10K250.5
RCS/05JAN1430/BRU/T10K250.5/ACME SHIPPERS
OSI/HANDLE WITH CARE
DEP/LH8020/05JAN/BRUFRA/T10K250.5/S1600/A1612
RCF/LH8020/05JAN1745/FRA/P4K100
DIS/06JAN0900/FRA/MSCA/T6K150.5
DLV/06JAN1130/FRA/P4K100/J DOE
`;

it('reads consignments and their status lines', () => {
	const { tree, problems } = readCargoImpStatuses(MESSAGE);
	expect(problems).toEqual([]);
	const [{ consignments, type, version }] = tree.messages;
	expect([type, version]).toEqual(['FSU', '12']);
	expect(consignments).toHaveLength(1);
	expect(consignments[0]).toMatchObject({
		airWaybill: '020-12345675',
		prefix: '020',
		origin: 'BRU',
		destination: 'FRA',
		quantity: { kind: 'T', pieces: '10', weightUnit: 'K', weight: '250.5' },
	});
	expect(consignments[0].statuses).toMatchObject([
		{
			code: 'RCS',
			date: '05JAN',
			time: '1430',
			airport: 'BRU',
			name: 'ACME SHIPPERS',
			remarks: ['OSI/HANDLE WITH CARE'],
			line: 3,
		},
		{
			code: 'DEP',
			carrier: 'LH',
			flight: 'LH8020',
			date: '05JAN',
			time: '1612',
			timeKind: 'A',
			airport: 'BRU',
			from: 'BRU',
			to: 'FRA',
		},
		{ code: 'RCF', time: '1745', airport: 'FRA', quantity: { kind: 'P', pieces: '4' } },
		{ code: 'DIS', discrepancy: 'MSCA' },
		{ code: 'DLV', name: 'J DOE', airport: 'FRA' },
	]);
});

it('tells lines that are no part of a message', () => {
	const { problems } = readCargoImpStatuses('FSU/12\n020-12345675BRUFRA/T1\n12 nonsense');
	expect(problems).toMatchObject([{ place: 'line 3' }]);
});
