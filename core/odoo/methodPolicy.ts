/**
 * Which methods `Call Method` may run. One pattern a line, `model.method`, where `*` stands for any model
 * or any method: `stock.picking.button_validate`, `*.message_post`, `sale.order.*`.
 */
export function isMethodAllowed(allowList: string, model: string, method: string): boolean {
	if (method.startsWith('_') || !/^\w+$/.test(method)) return false;
	const patterns = allowList.split(/[\s,]+/).filter((pattern) => pattern !== '');
	const matching = patterns.filter((pattern) => matches(pattern, model, method));
	// A wildcard never opens what could destroy records, rights or code: these must be named in full.
	const isDangerous = DESTRUCTIVE_METHODS.has(method) || SYSTEM_MODELS.test(model);
	return isDangerous ? matching.includes(`${model}.${method}`) : matching.length > 0;
}

/** Methods that the nodes' own operations use; they need no entry in the allow list. */
const OWN_METHODS: ReadonlySet<string> = new Set([
	'action_archive',
	'action_unarchive',
	'check_object_reference',
	'context_get',
	'create',
	'fields_get',
	'get_available_models',
	'has_access',
	'has_group',
	'load',
	'message_post',
	'search_count',
	'search_read',
	'web_save_multi',
	'write',
]);

/** What Setup removes of its own, and what runs its server actions, which ask for the groups of the user themselves. */
const OWN_CALLS: ReadonlySet<string> = new Set([
	'base.automation.unlink',
	'ir.actions.act_window.unlink',
	'ir.actions.server.run',
	'ir.actions.server.unlink',
	'ir.config_parameter.unlink',
	'ir.cron.unlink',
	'ir.model.access.unlink',
	'ir.model.fields.unlink',
	'ir.model.unlink',
	'ir.rule.unlink',
	'ir.ui.menu.unlink',
	'ir.ui.view.unlink',
	'res.groups.privilege.unlink',
	'res.groups.unlink',
]);

/** Whether a credential may send this call at all, whoever built it. */
export const isCallAllowed = (allowList: string, model: string, method: string): boolean =>
	OWN_METHODS.has(method) ||
	OWN_CALLS.has(`${model}.${method}`) ||
	isMethodAllowed(allowList, model, method);

function matches(pattern: string, model: string, method: string): boolean {
	const at = pattern.lastIndexOf('.');
	const [modelPart, methodPart] = [pattern.slice(0, at), pattern.slice(at + 1)];
	return [
		[modelPart, model],
		[methodPart, method],
	].every(([part, actual]) => part === '*' || part === actual);
}

const DESTRUCTIVE_METHODS: ReadonlySet<string> = new Set([
	'unlink',
	'write',
	'create',
	'load',
	'run',
]);
const SYSTEM_MODELS = /^(ir\.|res\.users|res\.groups|base\.|auth|mail\.(mail|template))/;

/** What logistics work needs; offered as the default in the credential. */
export const DEFAULT_ALLOWED_METHODS = [
	'*.message_post',
	'*.activity_schedule',
	'sale.order.action_confirm',
	'sale.order.action_cancel',
	'purchase.order.button_confirm',
	'stock.picking.action_confirm',
	'stock.picking.action_assign',
	'stock.picking.button_validate',
	'stock.picking.action_cancel',
	'stock.quant.action_apply_inventory',
	'account.move.action_post',
].join('\n');
