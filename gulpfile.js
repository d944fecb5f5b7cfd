const { spawn } = require('node:child_process');
const { readFile, rm } = require('node:fs/promises');
const path = require('node:path');
const esbuild = require('esbuild');
const { dest, parallel, series, src, watch } = require('gulp');
const manifest = require('./package.json');

/** What n8n itself puts on the module path of every node; everything else is bundled. */
const PROVIDED_BY_N8N = ['n8n-workflow', 'luxon', 'zod', 'lodash'];

const ASSETS = [
	'core/event/schemas/*.json',
	'nodes/**/*.{svg,png}',
	'nodes/**/*.node.json',
	'credentials/**/*.svg',
];

/** `dist/nodes/X/X.node.js` in package.json is built from `nodes/X/X.node.ts`. */
const entryPoints = [...manifest.n8n.credentials, ...manifest.n8n.nodes].map((file) =>
	path.relative('dist', file).replace(/\.js$/, '.ts'),
);

/**
 * The rows of tables travel as text and are parsed when a table is asked for the first time: n8n loads
 * every node at its start, and a node needs few of them.
 */
const lazyRows = {
	name: 'lazy-rows',
	setup: ({ onLoad }) =>
		onLoad({ filter: /\.(codes|text)\.json$/ }, async ({ path: file }) => {
			const { rows, ...header } = JSON.parse(await readFile(file, 'utf8'));
			const text = JSON.stringify(JSON.stringify(rows));
			const head = JSON.stringify(header);
			const contents = `let rows;
export default { ...${head}, get rows() { return (rows ??= JSON.parse(${text})); } };`;
			return { contents, loader: 'js' };
		}),
};

const bundleOptions = {
	entryPoints,
	outdir: 'dist',
	outbase: '.',
	bundle: true,
	platform: 'node',
	format: 'cjs',
	target: 'node20',
	external: PROVIDED_BY_N8N,
	// What Setup installs in Odoo travels inside the node.
	loader: { '.py': 'text', '.xml': 'text' },
	plugins: [lazyRows],
	logLevel: 'warning',
	charset: 'utf8',
};

const clean = () => rm('dist', { recursive: true, force: true });

const bundle = () => esbuild.build(bundleOptions);

const assets = () => src(ASSETS, { base: '.', encoding: false }).pipe(dest('dist'));

function run(command, args, options = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { stdio: 'inherit', ...options });
		child.on('exit', (code) =>
			code === 0
				? resolve()
				: reject(new Error(`${command} ${args.join(' ')} exited with ${code}`)),
		);
	});
}

const typecheck = () => run(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', '.']);

const build = series(clean, parallel(typecheck, bundle, assets));

const labUp = () => run(process.execPath, [require.resolve('tsx/cli'), 'lab/cli.ts', 'up']);

/** A real n8n and Odoo with this package; every change is bundled, and n8n started anew with it. */
const dev = series(clean, parallel(bundle, assets), labUp, function watching() {
	watch(
		['core/**/*', 'nodes/**/*', 'credentials/**/*', 'odoo/**/*'],
		series(parallel(bundle, assets), labUp),
	);
});

module.exports = { clean, typecheck, bundle, assets, build, dev, default: build };
