import type { Browser, Page } from 'playwright-core';
import { ApprovalForm } from '../approvalForm';
import { openBrowser, openOdoo } from '../browser';
import type { OdooClient } from '../clients';
import { say } from '../progress';
import type { OdooAccess } from '../state';
import { until } from '../until';
import { APPROVER } from './people';

const SIZE = { width: 1400, height: 900 };
const DAY_SECONDS = 86_400;

export enum Decision {
	Approve = 'Approve',
	Reject = 'Reject',
}

/** Somebody who decides on approvals in Odoo's web client: the buttons are pressed in a browser, or by the user. */
export class Approver {
	private browser: Browser | undefined;

	private page: Page | undefined;

	constructor(
		private readonly odoo: OdooAccess,
		private readonly admin: OdooClient,
		readonly isInteractive: boolean,
	) {}

	/** Waits until the request is decided. Whoever watches may decide otherwise than the scene has it. */
	async decide(request: number, decision: Decision, comment: string): Promise<void> {
		const address = `${this.odoo.url}/odoo/m-x_logistics_approval/${request}`;
		if (this.isInteractive) {
			console.log(
				`\n  Decide: ${address}\n  as ${APPROVER.login} / ${APPROVER.password}  (the tour has: ${decision}, "${comment}")\n`,
			);
		} else {
			await this.press(request, decision, comment);
		}
		await until(
			`request ${request} to be decided`,
			this.isInteractive ? DAY_SECONDS : 60,
			async () => {
				const row = await this.admin.one(
					'x_logistics_approval',
					[['id', '=', request]],
					['x_state'],
				);
				return row.x_state !== 'pending';
			},
		);
	}

	async leave(): Promise<void> {
		await this.browser?.close();
	}

	private async press(request: number, decision: Decision, comment: string): Promise<void> {
		const page = await this.open();
		const form = await new ApprovalForm(page, this.odoo.url).open(request);
		await (decision === Decision.Approve ? form.approve() : form.reject(comment));
	}

	private async open(): Promise<Page> {
		if (this.page) return this.page;
		say(`${String(APPROVER.name)} logs into Odoo`);
		this.browser = await openBrowser();
		this.page = await openOdoo(this.browser, this.odoo, APPROVER, SIZE);
		return this.page;
	}
}
