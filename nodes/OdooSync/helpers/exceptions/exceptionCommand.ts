import type { Command, ExceptionEffect } from '../../../../core/odoo/apply';
import { EffectKind, Many } from '../../../../core/odoo/apply';

/**
 * A command that only opens an exception, without an event behind it.
 * @param documents what it is about; null for something that Odoo does not have
 */
export function exceptionCommand(
	documents: { model: string; ids: number[] } | null,
	exception: Omit<ExceptionEffect, 'kind' | 'on'>,
): Command {
	return {
		key: null,
		digest: '',
		event: {
			type: '',
			subject: '',
			source: '',
			milestone: '',
			piece: '',
			time: null,
			received_at: null,
			name: '',
			payload: '',
		},
		refs: [],
		plans: [
			{
				route: 'exception',
				find:
					documents === null
						? []
						: [{ model: documents.model, many: Many.All, domain: [['id', 'in', documents.ids]] }],
				requires: [],
				guards: [],
				latest_only: false,
				effects: [{ kind: EffectKind.Exception, ...exception }],
			},
		],
		on_problem: null,
	};
}
