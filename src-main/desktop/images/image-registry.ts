import { createHash } from 'node:crypto';
import { BoundedMap } from '../../engine/bounded-map.ts';
import type { MediaAddress } from '../../ipc/contract.ts';
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
  /** By name, how often what is behind it was replaced. */
  readonly #versions = new BoundedMap<string, number>(mostAddresses);
  readonly #isOwnServer: (host: string) => boolean;

  /** @param isOwnServer see `mayFetch`. */
  constructor(isOwnServer: (host: string) => boolean) {
    this.#isOwnServer = isOwnServer;
  }

  /**
   * The address on Suzu's scheme behind which something remote is served, as a small picture (`image`)
   * or as the whole file (`media`); null if it may not be fetched.
   */
  register(url: string, as: 'image' | 'media' = 'image'): MediaAddress | null {
    if (!mayFetch(url, this.#isOwnServer)) return null;
    // The same picture keeps its address, so that the window's own cache works.
    const name = nameOf(url);
    this.#urls.delete(name);
    this.#urls.set(name, url);
    for (const oldest of this.#urls.keys()) {
      if (this.#urls.size <= mostAddresses) break;
      this.#urls.delete(oldest);
    }
    const version = this.#versions.get(name);
    return `suzu://app/${as}/${name}${version === undefined ? '' : `?v=${version}`}`;
  }

  /** What is behind an address was replaced: it is registered under another one from now on. */
  renew(url: string): void {
    const name = nameOf(url);
    this.#versions.set(name, (this.#versions.get(name) ?? 0) + 1);
  }

  /** The remote address behind a name; undefined when it was never registered, or too long ago. */
  find(name: string): string | undefined {
    return this.#urls.get(name);
  }
}

function nameOf(url: string): string {
  return createHash('sha256').update(url).digest('base64url').slice(0, 24);
}
