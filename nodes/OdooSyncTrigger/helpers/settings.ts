import type { IHookFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { readCompanies, type OdooValue } from '../../../core/odoo';
import {
	ChangeKind,
	type DelayUnit,
	presetWatch,
	type TimeCondition,
	type Watch,
} from '../../../core/odoo/changes';
import type { ClientOptions } from '../../shared/odoo/client';
import { CUSTOM } from './fields';

export type TriggerContext = IHookFunctions | IPollFunctions | IWebhookFunctions;

export enum Mode {
	Poll = 'poll',
	Push = 'push',
	PushAndPoll = 'pushAndPoll',
}

export interface Settings {
	readonly watch: Watch;
	readonly mode: Mode;
	readonly ignoresOwn: boolean;
	readonly overlapMs: number;
	readonly batchSize: number;
	readonly debounceMs: number;
	readonly client: ClientOptions;
}

interface Options {
	batchSize?: number;
	/** Text, or what an expression gives: a number or a list. */
	companies?: unknown;
	debounce?: number;
	language?: string;
	overlap?: number;
	timeZone?: string;
}

/** What the node is set to. @throws NodeOperationError that names what is missing */
export function readSettings(node: TriggerContext): Settings {
	const options = node.getNodeParameter('options', {}) as Options;
	const context: Record<string, OdooValue> = {
		active_test: false,
		...(options.language && { lang: options.language }),
		...(options.timeZone && { tz: options.timeZone }),
	};
	return {
		watch: readWatch(node),
		mode: node.getNodeParameter('mode') as Mode,
		ignoresOwn: node.getNodeParameter('ignoreOwnChanges') as boolean,
		overlapMs: (options.overlap ?? 10) * 60_000,
		batchSize: options.batchSize ?? 1000,
		debounceMs: options.debounce ?? 1000,
		client: { context, companies: readCompanies(options.companies ?? '') },
	};
}

function readWatch(node: TriggerContext): Watch {
	const chosen = node.getNodeParameter('startWhen') as string;
	const fields = node.getNodeParameter('fields', []) as string[];
	const preset = chosen === CUSTOM ? undefined : presetWatch(chosen);
	if (preset) return fields.length > 0 ? { ...preset, fields } : preset;
	const kinds = node.getNodeParameter('events') as ChangeKind[];
	const text = (name: string) => String(node.getNodeParameter(name, '')).trim();
	const watch: Watch = {
		model: node.getNodeParameter('model', '', { extractValue: true }) as string,
		kinds,
		domain: readDomain(node),
		changedFields: node.getNodeParameter('changedFields', []) as string[],
		fields,
		...(kinds.includes(ChangeKind.StateReached) && {
			state: { field: text('stateField'), value: text('stateValue') },
		}),
		...(kinds.includes(ChangeKind.TimeReached) && { time: readTime(node) }),
	};
	const missing = whatIsMissing(watch);
	if (missing !== null) throw new NodeOperationError(node.getNode(), missing);
	return watch;
}

const readTime = (node: TriggerContext): TimeCondition => {
	const amount = node.getNodeParameter('delay', 0) as number;
	return {
		field: node.getNodeParameter('dateField', '') as string,
		amount: node.getNodeParameter('delayDirection', 'after') === 'before' ? -amount : amount,
		unit: node.getNodeParameter('delayUnit', 'hour') as DelayUnit,
	};
};

function whatIsMissing({ model, kinds, changedFields, state, time }: Watch): string | null {
	if (model === '') return 'No model is chosen';
	if (kinds.length === 0) return 'No event is chosen';
	if (kinds.includes(ChangeKind.FieldChanged) && changedFields.length === 0) {
		return 'No watched field is chosen';
	}
	if (state && (state.field === '' || state.value === '')) {
		return 'State Field and State Value must both be filled in';
	}
	return time?.field === '' ? 'No date field is chosen' : null;
}

function readDomain(node: TriggerContext): OdooValue[] {
	const raw = node.getNodeParameter('domain', '[]') as string | OdooValue[];
	const domain = typeof raw === 'string' ? parseJson(raw) : raw;
	if (Array.isArray(domain)) return domain;
	throw new NodeOperationError(node.getNode(), 'Domain is not a JSON list', {
		description:
			'Write it as JSON: double quotes, true/false in lower case, and [ ] instead of ( ), e.g. [["state", "=", "done"]].',
	});
}

function parseJson(text: string): OdooValue {
	try {
		return JSON.parse(text.trim() || '[]') as OdooValue;
	} catch {
		return null;
	}
}
