import type { INodeProperties } from 'n8n-workflow';
import { Assurance } from '../../../core/approval';

/** Who decides, level by level. */
export const levelsField: INodeProperties = {
	displayName: 'Levels',
	name: 'levels',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Level', sortable: true },
	placeholder: 'Add Level',
	default: {},
	description:
		'Who decides. Levels are asked one after the other; nobody decides twice, and never who asks.',
	options: [
		{
			displayName: 'Level',
			name: 'level',
			values: [
				{
					displayName: 'Approvals Needed',
					name: 'quorum',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 1,
				},
				{
					displayName: 'Approvers From',
					name: 'approversFrom',
					type: 'options',
					default: 'group',
					options: [
						{
							name: 'Contacts',
							value: 'partners',
							description: 'Also people without a login; they decide by link',
						},
						{
							name: 'Field of the Document',
							value: 'field',
							description: 'Users or contacts behind a field',
						},
						{ name: 'Group', value: 'group', description: 'Members of a group of Odoo' },
						{
							name: 'Manager',
							value: 'manager',
							description: 'Manager of the requester, or of the user behind a field',
						},
						{ name: 'Users', value: 'users' },
					],
				},
				{
					displayName: 'Assurance',
					name: 'assurance',
					type: 'options',
					default: 'odoo',
					description: 'The least that a decision takes',
					options: [
						{ name: 'Link', value: Assurance.Link, description: 'Whoever has the link' },
						{
							name: 'Link and Code',
							value: Assurance.LinkCode,
							description: 'Who has the link and types the code of the options',
						},
						{ name: 'Odoo Login', value: Assurance.Odoo, description: 'Decided in Odoo only' },
					],
				},
				{
					displayName: 'Contacts',
					name: 'partners',
					type: 'string',
					default: '',
					placeholder: 'anna@example.com, 42',
					displayOptions: { show: { approversFrom: ['partners'] } },
					description: 'E-mail addresses or IDs of contacts, separated by commas',
				},
				{
					displayName: 'Field',
					name: 'field',
					type: 'string',
					default: '',
					placeholder: 'user_id',
					displayOptions: { show: { approversFrom: ['field'] } },
					description: 'Technical name; with dots along relations',
				},
				{
					displayName: 'Group',
					name: 'group',
					type: 'string',
					default: '',
					placeholder: 'purchase.group_purchase_manager',
					displayOptions: { show: { approversFrom: ['group'] } },
					description: 'External ID of the group',
				},
				{
					displayName: 'Manager Of',
					name: 'managerField',
					type: 'string',
					default: '',
					placeholder: 'user_id',
					displayOptions: { show: { approversFrom: ['manager'] } },
					description: 'Field of the document with the user; empty for the requester',
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'Head of purchasing',
				},
				{
					displayName: 'Rejections That Reject',
					name: 'rejections',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 1,
				},
				{
					displayName: 'Send Links',
					name: 'links',
					type: 'boolean',
					default: false,
					description: 'Whether approvers get a link by e-mail to decide on a page without login',
				},
				{
					displayName: 'Users',
					name: 'users',
					type: 'string',
					default: '',
					placeholder: 'anna, 7',
					displayOptions: { show: { approversFrom: ['users'] } },
					description: 'Logins or IDs of users, separated by commas',
				},
			],
		},
	],
};
