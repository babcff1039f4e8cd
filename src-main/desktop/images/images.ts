import { emojiUrl, parseEmojiCode } from '../../engine/misskey/emoji.ts';
import type { AccountId, ImageAddress } from '../../ipc/contract.ts';
import type { ImageAddresses } from '../../ipc/views/images.ts';
import { ImageRegistry } from './image-registry.ts';
import { type Picture, PictureFetcher, type PictureFetcherOptions } from './picture-fetcher.ts';

export interface ImagesOptions extends PictureFetcherOptions {
  /** The server of an account (`https://example.social`); null when there is no such account. */
  readonly originOf: (accountId: AccountId) => string | null;
}

/** All pictures: gives them addresses for the window, and fetches them for the window and for toasts. */
export class Images implements ImageAddresses {
  readonly #options: ImagesOptions;
  readonly #registry: ImageRegistry;
  readonly #fetcher: PictureFetcher;

  constructor(options: ImagesOptions) {
    this.#options = options;
    this.#registry = new ImageRegistry(options.isOwnServer);
    this.#fetcher = new PictureFetcher(options);
  }

  address(url: string): ImageAddress | null {
    return this.#registry.register(url);
  }

  emojiPrefix(accountId: AccountId): ImageAddress {
    return `suzu://app/emoji/${encodeURIComponent(accountId)}/`;
  }

  /** Fetches a picture that the account's server named; null when it cannot be had. */
  fetch(url: string): Promise<Picture | null> {
    return this.#fetcher.get(url);
  }

  /** Answers the window's request for `suzu://app/image/…` or `suzu://app/emoji/…`. */
  async serve(address: URL): Promise<Response> {
    const url = this.#remoteOf(address);
    const picture = url && (await this.#fetcher.get(url));
    if (!picture) return new Response(null, { status: 404 });
    return new Response(picture.bytes, {
      headers: {
        'content-type': picture.type,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, max-age=3600',
      },
    });
  }

  #remoteOf(address: URL): string | null {
    const [, kind, first = '', second = ''] = address.pathname.split('/');
    if (kind === 'image') return this.#registry.find(first) ?? null;
    if (kind !== 'emoji') return null;
    const emoji = parseEmojiCode(`:${decode(second)}:`);
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
