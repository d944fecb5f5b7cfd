import type { IDataObject } from 'n8n-workflow';
import type { Result } from '../../../core/odoo';
import { success } from '../../../core/odoo';
import { ApprovalState, EffectState, OUTSTANDING } from '../../../core/approval';
import { optionsField } from '../../OdooSync/helpers/parameters';
import { perItemMany } from '../../OdooSync/helpers/perItemMany';
import { ApprovalActions } from '../helpers/callAction';
import { carryOut as apply } from '../helpers/carryOut';
import { chooseFields, chooseRequests } from '../helpers/chooseRequests';
import { judgeApprovals, type Judged } from '../helpers/judge';
import { Outcome, outcomeOf, tellDecision } from '../helpers/outcome';
import { tellRequest } from '../helpers/row';
import type { Operation } from './operation';

/** Carries out what was approved, from Odoo's record alone: the execution that asked may be gone. */
async function carryOutOne(actions: ApprovalActions, one: Judged): Promise<Result<IDataObject>> {
	const request = tellRequest(one.approval, Date.now());
	if (!one.ok) return success({ ...request, done: false, problem: one.problem });
	const { approval, folded } = one;
	if (approval.state !== ApprovalState.Approved || !OUTSTANDING.includes(approval.effect)) {
		const problem = `It is ${approval.state}, and its change ${approval.effect}`;
		return success({ ...request, done: false, problem });
	}
	const effected = await apply(actions, approval);
	if (!effected.ok) return effected;
	const outcome = outcomeOf(approval, effected.value) ?? Outcome.Failed;
	const decision = tellDecision({ outcome, approval, folded, effected: effected.value });
	return success({
		...request,
		done: effected.value.outcome === 'applied',
		outcome,
		problem: decision.problem,
		approval: decision,
	});
}

export const carryOut: Operation = {
	fields: [
		...chooseFields('Approved requests whose change waits to be carried out'),
		optionsField([]),
	],
	execute: async (node, client) => {
		const actions = new ApprovalActions(client);
		return await perItemMany(node, async (itemIndex) => {
			const chosen = await chooseRequests(node, client, itemIndex, () => [
				['x_state', '=', ApprovalState.Approved],
				['x_effect_state', '=', EffectState.Waiting],
			]);
			if (!chosen.ok) return chosen;
			const judged = await judgeApprovals(client, chosen.value);
			if (!judged.ok) return judged;
			const told: IDataObject[] = [];
			for (const one of judged.value) {
				const done = await carryOutOne(actions, one);
				if (!done.ok) return done;
				told.push(done.value);
			}
			return success(told);
		});
	},
};
