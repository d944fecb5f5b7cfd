import type { OdooValue, Result } from '../../../core/odoo';
import { failed, failure, OdooErrorKind, Repeatable, success } from '../../../core/odoo';
import { APPROVAL_PROTOCOL, type ApprovalAction } from '../../../core/approval';
import type { OdooClient } from '../../shared/odoo/client';
import { notSetUp, readSetup } from '../../shared/odoo/setupState';

type Answer<T> = { logistics?: T & { protocol?: number } } | false;

/** Speaks to the server actions of approvals; their ids are looked up once. */
export class ApprovalActions {
	private ids: Promise<Result<Readonly<Record<string, number>>>> | undefined;

	constructor(readonly client: OdooClient) {}

	/** All of them may be sent again: what was done before is answered the same way. */
	async run<T extends object>(action: ApprovalAction, request: object): Promise<Result<T>> {
		const id = await this.idOf(action);
		if (!id.ok) return id;
		const logistics = { protocol: APPROVAL_PROTOCOL, ...request };
		const answer = await this.client.call<Answer<T>>({
			model: 'ir.actions.server',
			method: 'run',
			ids: [id.value],
			context: { logistics: logistics as unknown as OdooValue },
			repeatable: Repeatable.Yes,
		});
		if (!answer.ok) return answer;
		const told = answer.value === false ? undefined : answer.value.logistics;
		return told?.protocol === APPROVAL_PROTOCOL ? success(told) : failed(otherVersion());
	}

	async idOf(action: string): Promise<Result<number>> {
		this.ids ??= this.readIds();
		const ids = await this.ids;
		if (!ids.ok) return ids;
		const id = ids.value[action];
		return id === undefined ? failed(otherVersion()) : success(id);
	}

	private async readIds(): Promise<Result<Readonly<Record<string, number>>>> {
		const setup = await readSetup(this.client);
		if (!setup.ok) return setup;
		return setup.value === null ? failed(notSetUp()) : success(setup.value.actions);
	}
}

const otherVersion = () =>
	failure(
		OdooErrorKind.Configuration,
		'The installed Setup does not know approvals, or other ones',
		{
			advice: 'Let an administrator run Odoo Sync → Setup: Install: it upgrades in place.',
		},
	);
