import type { Fetch } from '../../engine/fetch.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import { isTooLarge } from './image-size.ts';
import { type ImageType, imageTypeOf } from './image-type.ts';
import { type AskNamed, askNamed, readBounded } from './named-fetch.ts';

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

const accept = 'image/webp,image/avif,image/png,image/jpeg,image/gif';

/** What one picture may cost. Times in milliseconds, sizes in bytes. */
export const pictureLimits = {
  timeout: 15_000,
  bytes: 8 * 1024 * 1024,
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
  readonly #ask: AskNamed;
  /** The most recently used last. */
  readonly #cache = new Map<string, Picture>();
  #cachedBytes = 0;
  readonly #failedUntil = new Map<string, number>();
  readonly #inFlight = new Map<string, Promise<Picture | null>>();
  readonly #queue: (() => void)[] = [];
  #running = 0;

  constructor(options: PictureFetcherOptions) {
    this.#options = options;
    this.#ask = askNamed(options.fetch, options.isOwnServer);
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
    const isWanted = () => this.#inFlight.get(url) === started;
    const started: Promise<Picture | null> = this.#load(url, isWanted).finally(() => {
      if (isWanted()) this.#inFlight.delete(url);
    });
    this.#inFlight.set(url, started);
    return started;
  }

  /** The picture at an address, if it is here. */
  known(url: string): Picture | null {
    return this.#cache.get(url) ?? null;
  }

  /** What is behind an address was replaced: nothing that was fetched before is kept. */
  forget(url: string): void {
    const cached = this.#cache.get(url);
    this.#cachedBytes -= cached?.bytes.byteLength ?? 0;
    this.#cache.delete(url);
    this.#failedUntil.delete(url);
    this.#inFlight.delete(url);
  }

  /** Whatever could not be had may be had now: the next to ask for it has it fetched. */
  forgetFailures(): void {
    this.#failedUntil.clear();
  }

  /** @param isWanted false when the address was forgotten meanwhile. */
  async #load(url: string, isWanted: () => boolean): Promise<Picture | null> {
    await this.#turn();
    const abort = new AbortController();
    const timer = this.#options.clock.setTimeout(() => abort.abort(), pictureLimits.timeout);
    try {
      const picture = await this.#fetch(url, abort.signal);
      if (picture === null) throw new Error('no picture');
      if (isWanted()) this.#keep(url, picture);
      return picture;
    } catch {
      if (isWanted()) this.#rememberFailure(url);
      return null;
    } finally {
      timer.cancel();
      abort.abort();
      this.#running -= 1;
      this.#queue.shift()?.();
    }
  }

  async #fetch(url: string, signal: AbortSignal): Promise<Picture | null> {
    const response = await this.#ask(url, { headers: { accept }, signal });
    const bytes = response?.ok === true ? await readBounded(response, pictureLimits.bytes) : null;
    const type = bytes && imageTypeOf(bytes);
    return bytes && type && !isTooLarge(bytes, type) ? { bytes, type } : null;
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
