import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_LIMITS } from '../../../core/carriers/engine/limits';
import { xmlTree } from '../../../core/carriers/formats/xmlTree';

/** Another reader, with the same wishes: what it makes of a document is what ours has to make of it. */
const other = new XMLParser({
	attributeNamePrefix: '@',
	ignoreAttributes: false,
	ignoreDeclaration: true,
	ignorePiTags: true,
	htmlEntities: true,
	parseTagValue: false,
	parseAttributeValue: false,
	removeNSPrefix: true,
	textNodeName: '#text',
});
type Tree = string | { readonly [name: string]: string | readonly Tree[] };

const escaped = (text: string): string =>
	text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The document of a tree: `@name` are attributes, lists are children of one name. */
const write = (name: string, tree: Tree): string => {
	if (typeof tree === 'string') return `<${name}>${escaped(tree)}</${name}>`;
	let attributes = '';
	let children = '';
	for (const [key, value] of Object.entries(tree)) {
		if (typeof value === 'string') attributes += ` ${key.slice(1)}="${escaped(value)}"`;
		else children += value.map((child) => write(key, child)).join('\n\t');
	}
	return children === ''
		? `<${name}${attributes}/>`
		: `<${name}${attributes}>${children}</${name}>`;
};

const read = (xml: string): unknown => xmlTree(xml, DEFAULT_LIMITS);

const FIXTURES = path.join(__dirname, '../../fixtures/carriers');
const documents = readdirSync(FIXTURES).flatMap((name) => {
	const { payload } = JSON.parse(readFileSync(path.join(FIXTURES, name), 'utf8')) as {
		payload: unknown;
	};
	return typeof payload === 'string' && payload.startsWith('<') ? [[name, payload] as const] : [];
});

describe('the reader of XML', () => {
	it.each(documents)('reads %s as another reader does', (_name, xml) => {
		expect(read(xml)).toEqual(other.parse(xml));
	});

	it('reads any tree as another reader does', () => {
		const name = fc.constantFrom('a', 'b', 'ns:c', 'Long-Name', '_d');
		const text = fc
			.string({
				unit: fc.constantFrom('x', ' ', '<', '&', '"', "'", '>', 'é', '\n', ']'),
				maxLength: 12,
			})
			.map((value) => value.trim());
		const attributes = fc.dictionary(
			fc.constantFrom('@id', '@when', '@x.y'),
			text.filter((value) => value !== ''),
			{ maxKeys: 2 },
		);
		const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
			tree: fc.oneof(
				{ maxDepth: 4, withCrossShrink: true },
				text,
				fc
					.tuple(
						attributes,
						fc.dictionary(name, fc.array(tie('tree'), { minLength: 1, maxLength: 3 })),
					)
					.map(([own, children]) => ({ ...own, ...children })),
			),
		}));
		fc.assert(
			fc.property(tree, (value) => {
				const xml = write('root', value);
				expect(read(xml)).toEqual(other.parse(xml));
			}),
			{ numRuns: 500 },
		);
	});

	it.each([
		['<a>x<b/> y</a>', { a: { b: '', '#text': 'x y' } }],
		['<a><![CDATA[<&amp;>]]></a>', { a: '<&amp;>' }],
		['<a>1 <!-- <b> --> 2</a>', { a: '1  2' }],
		['<a b = "1" c=\'"2"\' d="a>b"/>', { a: { '@b': '1', '@c': '"2"', '@d': 'a>b' } }],
		['<a>&amp;lt; &#233;&#xE9; &#1114112; & b</a>', { a: '&lt; éé &#1114112; & b' }],
		['<a>1\r\n2\r3</a>', { a: '1\n2\n3' }],
		['<x:a xmlns="u" xmlns:x="v" x:b="1"><x:c/></x:a>', { a: { '@b': '1', c: '' } }],
		['<a b=1 c/>', { a: '' }],
	])('reads %s', (xml, tree) => {
		expect(read(xml)).toEqual(tree);
	});

	it('keeps names that objects have by themselves', () => {
		const tree = read('<a><__proto__>1</__proto__><toString>2</toString></a>') as {
			a: Record<string, unknown>;
		};
		expect(Object.entries(tree.a)).toEqual([
			['__proto__', '1'],
			['toString', '2'],
		]);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});

	it.each([
		['a long tag without values', `<a ${'b'.repeat(1_000_000)}/>`],
		['many equals signs', `<a ${'= '.repeat(500_000)}/>`],
		['many ampersands', `<a>${'&'.repeat(1_000_000)}</a>`],
	])('takes %s in linear time', (_name, xml) => {
		const start = process.cpuUsage();
		read(xml);
		const { user, system } = process.cpuUsage(start);
		expect((user + system) / 1000).toBeLessThan(1500);
	});
});
