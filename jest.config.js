const transform = {
	'^.+\\.(ts|js)$': [
		'@swc/jest',
		{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
	],
	// What Setup installs in Odoo is bundled as text.
	'\\.(py|xml)$': '<rootDir>/scripts/textTransform.js',
};

/** Bundled libraries that come as ES modules only. */
const transformIgnorePatterns = ['/node_modules/(?!(canonicalize|jose)/)'];

/** One layer of the test pyramid: `npm test` runs unit and engine, `npm run test:lab` runs lab. */
const layer = (name, extra = {}) => ({
	displayName: name,
	testEnvironment: 'node',
	rootDir: __dirname,
	roots: [`<rootDir>/test/${name}`],
	testMatch: ['**/*.test.ts'],
	transform,
	transformIgnorePatterns,
	// It exports itself to `import` only, and jest requires.
	moduleNameMapper: { '^canonicalize$': '<rootDir>/node_modules/canonicalize/lib/canonicalize.js' },
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.lab'],
	...extra,
});

module.exports = {
	projects: [
		layer('unit'),
		layer('engine'),
		layer('lab', {
			globalTeardown: '<rootDir>/test/lab/globalTeardown.ts',
			setupFilesAfterEnv: ['<rootDir>/test/lab/harness/timeouts.ts'],
		}),
	],
};
