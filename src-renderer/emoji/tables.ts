/** The groups of Unicode's emojis, in its order. */
export const unicodeGroups = [
  'smileys',
  'people',
  'nature',
  'food',
  'travel',
  'activities',
  'objects',
  'symbols',
  'flags',
] as const;

export type UnicodeGroup = (typeof unicodeGroups)[number];

export interface UnicodeEmoji {
  readonly character: string;
  readonly group: UnicodeGroup;
  /** In the language of the window. */
  readonly name: string;
  /** What it is found by, in lower case: names and keywords of the window's language and of English. */
  readonly words: readonly string[];
}

/**
 * The emojis out of their tables (see scripts/lib/emoji-tables.mjs for how these are written).
 *
 * @param names of one or more languages; the first one names the emojis
 */
export function readTables(characters: string, names: readonly string[]): readonly UnicodeEmoji[] {
  const languages = names.map((table) => table.split('\n'));
  const emojis: UnicodeEmoji[] = [];
  for (const [index, line] of characters.split('\n').entries()) {
    const group = unicodeGroups[index];
    if (group === undefined) break;
    for (const character of line.split(' ')) {
      const words = languages.flatMap((lines) => (lines[emojis.length] ?? '').split('|'));
      emojis.push({
        character,
        group,
        name: words[0] ?? character,
        words: [...new Set(words.map((word) => word.toLowerCase()))],
      });
    }
  }
  return emojis;
}
