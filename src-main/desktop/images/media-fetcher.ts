import type { Fetch } from '../../engine/fetch.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import { type Chunks, chunksOf } from './chunks.ts';
import { isTooLarge } from './image-size.ts';
import { imageTypeOf } from './image-type.ts';
import { playableType } from './media-type.ts';
import { type AskNamed, askNamed } from './named-fetch.ts';

export interface MediaFetcherOptions {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** See `mayFetch`. */
  readonly isOwnServer: (host: string) => boolean;
}

/** What one file may cost. Times in milliseconds, sizes in bytes. */
export const mediaLimits = {
  /** Until the first bytes are there. */
  firstByte: 15_000,
  /** Until all of a picture is there. */
  image: 120_000,
  /** Between two pieces, while the window waits for more. */
  stall: 30_000,
  bytes: 200 * 1024 * 1024,
  /** A picture is read whole before any of it is shown. */
  imageBytes: 40 * 1024 * 1024,
  atOnce: 4,
} as const;

/** Bytes at the start of a file that tell whether it is a picture. */
const headBytes = 16;

/**
 * Fetches whole files for the viewer: pictures whole, videos and sounds as they are played, from where
 * the reader jumps to. As bare of traces of the user as `PictureFetcher`. When too many are open at
 * once, the one that was opened first is given up: the reader has gone on.
 */
export class MediaFetcher {
  readonly #clock: Clock;
  readonly #ask: AskNamed;
  /** In the order in which they were opened. */
  readonly #open = new Set<AbortController>();

  constructor({ fetch, clock, isOwnServer }: MediaFetcherOptions) {
    this.#clock = clock;
    this.#ask = askNamed(fetch, isOwnServer);
  }

  /**
   * The answer to the window's request for a file; never rejects. What is no picture, video or sound
   * that the window shows, or too large, or somewhere it must not be fetched from, is an empty 404.
   *
   * @param range the request's `Range` header; null = from the start.
   */
  async answer(url: string, range: string | null): Promise<Response> {
    const abort = new AbortController();
    this.#open.add(abort);
    for (const oldest of this.#open) {
      if (this.#open.size <= mediaLimits.atOnce) break;
      this.#end(oldest);
    }
    const response = await this.#load(url, range, abort).catch(() => null);
    if (response !== null) return response;
    this.#end(abort);
    return new Response(null, { status: 404 });
  }

  async #load(url: string, range: string | null, abort: AbortController): Promise<Response | null> {
    const opened = await this.#within(mediaLimits.firstByte, abort, () =>
      this.#start(url, range, abort),
    );
    if (opened === null || opened instanceof Response) return opened;
    const { chunks, head, part, response } = opened;
    if (part.start === 0 && imageTypeOf(head) !== null) {
      return this.#within(mediaLimits.image, abort, () => picture(chunks, response));
    }
    const type = playableType(response.headers.get('content-type'));
    if (type === null) return null;
    return new Response(chunks.stream(mediaLimits.bytes), {
      status: response.status,
      headers: { ...commonHeaders, 'content-type': type, ...part.headers },
    });
  }

  /** Asks, and waits for the first bytes. */
  async #start(url: string, range: string | null, abort: AbortController) {
    const asked = range !== null && /^bytes=\d{1,15}-\d{0,15}$/.test(range) ? range : null;
    const response = await this.#ask(url, {
      headers: { accept: 'image/*,video/*,audio/*', ...(asked === null ? {} : { range: asked }) },
      signal: abort.signal,
    });
    if (response === null) return null;
    if (response.status === 416) {
      this.#end(abort);
      return new Response(null, { status: 416 });
    }
    if ((response.status !== 200 && response.status !== 206) || response.body === null) return null;
    const part = partOf(response);
    if (part === null || part.total > mediaLimits.bytes) return null;
    const chunks = chunksOf(response.body, this.#clock, mediaLimits.stall, abort.signal, () =>
      this.#end(abort),
    );
    return { chunks, head: await chunks.peek(headBytes), part, response };
  }

  async #within<T>(ms: number, abort: AbortController, act: () => Promise<T>): Promise<T> {
    const timer = this.#clock.setTimeout(() => this.#end(abort), ms);
    try {
      return await act();
    } finally {
      timer.cancel();
    }
  }

  #end(abort: AbortController): void {
    this.#open.delete(abort);
    abort.abort();
  }
}

/** A picture's size must be known before the window unfolds it. */
async function picture(chunks: Chunks, { status }: Response): Promise<Response | null> {
  const bytes = status === 200 ? await chunks.all(mediaLimits.imageBytes) : null;
  const type = bytes && imageTypeOf(bytes);
  if (!bytes || !type || isTooLarge(bytes, type)) return null;
  return new Response(bytes, { headers: { ...commonHeaders, 'content-type': type } });
}

const commonHeaders = {
  'x-content-type-options': 'nosniff',
  // None of it is a document; were it opened as one, it could do nothing.
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'no-store',
} as const;

interface Part {
  readonly start: number;
  /** Bytes of the whole file; 0 where the server does not say. */
  readonly total: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Which part of a file an answer is; null for one that contradicts itself. */
function partOf({ status, headers }: Response): Part | null {
  const length = /^\d{1,15}$/.exec(headers.get('content-length') ?? '')?.[0];
  const lengthHeader = length === undefined ? {} : { 'content-length': length };
  if (status === 200) {
    const ranges = headers.get('accept-ranges') === 'bytes' ? { 'accept-ranges': 'bytes' } : {};
    return { start: 0, total: Number(length ?? 0), headers: { ...lengthHeader, ...ranges } };
  }
  const range = headers.get('content-range') ?? '';
  const [, start, end, total] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/.exec(range) ?? [];
  if (start === undefined || Number(end) < Number(start)) return null;
  return {
    start: Number(start),
    total: total === '*' ? 0 : Number(total),
    headers: { ...lengthHeader, 'content-range': range, 'accept-ranges': 'bytes' },
  };
}
