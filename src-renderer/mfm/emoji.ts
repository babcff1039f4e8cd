import type { EmojiImages, MediaAddress } from '../../src-main/ipc/contract.ts';

/** Where the pictures of custom emojis come from, for one text. */
export interface EmojiSource {
  /** The pictures that came with the text. */
  readonly images: EmojiImages;
  /** The server of the text's author; null = the account's own. */
  readonly host: string | null;
  /** `AccountView.emojiAddress`; null when the account is not known (any more). */
  readonly address: MediaAddress | null;
}

/**
 * The address of a custom emoji's picture. `name` is as written between the colons and may name its
 * server (`blob@example.social`). Null when there is none to ask for.
 */
export function emojiImage(name: string, source: EmojiSource): MediaAddress | null {
  // An emoji may be called `constructor`.
  const given = Object.hasOwn(source.images, name) ? source.images[name] : undefined;
  if (given !== undefined) return given;
  if (source.address === null) return null;
  const [bare = '', host = source.host ?? '.'] = name.split('@');
  return `${source.address}${encodeURIComponent(bare)}@${encodeURIComponent(host)}`;
}
