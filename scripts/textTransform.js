/** jest's counterpart of esbuild's text loader. */
module.exports = {
	process: (text) => ({
		code: `module.exports = { __esModule: true, default: ${JSON.stringify(text)} };`,
	}),
};
