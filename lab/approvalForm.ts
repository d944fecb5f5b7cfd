import type { Page } from 'playwright-core';

/** The form of an approval in Odoo's web client, as a person uses it. */
export class ApprovalForm {
	constructor(
		private readonly page: Page,
		/** Of Odoo, without a slash at the end. */
		private readonly url: string,
	) {}

	async open(request: number): Promise<this> {
		await this.page.goto(`${this.url}/odoo/m-x_logistics_approval/${request}`);
		await this.page.waitForSelector('.o_form_view');
		return this;
	}

	/** The buttons of the form that this user is offered. */
	async buttons(): Promise<string[]> {
		const shown = await this.header.locator('button:visible').allInnerTexts();
		return shown.map((text) => text.trim()).filter((text) => text !== '');
	}

	async approve(): Promise<void> {
		await this.header.getByRole('button', { name: 'Approve' }).click();
	}

	async reject(comment: string): Promise<void> {
		await this.header.getByRole('button', { name: 'Reject...' }).click();
		await this.dialog
			.locator('[name="x_comment"] textarea, [name="x_comment"] input')
			.first()
			.fill(comment);
		await this.dialog.getByRole('button', { name: 'Reject' }).click();
	}

	/** Takes it back as the one who asked; Odoo asks once more. */
	async withdraw(): Promise<void> {
		await this.header.getByRole('button', { name: 'Withdraw' }).click();
		await this.dialog.locator('footer button.btn-primary').click();
	}

	private get header() {
		return this.page.locator('.o_form_statusbar');
	}

	private get dialog() {
		return this.page.getByRole('dialog');
	}
}
