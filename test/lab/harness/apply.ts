import type { ApplyAnswer, ApplyRequest, ApplyResult, Command } from '../../../core/odoo/apply';
import {
	APPLY_PROTOCOL,
	EffectKind,
	Many,
	Relation,
	Severity,
	Verdict,
} from '../../../core/odoo/apply';
import type { OdooClient } from '../../../lab/clients';

/** The guard that the shipped routes send, cut down to two states. */
const TABLES: ApplyRequest['tables'] = {
	shipment: {
		'': { verdict: Verdict.Take, on: Object.values(Relation), value: 'in_transit' },
		in_transit: { verdict: Verdict.Take, on: [Relation.Newer], value: 'delivered' },
		delivered: { verdict: Verdict.Keep, on: [] },
	},
};

export interface CommandWishes {
	tracking: string;
	digest?: string;
	time?: string | null;
	plan?: Partial<Command['plans'][number]>;
	onProblem?: Partial<Command['on_problem']>;
	more?: Partial<Command>;
}

/** A command on the deliveries with this tracking reference: guard, status and a note. */
export function commandFor(key: string, wishes: CommandWishes): Command {
	const { tracking, digest = 'digest', time = '2026-11-01 08:00:00' } = wishes;
	return {
		key,
		digest,
		event: {
			type: 'logistics.shipment.status.v1',
			subject: tracking,
			source: '/carriers/ups',
			milestone: 'in_transit',
			piece: '',
			time,
			received_at: time,
			name: `UPS ${tracking}`,
			payload: JSON.stringify({ id: key }),
		},
		refs: [],
		plans: [
			{
				route: 'test',
				find: [
					{
						model: 'stock.picking',
						many: Many.All,
						domain: [['carrier_tracking_ref', '=', tracking]],
					},
				],
				requires: [],
				guards: [
					{
						field: 'x_shipment_status',
						time_field: 'x_shipment_status_time',
						time,
						table: 'shipment',
					},
				],
				latest_only: false,
				effects: [{ kind: EffectKind.Note, body: `<p>${key} of ${tracking}</p>` }],
				...wishes.plan,
			},
		],
		on_problem: {
			severity: Severity.Medium,
			activity_group: 'n8n_logistics.group_operator',
			max_attempts: 3,
			retry_minutes: 5,
			...wishes.onProblem,
		},
		...wishes.more,
	};
}

/** Runs the apply action as this user. */
export async function apply(
	client: OdooClient,
	action: number,
	commands: Command[],
	more: Partial<ApplyRequest> = {},
): Promise<ApplyResult[]> {
	const request: ApplyRequest = {
		protocol: APPLY_PROTOCOL,
		dry_run: false,
		ledger: true,
		workflow: 'Test workflow',
		execution: '42',
		tables: TABLES,
		commands,
		...more,
	};
	const answer = await client.call<ApplyAnswer>('ir.actions.server', 'run', {
		ids: [action],
		context: { logistics: request },
	});
	return answer.logistics.results;
}
