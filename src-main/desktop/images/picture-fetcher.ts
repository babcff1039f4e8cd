import type { Fetch } from '../../engine/misskey/api.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import { mayFetch } from './image-address.ts';
import { type ImageType, imageTypeOf } from './image-type.ts';

export interface Picture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: ImageType;
}

export interface PictureFetcherOptions {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** See `mayFetch`. */
  readonly isOwnServer: (host: string) => boolean;
}

/** What one picture may cost. Times in milliseconds, sizes in bytes. */
export const pictureLimits = {
  timeout: 15_000,
  bytes: 8 * 1024 * 1024,
  redirects: 3,
  atOnce: 6,
  /** A picture that could not be had is not asked for again so soon. */
  failedFor: 60_000,
  cacheBytes: 24 * 1024 * 1024,
} as const;

/**
 * Fetches pictures without cookies, token or referrer, a few at a time, and keeps the latest. What is
 * no picture, too large, too late, or somewhere it must not be fetched from, is null.
 */
export class PictureFetcher {
  readonly #options: PictureFetcherOptions;
  /** The most recently used last. */
  readonly #cache = new Map<string, Picture>();
  #cachedBytes = 0;
  readonly #failedUntil = new Map<string, number>();
  readonly #inFlight = new Map<string, Promise<Picture | null>>();
  readonly #queue: (() => void)[] = [];
  #running = 0;

  constructor(options: PictureFetcherOptions) {
    this.#options = options;
  }

  /** The picture at an address; never rejects. */
  get(url: string): Promise<Picture | null> {
    const cached = this.#cache.get(url);
    if (cached !== undefined) {
      this.#cache.delete(url);
      this.#cache.set(url, cached);
      return Promise.resolve(cached);
    }
    const failedUntil = this.#failedUntil.get(url);
    if (failedUntil !== undefined && this.#options.clock.monotonic() < failedUntil) {
      return Promise.resolve(null);
    }
    const inFlight = this.#inFlight.get(url);
    if (inFlight !== undefined) return inFlight;
    const started = this.#load(url).finally(() => this.#inFlight.delete(url));
    this.#inFlight.set(url, started);
    return started;
  }

  async #load(url: string): Promise<Picture | null> {
    await this.#turn();
    const abort = new AbortController();
    const timer = this.#options.clock.setTimeout(() => abort.abort(), pictureLimits.timeout);
    try {
      const picture = await this.#fetch(url, abort.signal, pictureLimits.redirects);
      if (picture === null) this.#rememberFailure(url);
      else this.#keep(url, picture);
      return picture;
    } catch {
      this.#rememberFailure(url);
      return null;
    } finally {
      timer.cancel();
      abort.abort();
      this.#running -= 1;
      this.#queue.shift()?.();
    }
  }

  async #fetch(url: string, signal: AbortSignal, redirects: number): Promise<Picture | null> {
    if (!mayFetch(url, this.#options.isOwnServer)) return null;
    const response = await this.#options.fetch(url, {
      headers: { accept: 'image/webp,image/avif,image/png,image/jpeg,image/gif' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // Followed by hand, so that each stop is checked like the first.
      redirect: 'manual',
      signal,
    });
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      if (redirects === 0) return null;
      return this.#fetch(new URL(location, url).href, signal, redirects - 1);
    }
    const bytes = response.ok ? await readBounded(response) : null;
    const type = bytes && imageTypeOf(bytes);
    return bytes && type && { bytes, type };
  }

  #turn(): Promise<void> {
    this.#running += 1;
    if (this.#running <= pictureLimits.atOnce) return Promise.resolve();
    return new Promise((resolve) => this.#queue.push(resolve));
  }

  #keep(url: string, picture: Picture): void {
    this.#cache.set(url, picture);
    this.#cachedBytes += picture.bytes.byteLength;
    for (const [oldest, { bytes }] of this.#cache) {
      if (this.#cachedBytes <= pictureLimits.cacheBytes) return;
      this.#cache.delete(oldest);
      this.#cachedBytes -= bytes.byteLength;
    }
  }

  #rememberFailure(url: string): void {
    const now = this.#options.clock.monotonic();
    for (const [other, until] of this.#failedUntil) {
      if (until <= now) this.#failedUntil.delete(other);
    }
    this.#failedUntil.set(url, now + pictureLimits.failedFor);
  }
}

async function readBounded(response: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  if (response.body === null) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body) {
    length += chunk.byteLength;
    if (length > pictureLimits.bytes) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks, length));
}
