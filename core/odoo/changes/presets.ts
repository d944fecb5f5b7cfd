import type { ChangeKind } from './changeKind';
import presets from './presets.json';
import type { Watch } from './watch';

interface PresetRow extends Omit<Partial<Watch>, 'kinds'> {
	readonly id: string;
	readonly name: string;
	readonly description: string;
	readonly model: string;
	readonly kinds: ReadonlyArray<`${ChangeKind}`>;
}

/** Watches for the usual happenings of logistics, as data. */
export const WATCH_PRESETS = presets as unknown as readonly PresetRow[];

/** The watch of this preset. */
export function presetWatch(id: string): Watch | undefined {
	const row = WATCH_PRESETS.find((preset) => preset.id === id);
	if (row === undefined) return undefined;
	const { model, kinds, domain = [], changedFields = [], fields = [], state } = row;
	return {
		model,
		kinds: kinds as readonly ChangeKind[],
		domain,
		changedFields,
		fields,
		...(state && { state }),
	};
}
