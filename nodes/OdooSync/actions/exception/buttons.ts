import { DateTime } from 'luxon';
import type { INodeProperties } from 'n8n-workflow';
import { pressButton } from '../../helpers/exceptions/pressButton';

const resolutionField = (description: string): INodeProperties => ({
	displayName: 'Resolution',
	name: 'resolution',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	description,
});

export const assign = pressButton({
	action: 'action_exception_assign',
	fields: [
		{
			displayName: 'User ID',
			name: 'userId',
			type: 'number',
			default: 0,
			description: 'ID of the user in Odoo. 0: the user of this credential.',
		},
	],
	read: (node, itemIndex) => ({ user_id: node.getNodeParameter('userId', itemIndex) as number }),
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
			displayName: 'At',
			name: 'at',
			type: 'dateTime',
			default: '',
			description: 'When it is due. Now, if left empty.',
		},
	],
	read: (node, itemIndex): Record<string, string> => {
		const at = node.getNodeParameter('at', itemIndex) as string;
		if (!at) return {};
		const due = DateTime.fromISO(String(at), { zone: node.getTimezone() }).toUTC();
		return due.isValid ? { at: due.toFormat('yyyy-MM-dd HH:mm:ss') } : {};
	},
});
