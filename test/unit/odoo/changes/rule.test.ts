import {
	ChangeKind,
	domainText,
	rulesFor,
	WATCH_PRESETS,
	presetWatch,
} from '../../../../core/odoo/changes';

const ADDRESS = 'https://n8n.example/webhook/1/odoo';

describe('automation rules', () => {
	const watch = presetWatch('deliveryValidated');

	it('of a preset are native, and call with the secret', () => {
		if (!watch) throw new Error('no preset');
		const [rule] = rulesFor(watch, ADDRESS, 's3cret', 'Flow / Node');
		expect(rule).toMatchObject({
			kind: ChangeKind.StateReached,
			trigger: 'on_create_or_write',
			triggerFields: ['state'],
			url: `${ADDRESS}?kind=stateReached&key=s3cret`,
		});
		expect(rule.externalId).toMatch(/^trigger_[0-9a-f]{16}_statereached$/);
	});

	it('have the same external id after a renaming, and another at another address', () => {
		if (!watch) throw new Error('no preset');
		const idOf = (address: string, label: string) =>
			rulesFor(watch, address, 'x', label)[0].externalId;
		expect(idOf(ADDRESS, 'a')).toBe(idOf(ADDRESS, 'b'));
		expect(idOf(ADDRESS, 'a')).not.toBe(idOf(`${ADDRESS}2`, 'a'));
	});

	it('keep domains as Python literals', () => {
		const domain = ['|', ['a', '=', false], ['b', 'in', [1, 'x']]];
		expect(domainText(domain)).toBe('["|", ["a", "=", False], ["b", "in", [1, "x"]]]');
	});
});

describe('presets', () => {
	it('are sorted, and each is a complete watch', () => {
		const names = WATCH_PRESETS.map(({ name }) => name);
		expect(names).toEqual([...names].sort());
		for (const { id } of WATCH_PRESETS) expect(presetWatch(id)?.kinds.length).toBeGreaterThan(0);
	});
});
