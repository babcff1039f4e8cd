// @ts-check
// Makes the tables of Unicode emojis that the window's picker reads, out of emojibase-data.

/**
 * What is used of an emoji of emojibase-data.
 * @typedef {{
 *   readonly emoji: string,
 *   readonly label: string,
 *   readonly tags?: readonly string[],
 *   readonly group?: number,
 *   readonly order?: number,
 *   readonly version: number,
 * }} EmojiData
 */

/** The newest emojis that the fonts of the systems Suzu runs on have. */
const newestVersion = 15.1;
/** Skin tones and hair styles: parts of emojis. */
const components = 2;

/**
 * The emojis that are offered, in the order of Unicode.
 * @param {readonly EmojiData[]} data
 * @returns {EmojiData[]}
 */
function offered(data) {
  return data
    .filter(
      ({ group, version }) =>
        group !== undefined && group !== components && version <= newestVersion,
    )
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
}

/**
 * The characters: a line for each group in the order of Unicode, the emojis of a group apart by spaces.
 * @param {readonly EmojiData[]} data any language's
 */
export function characterTable(data) {
  /** @type {Map<number, string[]>} */
  const groups = new Map();
  for (const { emoji, group = components } of offered(data)) {
    const characters = groups.get(group) ?? [];
    characters.push(emoji);
    groups.set(group, characters);
  }
  return [...groups.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([, characters]) => characters.join(' '))
    .join('\n');
}

/**
 * What the emojis are called in one language: a line for each in the order of the characters, its name
 * first and then, apart by bars, the keywords that a search would not find in the others.
 * @param {readonly EmojiData[]} data
 */
export function nameTable(data) {
  return offered(data)
    .toSorted((a, b) => (a.group ?? 0) - (b.group ?? 0))
    .map(({ label, tags = [] }) => {
      const words = [label, ...new Set(tags)];
      return words.filter((word, index) => index === 0 || !isFoundIn(words, word)).join('|');
    })
    .join('\n');
}

/**
 * @param {readonly string[]} words
 * @param {string} word one of them
 */
function isFoundIn(words, word) {
  return words.some((other) => other !== word && other.toLowerCase().includes(word.toLowerCase()));
}
