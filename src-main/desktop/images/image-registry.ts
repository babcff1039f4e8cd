import { createHash } from 'node:crypto';
import type { ImageAddress } from '../../ipc/contract.ts';
import { mayFetch } from './image-address.ts';

/** Addresses remembered at once; a window shows a few hundred pictures. */
const mostAddresses = 20_000;

/**
 * Stands between the window and the network: the window only ever sees addresses on Suzu's own scheme,
 * and only for pictures that were registered, which is done with what the account's server named.
 */
export class ImageRegistry {
  /** Remote addresses by their name; the least recently registered first. */
  readonly #urls = new Map<string, string>();
  readonly #isOwnServer: (host: string) => boolean;

  /** @param isOwnServer see `mayFetch`. */
  constructor(isOwnServer: (host: string) => boolean) {
    this.#isOwnServer = isOwnServer;
  }

  /** The address on Suzu's scheme behind which a remote picture is served; null if it may not be fetched. */
  register(url: string): ImageAddress | null {
    if (!mayFetch(url, this.#isOwnServer)) return null;
    // The same picture keeps its address, so that the window's own cache works.
    const name = createHash('sha256').update(url).digest('base64url').slice(0, 24);
    this.#urls.delete(name);
    this.#urls.set(name, url);
    for (const oldest of this.#urls.keys()) {
      if (this.#urls.size <= mostAddresses) break;
      this.#urls.delete(oldest);
    }
    return `suzu://app/image/${name}`;
  }

  /** The remote address behind a name; undefined when it was never registered, or too long ago. */
  find(name: string): string | undefined {
    return this.#urls.get(name);
  }
}
