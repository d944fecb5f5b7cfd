import { OdooClient } from '../clients';
import type { OdooAccess } from '../state';

/** Buttons on an exception's form in Odoo, with the server actions behind them. */
const BUTTONS = {
	Hold: 'action_exception_hold',
	Release: 'action_exception_release',
	Retry: 'action_exception_retry',
} as const;

/** Somebody who works the exception queue in Odoo, with an operator's rights. */
export class Operator {
	private readonly client: OdooClient;

	constructor(
		{ url, db }: OdooAccess,
		user: { login: string; password: string },
		/** Ids of Setup's server actions. */
		private readonly actions: Record<string, number>,
	) {
		this.client = new OdooClient({ url, db, ...user });
	}

	/** Presses a button on the exception that says why the delivery was refused. */
	async press(button: keyof typeof BUTTONS, tracking: string): Promise<void> {
		const exception = await this.client.one('x_logistics_exception', [
			['x_category', '=', 'rejected'],
			['x_event_id.x_subject', '=', tracking],
		]);
		await this.client.call('ir.actions.server', 'run', {
			ids: [this.actions[BUTTONS[button]]],
			context: {
				active_model: 'x_logistics_exception',
				active_id: exception.id,
				active_ids: [exception.id],
			},
		});
	}
}
