import { downInstance, upInstance } from '../instance';
import { LabError, say } from '../progress';
import { HAPPENINGS } from './happenings';
import { play, type Observation } from './play';
import { printAddresses, printTable } from './print';
import { setStage } from './stage';

const NAME = 'demo';

/**
 * The main job on real input: published carrier payloads, sent over HTTP into a real n8n, change real deliveries
 * in a real Odoo. Fails when Odoo does not show what it should.
 */
async function demo(keep: boolean): Promise<boolean> {
	// Deliveries of an earlier run would make duplicates of everything.
	await downInstance(NAME);
	try {
		const instance = await upInstance({ name: NAME });
		const stage = await setStage(instance);
		const observations: Observation[] = [];
		for (const happening of HAPPENINGS) {
			say(happening.what);
			observations.push(await play(stage, happening));
		}
		printTable(observations);
		const ok = observations.every((observation) => observation.ok);
		console.log(
			ok
				? `\nOdoo shows all ${observations.length} as expected.`
				: '\nOdoo does not show what it should.',
		);
		if (keep) printAddresses(instance, stage);
		return ok;
	} finally {
		if (keep) {
			console.log('\nThe servers stay up: npm run lab:down -- --name demo');
		} else {
			await downInstance(NAME);
			console.log('\nTo look around in n8n and Odoo: npm run demo -- --keep');
		}
	}
}

demo(process.argv.includes('--keep'))
	.then((ok) => {
		process.exitCode = ok ? 0 : 1;
	})
	.catch((error: unknown) => {
		console.error(error instanceof LabError ? error.message : error);
		process.exitCode = 1;
	});
