import { DateTime } from 'luxon';
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { pressButton } from '../../helpers/exceptions/pressButton';

const resolutionField = (description: string): INodeProperties => ({
	displayName: 'Resolution',
	name: 'resolution',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	description,
});

/** Odoo takes 0 for the one who asks. */
function readUser(node: IExecuteFunctions, itemIndex: number): number {
	const given = String(node.getNodeParameter('userId', itemIndex, '', { extractValue: true }));
	const id = given.trim() === '' ? 0 : Number(given);
	if (Number.isInteger(id) && id >= 0) return id;
	throw new NodeOperationError(node.getNode(), `"${given}" is not the ID of a user`, {
		itemIndex,
		description: 'Choose one of the list, or give the ID, a whole number.',
	});
}

export const assign = pressButton({
	action: 'action_exception_assign',
	fields: [
		{
			displayName: 'Assign To',
			name: 'userId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description: 'Who shall see to it; empty for the user of this credential',
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					typeOptions: { searchListMethod: 'searchUsers', searchable: true },
				},
				{ displayName: 'By ID', name: 'id', type: 'string', placeholder: '7' },
			],
		},
	],
	read: (node, itemIndex) => ({ user_id: readUser(node, itemIndex) }),
});

export const comment = pressButton({
	action: 'action_exception_comment',
	fields: [
		{
			displayName: 'Comment',
			name: 'comment',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
		},
	],
	read: (node, itemIndex) => ({ body: node.getNodeParameter('comment', itemIndex) as string }),
});

export const countAttempt = pressButton({
	action: 'action_exception_attempt',
	fields: [
		{
			displayName: 'Message',
			name: 'message',
			type: 'string',
			default: '',
			description: 'What the attempt ended with. Empty: the message stays.',
		},
	],
	read: (node, itemIndex) => ({ message: node.getNodeParameter('message', itemIndex) as string }),
});

export const deadLetter = pressButton({
	action: 'action_exception_dead',
	fields: [resolutionField('Why it is given up')],
	read: (node, itemIndex) => ({
		resolution: node.getNodeParameter('resolution', itemIndex) as string,
	}),
});

export const hold = pressButton({ action: 'action_exception_hold' });

export const release = pressButton({ action: 'action_exception_release' });

export const resolve = pressButton({
	action: 'action_exception_resolve',
	fields: [resolutionField('What was done about it')],
	read: (node, itemIndex) => ({
		resolution: node.getNodeParameter('resolution', itemIndex) as string,
	}),
});

export const retry = pressButton({
	action: 'action_exception_retry',
	fields: [
		{
			displayName: 'Due At',
			name: 'at',
			type: 'dateTime',
			default: '',
			description: 'When to try again; empty for now',
		},
	],
	read: (node, itemIndex): Record<string, string> => {
		const at = node.getNodeParameter('at', itemIndex) as string;
		if (!at) return {};
		const due = DateTime.fromISO(String(at), { zone: node.getTimezone() }).toUTC();
		if (due.isValid) return { at: due.toFormat('yyyy-MM-dd HH:mm:ss') };
		throw new NodeOperationError(node.getNode(), `Due At is not a time: "${String(at)}"`, {
			itemIndex,
			description: 'Write it as ISO 8601, e.g. 2026-01-31T08:00.',
		});
	},
});
