const transform = {
	'^.+\\.ts$': [
		'@swc/jest',
		{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
	],
};

/** One layer of the test pyramid: `npm test` runs unit and engine, `npm run test:lab` runs lab. */
const layer = (name, extra = {}) => ({
	displayName: name,
	testEnvironment: 'node',
	rootDir: __dirname,
	roots: [`<rootDir>/test/${name}`],
	testMatch: ['**/*.test.ts'],
	transform,
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.lab'],
	...extra,
});

module.exports = {
	projects: [
		layer('unit'),
		layer('engine'),
		layer('lab', { globalTeardown: '<rootDir>/test/lab/globalTeardown.ts' }),
	],
};
