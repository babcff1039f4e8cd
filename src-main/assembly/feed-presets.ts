/// <reference types="vite/types/importMeta.d.ts" />
import type { FeedPreset } from '../engine/feeds/preset.ts';
import { type FeedPresets, feedPresets } from '../engine/feeds/preset-list.ts';
import { locales } from '../engine/messages/index.ts';

/** Every file of the folder is a preset: the build puts all of them into the bundle. */
const files = import.meta.glob<FeedPreset>('../engine/feeds/presets/*.ts', {
  eager: true,
  import: 'preset',
});

/** The presets that a person can pick. @throws when one of them is not whole: they are Suzu's own. */
export function loadFeedPresets(): FeedPresets {
  for (const [file, preset] of Object.entries(files)) {
    const lacking = lackingIn(file, preset);
    if (lacking.length > 0) throw new Error(`${file} lacks ${lacking.join(', ')}`);
  }
  return feedPresets(Object.values(files));
}

/** What a preset has to have beyond what its type says; empty = it is whole. */
function lackingIn(file: string, preset: FeedPreset | undefined): readonly string[] {
  if (preset === undefined) return ['an export called preset'];
  const { id, fields, words } = preset;
  return [
    ...(file.endsWith(`/${id}.ts`) ? [] : ['its file’s name as the id']),
    ...locales.flatMap((locale) => {
      const { fields: labels, options } = words[locale];
      const wanted = fields.flatMap((field) => field.options ?? []);
      return [
        ...fields.filter((field) => !Object.hasOwn(labels, field.id)).map((field) => field.id),
        ...wanted.filter((option) => !Object.hasOwn(options, option)),
      ].map((word) => `words for ${word} in ${locale}`);
    }),
  ];
}
