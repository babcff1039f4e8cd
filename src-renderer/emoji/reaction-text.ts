/** What a reaction or a pinned emoji is: one of Unicode's, or one of the server's own by its name. */
export type EmojiRef =
  | { readonly kind: 'unicode'; readonly character: string }
  | { readonly kind: 'custom'; readonly name: string };

const variationSelector = /\ufe0f/g;
const joiner = '\u200d';

/**
 * How a reaction is written: `:name:`, or the character as the server keys it, without the variation
 * selector unless several characters are joined to one (PROTOCOL §6).
 */
export function reactionText(emoji: EmojiRef): string {
  if (emoji.kind === 'custom') return `:${emoji.name}:`;
  const { character } = emoji;
  return character.includes(joiner) ? character : character.replaceAll(variationSelector, '');
}

/** The emoji that a reaction of the account's own server names: `👍`, `:name:` or `:name@.:`. */
export function emojiOf(reaction: string): EmojiRef {
  const name = /^:([^:@]+)(?:@\.)?:$/.exec(reaction)?.[1];
  return name === undefined ? { kind: 'unicode', character: reaction } : { kind: 'custom', name };
}

/**
 * The character as it is drawn in colour: the server strips the variation selector that asks for it, and
 * many emojis are plain signs without.
 */
export function emojiGlyph(character: string): string {
  const [first = '', second = ''] = character;
  const isPlainSign = /^\p{Emoji}$/u.test(first) && !/^\p{Emoji_Presentation}$/u.test(first);
  const isDecided = second === '\ufe0f' || /^\p{Emoji_Modifier}$/u.test(second);
  return isPlainSign && !isDecided ? `${first}\ufe0f${character.slice(first.length)}` : character;
}
