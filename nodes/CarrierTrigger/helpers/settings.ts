import type { IWebhookFunctions } from 'n8n-workflow';
import type { SourceId } from '../../../core/carriers';
import { AUTOMATIC } from '../../shared/carriers/sourceOptions';
import type { LimitSettings } from './limits';
import type { ReadSettings } from './readEvents';

/** As the fields say: n8n gives only what the user has added. */
const DEFAULTS = { maxSizeKb: 5120, callsPerMinute: 1200, replayMinutes: 10 };

interface Settings extends ReadSettings, LimitSettings {
	replayWindowMs: number;
}

export function readSettings(node: IWebhookFunctions, nowMs: number): Settings {
	const source = node.getNodeParameter('source') as SourceId | typeof AUTOMATIC;
	const given = node.getNodeParameter('settings', {}) as Partial<typeof DEFAULTS> & {
		includeRaw?: boolean;
		fallbackZone?: string;
	};
	return {
		source: source === AUTOMATIC ? null : source,
		verifyByPull: node.getNodeParameter('verifyByPull', false) as boolean,
		includeRaw: given.includeRaw ?? false,
		fallbackZone: given.fallbackZone ?? '',
		receivedAt: new Date(nowMs).toISOString(),
		maxSizeKb: given.maxSizeKb ?? DEFAULTS.maxSizeKb,
		callsPerMinute: given.callsPerMinute ?? DEFAULTS.callsPerMinute,
		replayWindowMs: (given.replayMinutes ?? DEFAULTS.replayMinutes) * 60_000,
	};
}
