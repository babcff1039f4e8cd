import type { AccountId, EmojiImages, ImageAddress } from '../contract.ts';

/** Gives remote pictures an address on Suzu's own scheme; the main process fetches them. */
export interface ImageAddresses {
  /** Null for an address that may not be fetched. Only what the account's server named may be passed. */
  address(url: string): ImageAddress | null;
  /** Prefix to which `name@host` (`name@.` for a local emoji) is appended. */
  emojiPrefix(accountId: AccountId): ImageAddress;
}

/** A picture that may be missing. */
export function imageOrNull(images: ImageAddresses, url: string | null): ImageAddress | null {
  return url === null ? null : images.address(url);
}

/** A server's map of emoji pictures, without those that may not be fetched. */
export function emojiImages(
  images: ImageAddresses,
  urls: Readonly<Record<string, string>>,
): EmojiImages {
  const entries = Object.entries(urls).flatMap(([name, url]): [string, ImageAddress][] => {
    const address = images.address(url);
    return address === null ? [] : [[name, address]];
  });
  return Object.fromEntries(entries);
}
