import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import { success } from '../../../../core/odoo';
import { MANIFEST } from '../../../../odoo/manifest';
import { install as installManifest } from '../../helpers/setup/install';
import { once } from '../../helpers/once';
import type { Operation } from '../operation';

/** Makes everything in Odoo that governed events need; again, it upgrades in place. */
export const install: Operation = {
	fields: [
		{
			displayName:
				'Run it once, with the credential of an Odoo administrator. It adds models, groups, views, server actions and a menu, and four fields to transfers; nothing of yours is changed. Running it again upgrades in place.',
			name: 'installNotice',
			type: 'notice',
			default: '',
		},
	],
	execute: async (node, client) =>
		await once(node, async () => {
			const stamp = DateTime.utc().toFormat('yyyy-MM-dd HH:mm:ss');
			const report = await installManifest(client, MANIFEST, stamp);
			return report.ok ? success({ ...report.value } as IDataObject) : report;
		}),
};
