import { globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** For everything but nodes and credentials, which n8n's own configuration (eslint.config.mjs) checks. */
export default tseslint.config(
	globalIgnores(['dist', '.lab', '**/node_modules']),
	{
		files: [
			'odoo/**/*.ts',
			'core/**/*.ts',
			'lab/**/*.ts',
			'test/**/*.ts',
			'nodes/**/*.ts',
			'credentials/**/*.ts',
		],
		extends: [tseslint.configs.strictTypeChecked],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			// Numbers in messages are what messages are for.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// `return await` keeps the function in stack traces.
			'@typescript-eslint/return-await': ['error', 'always'],
			// An index signature answers undefined for a missing key, whatever its type says.
			'@typescript-eslint/no-unnecessary-condition': 'off',
			// n8n's values are typed as "anything JSON": where text is expected, text is there.
			'@typescript-eslint/no-base-to-string': 'off',
			// Interfaces of n8n ask for promises where an implementation has nothing to wait for.
			'@typescript-eslint/require-await': 'off',
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			// A narrow parameter type makes call sites readable even where inference would do.
			'@typescript-eslint/no-unnecessary-type-parameters': 'off',
		},
	},
	{
		files: ['test/**/*.ts'],
		rules: {
			// jest's matchers (expect.any and the like) are typed as any.
			'@typescript-eslint/no-unsafe-assignment': 'off',
		},
	},
);
