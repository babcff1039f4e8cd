import type { AccountId, EmojiImages, MediaAddress } from '../contract.ts';
import { viewBounds } from './bounded.ts';

/** Gives remote pictures an address on Suzu's own scheme; the main process fetches them. */
export interface ImageAddresses {
  /** Null for an address that may not be fetched. Only what the account's server named may be passed. */
  address(url: string): MediaAddress | null;
  /** As `address`, for a file that is shown or played whole: a picture, a video or a sound. */
  media(url: string): MediaAddress | null;
  /** Prefix to which `name@host` (`name@.` for a local emoji) is appended. */
  emojiPrefix(accountId: AccountId): MediaAddress;
}

/** A picture that may be missing. */
export function imageOrNull(images: ImageAddresses, url: string | null): MediaAddress | null {
  return url === null ? null : images.address(url);
}

/** A server's map of emoji pictures, bounded, and without those that may not be fetched. */
export function emojiImages(
  images: ImageAddresses,
  urls: Readonly<Record<string, string>>,
): EmojiImages {
  const entries = Object.entries(urls)
    .slice(0, viewBounds.emojis)
    .flatMap(([name, url]): [string, MediaAddress][] => {
      const address = images.address(url);
      return address === null ? [] : [[name, address]];
    });
  return Object.fromEntries(entries);
}
