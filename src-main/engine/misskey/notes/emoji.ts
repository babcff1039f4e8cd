/** A custom emoji, however it was spelled. */
export interface EmojiName {
  readonly name: string;
  /** Null for an emoji of the account's own server. */
  readonly host: string | null;
}

/**
 * Reads a reaction or emoji code. A local custom emoji is `:name:` in notifications and `:name@.:`
 * everywhere else (PROTOCOL §0.10); both give the same result. Null for a Unicode emoji.
 */
export function parseEmojiCode(code: string): EmojiName | null {
  const match = /^:([\w+-]+)(?:@([\w.:-]+))?:$/.exec(code);
  const name = match?.[1];
  if (name === undefined) return null;
  const host = match?.[2];
  return { name, host: host === undefined || host === '.' ? null : host };
}

/**
 * A reaction as the server keys it in notes, however it was spelled: a local custom emoji as `:name@.:`
 * (PROTOCOL §0.10), a Unicode emoji without its variation selector unless it is a joined sequence
 * (PROTOCOL §6).
 */
export function reactionKey(reaction: string): string {
  const emoji = parseEmojiCode(reaction);
  if (emoji !== null) return `:${emoji.name}@${emoji.host ?? '.'}:`;
  return reaction.includes('\u200d') ? reaction : reaction.replaceAll('\ufe0f', '');
}

/** The server's address of a custom emoji's picture; it answers with a redirect to the image. */
export function emojiUrl(origin: string, emoji: EmojiName): string {
  const host = emoji.host === null ? '' : `@${encodeURIComponent(emoji.host)}`;
  return `${origin}/emoji/${encodeURIComponent(emoji.name)}${host}.webp`;
}

/**
 * The picture of a custom emoji: the one that was sent along, else the server's own. `known` maps
 * `name@host`, `name@.` or `name` to addresses, as notes and reactions carry them for remote emojis.
 */
export function findEmojiUrl(
  origin: string,
  emoji: EmojiName,
  known: Readonly<Record<string, string>>,
): string {
  const { name, host } = emoji;
  const names = host === null ? [`${name}@.`, name] : [`${name}@${host}`];
  // Only what was sent: an emoji may be called `constructor`, which every object has.
  const sent = names.find((candidate) => Object.hasOwn(known, candidate));
  return (sent === undefined ? undefined : known[sent]) ?? emojiUrl(origin, emoji);
}
