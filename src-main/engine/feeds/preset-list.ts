import type { FeedPreset } from './preset.ts';

/** The presets, one for each file of `presets/`: the assembly reads the folder. */
export interface FeedPresets {
  /** In the order to show. */
  readonly all: readonly FeedPreset[];
  get(id: string): FeedPreset | undefined;
}

/** Orders presets and looks them up. @throws when two have the same id. */
export function feedPresets(presets: readonly FeedPreset[]): FeedPresets {
  const byId = new Map(presets.map((preset) => [preset.id, preset]));
  if (byId.size < presets.length) throw new Error('two presets have the same id');
  return {
    all: [...presets].sort((a, b) => a.place - b.place),
    get: (id) => byId.get(id),
  };
}
