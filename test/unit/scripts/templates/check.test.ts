import type { INode } from 'n8n-workflow';
import { loadCatalogue } from '../../../../scripts/templates/catalogue';
import { check } from '../../../../scripts/templates/check';
import type { Template } from '../../../../scripts/templates/template';
import { example } from './example';

const catalogue = loadCatalogue();

type Broken = Record<string, unknown>;

function broken(change: (template: Template, node: (name: string) => INode) => unknown): string[] {
	const template = example();
	change(template, (name) => {
		const found = template.nodes.find((one) => one.name === name);
		if (!found) throw new Error(`the example has no node ${name}`);
		return found;
	});
	return check(template, catalogue);
}

const FIND = 'Find deliveries';
const SWITCH = 'Is it late?';

const parameters = (node: INode) => node.parameters as Broken;

it('finds nothing wrong with a good template', () => {
	expect(check(example(), catalogue)).toEqual([]);
});

it.each<[string, Parameters<typeof broken>[0], RegExp]>([
	[
		'a node type that does not exist',
		(_, node) => (node(FIND).type = 'n8n-nodes-base.nothing'),
		/is not known/,
	],
	[
		'a version that does not exist',
		(_, node) => (node(FIND).typeVersion = 9),
		/version 9 is not known/,
	],
	[
		'an operation that does not exist',
		(_, node) => (parameters(node(FIND)).operation = 'nope'),
		/operation cannot be "nope"/,
	],
	[
		'a parameter that does not exist',
		(_, node) => (parameters(node(FIND)).colour = 'red'),
		/colour is no parameter/,
	],
	[
		'a parameter of another operation',
		(_, node) => (parameters(node(FIND)).matchBy = 'fields'),
		/matchBy has no place/,
	],
	[
		'a wrong type',
		(_, node) => (parameters(node(FIND)).returnAll = 'yes'),
		/returnAll is not a boolean/,
	],
	[
		'an option that does not exist',
		(_, node) => (parameters(node(FIND)).options = { speed: 3 }),
		/options\.speed is no parameter/,
	],
	[
		'a choice deep in a collection',
		(_, node) =>
			(parameters(node(FIND)).conditions = {
				condition: [{ field: 'state', operator: 'about', value: '1' }],
			}),
		/operator cannot be "about"/,
	],
	[
		'an id out of a list',
		(_, node) =>
			(parameters(node(FIND)).model = { __rl: true, mode: 'list', value: 'stock.picking' }),
		/belongs to an installation/,
	],
	[
		'a missing required parameter',
		(_, node) => (parameters(node(FIND)).model = { __rl: true, mode: 'id', value: '' }),
		/"Find deliveries": .*required/,
	],
	[
		'an operator that does not exist',
		(_, node) =>
			(node(SWITCH).parameters = JSON.parse(
				JSON.stringify(node(SWITCH).parameters).replace('"operation":"true"', '"operation":"yes"'),
			) as INode['parameters']),
		/no operator boolean yes/,
	],
	[
		'an assignment of the wrong type',
		(_, node) =>
			(parameters(node('Configuration')).assignments = {
				assignments: [{ id: 'a', name: 'most', type: 'number', value: '10' }],
			}),
		/most is not a number/,
	],
	[
		'an expression that is no JavaScript',
		(_, node) => (parameters(node(FIND)).limit = '={{ $json. }}'),
		/is not an expression/,
	],
	[
		'an expression on a node that is not there',
		(_, node) => (parameters(node(FIND)).limit = "={{ $('Settings').item.json.most }}"),
		/speaks of "Settings"/,
	],
	[
		'an expression on a later node',
		(_, node) => (parameters(node(FIND)).limit = "={{ $('Note it').item.json.most }}"),
		/speaks of "Note it"/,
	],
	[
		'a connection to a node that is not there',
		({ connections }) =>
			(connections.Configuration.main = [[{ node: 'Gone', type: 'main', index: 0 }]]),
		/leads to "Gone"/,
	],
	[
		'a connection from an output that is not there',
		({ connections }) =>
			connections[SWITCH].main.push([{ node: 'Note it', type: 'main', index: 0 }]),
		/has 2 outputs, and output 3 is wired/,
	],
	[
		'an error output that leads nowhere',
		({ connections }) => (connections[FIND].main = [connections[FIND].main[0]]),
		/the output Error leads nowhere/,
	],
	[
		'a fallback that leads nowhere',
		({ connections }) => (connections[SWITCH].main = [connections[SWITCH].main[0]]),
		/the output In time leads nowhere/,
	],
	[
		'exceptions that nobody sees',
		({ connections }) => delete connections['Note it'],
		/"Note it": the output Exception leads nowhere/,
	],
	[
		'a dead end',
		({ connections }) => delete connections.Configuration,
		/"Configuration" is a dead end/,
	],
	[
		'a node that is never reached',
		({ connections }) => delete connections.Configuration,
		/"Find deliveries" is never reached/,
	],
	[
		'an id of a credential',
		(_, node) => (node(FIND).credentials = { odooSyncApi: { id: 'x1', name: 'Odoo bot' } }),
		/must have a name, and no more/,
	],
	['no credential', (_, node) => delete node(FIND).credentials, /has no credential odooSyncApi/],
	[
		'a credential of another node',
		(_, node) => Object.assign(node(FIND).credentials ?? {}, { smtp: { name: 'Mail' } }),
		/takes no credential smtp/,
	],
	[
		'a person',
		(_, node) =>
			(parameters(node(FIND)).conditions = {
				condition: [{ field: 'email', operator: 'equals', value: 'jane@acme.io' }],
			}),
		/holds an e-mail address/,
	],
	[
		'a server',
		(_, node) =>
			(parameters(node('How it works')).content = '### Deliveries at http://erp.acme.io'),
		/holds a web address/,
	],
	[
		'a secret',
		(_, node) =>
			(parameters(node('Configuration')).assignments = {
				assignments: [{ id: 'a', name: 'most', type: 'string', value: 'Bearer abcdefghijklmnop' }],
			}),
		/holds an authorization/,
	],
	[
		'two nodes of configuration',
		({ nodes }) => nodes.push({ ...nodes[2], id: 'b', position: [200, 300] }),
		/one Edit Fields node called "Configuration"/,
	],
	[
		'a value that nothing uses',
		(_, node) => (parameters(node(FIND)).limit = 5),
		/nothing uses most/,
	],
	[
		'no steps to set it up',
		(_, node) => (parameters(node('How it works')).content = '### Deliveries'),
		/numbered steps/,
	],
	[
		'nodes on top of each other',
		(_, node) => (node(SWITCH).position = [450, 20]),
		/"Find deliveries" and "Is it late\?" overlap/,
	],
	[
		'a note over half a node',
		(_, node) => (node('How it works').position = [-40, -150]),
		/"How it works" and "Every morning" overlap/,
	],
	['a name that says nothing', (template) => (template.name = 'Workflow'), /begin with a verb/],
	['no description', (template) => delete template.description, /has 0 sentences/],
	['pinned data', (template) => (template.pinData = {}), /"pinData" belongs/],
	['the same name twice', (_, node) => (node(SWITCH).name = FIND), /the name of several nodes/],
])('refuses %s', (_what, change, expected) => {
	expect(broken(change)).toContainEqual(expect.stringMatching(expected));
});

it('lets a note hold whole nodes', () => {
	const problems = broken((_, node) => {
		Object.assign(node('How it works').parameters, { width: 600, height: 500 });
	});
	// It ends between two nodes: it holds three of them, and touches none.
	expect(problems).toEqual([]);
});
