import { credentialOfAdmin } from './harness/setup';
import { ODOO_BOT, openTemplateLab, type TemplateLab } from './harness/template';

const FILE = '00-prepare-odoo-deliveries';
const ODOO_ADMIN = 'Odoo administrator';

let lab: TemplateLab;

beforeAll(async () => {
	lab = await openTemplateLab();
}, 1_200_000);
afterAll(async () => await lab.end());

describe('Prepare Odoo', () => {
	it('ends well as the bot, also where Setup is installed already', async () => {
		const credentials = { [ODOO_ADMIN]: await credentialOfAdmin(lab) };
		const run = await (await lab.open(FILE, { credentials })).fire('Run once', 120);
		expect(run.data.resultData.error).toBeUndefined();
		expect(run.status).toBe('success');
	});

	it("stops where n8n has filled in the administrator's credential for both nodes", async () => {
		const admin = await credentialOfAdmin(lab);
		const template = await lab.open(FILE, {
			credentials: { [ODOO_ADMIN]: admin, [ODOO_BOT]: admin },
		});
		const run = await template.fire('Run once', 120);
		expect(run.status).toBe('error');
		expect(run.data.resultData.error?.message).toContain('The user is an administrator');
	});
});
