import { hash } from 'node:crypto';
import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { OdooClient } from '../../shared/odoo/client';
import { callOf } from '../../shared/webhook/http';
import { LinkProblem } from '../../../core/approval';
import { PageKind, type Page } from '../../../core/approval/page';
import { ApprovalActions } from './callAction';
import { showLink, takeVotes } from './link';
import { sendPage } from './page';
import { wake } from './wake';

const TOKEN = /^[\w-]{43}$/;

/**
 * A call of the address of a waiting request. It never throws: n8n would go on with an error, and the wait were lost.
 * With a token it is a person's link: GET shows and changes nothing, POST decides. Without one, POST is Odoo's hint that
 * something was decided; what, is read from Odoo.
 */
export async function receive(node: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await answer(node);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		log(node, `a call could not be answered: ${reason}`);
		return safelySend(node, { kind: PageKind.Broken });
	}
}

async function answer(node: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { method, query } = callOf(node);
	const actions = new ApprovalActions(new OdooClient(node, { timeoutMs: 30_000 }));
	const isPost = method === 'POST';
	if (query.t === undefined && isPost) return await wake(node, actions);
	if (typeof query.t !== 'string' || !TOKEN.test(query.t)) {
		return sendPage(node, { kind: PageKind.Problem, problem: LinkProblem.Unknown });
	}
	const tokenHash = hash('sha256', query.t, 'hex');
	const { page, lang } = isPost
		? await takeVotes(node, actions, tokenHash)
		: await showLink(actions, tokenHash);
	return sendPage(node, page, lang);
}

function safelySend(node: IWebhookFunctions, page: Page): IWebhookResponseData {
	try {
		return sendPage(node, page);
	} catch {
		// The caller is gone, or got an answer already.
		return { noWebhookResponse: true };
	}
}

const log = (node: IWebhookFunctions, message: string): void =>
	node.logger.error(`Approval Request "${node.getNode().name}": ${message}`);
