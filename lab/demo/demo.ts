import { parseArgs } from 'node:util';
import { downInstance, upInstance, type Instance } from '../instance';
import { LabError, say } from '../progress';
import { DAY } from './day';
import { printAddresses, printTable, type Played } from './print';
import { setStage, type Stage } from './stage';

const NAME = 'demo';

interface Options {
	/** Leave the servers running. */
	keep: boolean;
	/** Approvals are decided by the user. */
	interactive: boolean;
}

/**
 * A working day on real servers: carriers, a warehouse and people do their part, the templates carry it through a real
 * n8n into a real Odoo. Fails when Odoo does not show what it should.
 */
async function demo({ keep, interactive }: Options): Promise<boolean> {
	// Deliveries of an earlier run would make duplicates of everything.
	await downInstance(NAME);
	try {
		const instance = await upInstance({ name: NAME });
		const stage = await setStage(instance, { isInteractive: interactive });
		try {
			return await playDay(instance, stage, keep);
		} finally {
			await stage.strike();
		}
	} finally {
		if (keep) {
			console.log('\nThe servers stay up: npm run lab:down -- --name demo');
		} else {
			await downInstance(NAME);
			console.log('\nTo look around in n8n and Odoo: npm run demo -- --keep');
		}
	}
}

async function playDay(instance: Instance, stage: Stage, keep: boolean): Promise<boolean> {
	const played: Played[] = [];
	for (const scene of DAY) {
		say(scene.what);
		played.push({ scene, seen: await scene.play(stage) });
	}
	printTable(played);
	const ok = played.every(({ seen }) => seen.expected === undefined);
	console.log(
		ok ? `\nOdoo shows all ${played.length} as expected.` : '\nOdoo does not show what it should.',
	);
	if (keep) printAddresses(instance, stage);
	return ok;
}

const { values } = parseArgs({
	options: {
		keep: { type: 'boolean', default: false },
		interactive: { type: 'boolean', default: false },
	},
});

demo(values)
	.then((ok) => {
		process.exitCode = ok ? 0 : 1;
	})
	.catch((error: unknown) => {
		console.error(error instanceof LabError ? error.message : error);
		process.exitCode = 1;
	});
