import type { INodeProperties } from 'n8n-workflow';
import type { OdooValue } from '../../../core/odoo';
import { success } from '../../../core/odoo';
import { ApprovalAction, DueState, QueueVerb, type QueueAnswer } from '../../../core/approval';
import { optionsField } from '../../OdooSync/helpers/parameters';
import { perItemMany } from '../../OdooSync/helpers/perItemMany';
import { ApprovalActions } from '../helpers/callAction';
import { chooseFields, chooseRequests, idsField } from '../helpers/chooseRequests';
import { typed } from '../helpers/problem';
import { tellRequest } from '../helpers/row';
import { DUE } from './getMany.operation';
import type { Operation } from './operation';

const commentField: INodeProperties = {
	displayName: 'Comment',
	name: 'comment',
	type: 'string',
	default: '',
	description: 'Why, for the audit trail',
};

/** Does one thing with requests; the answer says for each whether it was done, and why not. */
function operation(
	verb: QueueVerb,
	choose: INodeProperties[],
	due: (now: string) => OdooValue[][],
): Operation {
	return {
		fields: [...choose, commentField, optionsField([])],
		execute: async (node, client) => {
			const actions = new ApprovalActions(client);
			return await perItemMany(node, async (itemIndex) => {
				const chosen = await chooseRequests(node, client, itemIndex, due);
				if (!chosen.ok || chosen.value.length === 0) return chosen.ok ? success([]) : chosen;
				const ids = chosen.value.map(({ id }) => id);
				const comment = typed(node.getNodeParameter('comment', itemIndex, ''));
				const answer = await actions.run<QueueAnswer>(ApprovalAction.Queue, { verb, ids, comment });
				if (!answer.ok) return answer;
				const nowMs = Date.now();
				return success(
					answer.value.results.map(({ id, state, effect_state: effect, done, problem }) => {
						const request = chosen.value.find((one) => one.id === id);
						const told = request ? tellRequest({ ...request, state, effect }, nowMs) : { id };
						return { ...told, done, problem: problem || null };
					}),
				);
			});
		},
	};
}

/** Decided, and its call was lost; the pauses between further calls grow, and end after a week. */
const toWake = (now: string): OdooValue[][] => [
	['x_wake_at', '!=', false],
	['x_wake_at', '<=', now],
];

export const cancel = operation(QueueVerb.Cancel, [idsField], () => []);
export const escalate = operation(
	QueueVerb.Escalate,
	chooseFields('Open requests whose time to escalate has come'),
	DUE[DueState.Escalate],
);
export const expire = operation(
	QueueVerb.Expire,
	chooseFields('Open requests past their due time'),
	DUE[DueState.Overdue],
);
export const remind = operation(
	QueueVerb.Remind,
	chooseFields('Open requests whose next reminder has come'),
	DUE[DueState.Remind],
);
export const resume = operation(
	QueueVerb.Resume,
	chooseFields('Decided requests whose workflow has not gone on for two minutes'),
	toWake,
);
