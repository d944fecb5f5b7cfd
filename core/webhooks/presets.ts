import type { WebhookPreset } from './spec';
import presets from './presets.json';

/** What senders offer, as data; a test holds every row to the vocabulary. */
export const WEBHOOK_PRESETS = presets as readonly WebhookPreset[];

/** The preset of this id. */
export const webhookPreset = (id: string): WebhookPreset | undefined =>
	WEBHOOK_PRESETS.find((preset) => preset.id === id);
