import { emojiUrl, parseEmojiCode } from '../../engine/misskey/notes/emoji.ts';
import type { AccountId, MediaAddress } from '../../ipc/contract.ts';
import type { ImageAddresses } from '../../ipc/views/images.ts';
import { ImageRegistry } from './image-registry.ts';
import { MediaFetcher } from './media-fetcher.ts';
import { type Picture, PictureFetcher, type PictureFetcherOptions } from './picture-fetcher.ts';

export interface ImagesOptions extends PictureFetcherOptions {
  /** The server of an account (`https://example.social`); null when there is no such account. */
  readonly originOf: (accountId: AccountId) => string | null;
  /** Whether pictures are loaded only where somebody asks for one. Those that are here already are shown. */
  readonly isSaving: () => boolean;
}

/** All pictures, videos and sounds: gives them addresses for the window, and fetches them for it and for toasts. */
export class Images implements ImageAddresses {
  readonly #options: ImagesOptions;
  readonly #registry: ImageRegistry;
  readonly #fetcher: PictureFetcher;
  readonly #media: MediaFetcher;
  /** By account, how often its server told that its emojis changed. */
  readonly #emojiVersions = new Map<AccountId, number>();

  constructor(options: ImagesOptions) {
    this.#options = options;
    this.#registry = new ImageRegistry(options.isOwnServer);
    this.#fetcher = new PictureFetcher(options);
    this.#media = new MediaFetcher(options);
  }

  address(url: string): MediaAddress | null {
    return this.#registry.register(url);
  }

  media(url: string): MediaAddress | null {
    return this.#registry.register(url, 'media');
  }

  emojiPrefix(accountId: AccountId): MediaAddress {
    const version = this.#emojiVersions.get(accountId) ?? 0;
    return `suzu://app/emoji/${encodeURIComponent(accountId)}/${version}/`;
  }

  /** The pictures of these emojis of the account's own server changed: all are fetched anew, under new addresses. */
  renewEmojis(accountId: AccountId, names: readonly string[]): void {
    const origin = this.#options.originOf(accountId);
    if (origin === null) return;
    this.#emojiVersions.set(accountId, (this.#emojiVersions.get(accountId) ?? 0) + 1);
    for (const name of names) {
      const url = emojiUrl(origin, { name, host: null });
      this.#registry.renew(url);
      this.#fetcher.forget(url);
    }
  }

  /** A server answers again: pictures that could not be had are fetched at the next asking. */
  forgetFailures(): void {
    this.#fetcher.forgetFailures();
  }

  /** Fetches a picture that the account's server named; null when it cannot be had. */
  fetch(url: string): Promise<Picture | null> {
    if (this.#options.isSaving()) return Promise.resolve(this.#fetcher.known(url));
    return this.#fetcher.get(url);
  }

  /**
   * Answers the window's request for `suzu://app/image/…`, `suzu://app/emoji/…` or `suzu://app/media/…`.
   *
   * In a time to save, a picture that is not here yet is answered with 404, but for one whose address ends
   * with `?load`: somebody asked to see it.
   *
   * @param range the request's `Range` header; null = none.
   */
  async serve(address: URL, range: string | null = null): Promise<Response> {
    const [, kind, name = ''] = address.pathname.split('/');
    if (kind === 'media') {
      const file = this.#registry.find(name);
      return file === undefined
        ? new Response(null, { status: 404 })
        : this.#media.answer(file, range);
    }
    const url = this.#remoteOf(address);
    const isAsked = address.search === '?load';
    const picture = url && (await (isAsked ? this.#fetcher.get(url) : this.fetch(url)));
    // Not kept by Chromium: what is not here now may be a moment later.
    if (!picture)
      return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
    return new Response(picture.bytes, {
      headers: {
        'content-type': picture.type,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, max-age=3600',
      },
    });
  }

  #remoteOf(address: URL): string | null {
    // The version of an emoji only makes its address another one.
    const [, kind, first = '', _version, name = ''] = address.pathname.split('/');
    if (kind === 'image') return this.#registry.find(first) ?? null;
    if (kind !== 'emoji') return null;
    const emoji = parseEmojiCode(`:${decode(name)}:`);
    const origin = this.#options.originOf(decode(first));
    return emoji === null || origin === null ? null : emojiUrl(origin, emoji);
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
