import type { Verdict } from '../streaming/verdict.ts';

/** An answer of a feed's server that is not the feed. */
export interface HttpAnswer {
  readonly status: number;
  /** See `parseRetryAfter`. */
  readonly retryAfterMs: number | null;
}

/**
 * What an HTTP answer in a feed's place means. A redirect that gets here is one that is not followed.
 *
 * @param isProven whether the feed was ever online: then a page in its place (maintenance, a network that
 *   wants somebody to sign in, a proxy whose server is not up yet) is an outage, which passes.
 */
export function httpVerdict({ status, retryAfterMs }: HttpAnswer, isProven: boolean): Verdict {
  const wait = retryAfterMs === null ? {} : { notBeforeMs: retryAfterMs };
  if (status === 429) return { kind: 'retry', reason: 'rate-limited', ...wait };
  if (status >= 500) return { kind: 'retry', reason: 'server-error', ...wait };
  // The server was too slow to read the request (408), or wants it once more (425).
  if (status === 408 || status === 425) return { kind: 'retry', reason: 'rejected', ...wait };
  if (status === 401 || status === 407) return { kind: 'refuse', reason: 'feed-credentials' };
  if (status === 403) return { kind: 'refuse', reason: 'feed-forbidden' };
  if (status === 410) return { kind: 'refuse', reason: 'feed-over' };
  if (isProven) return { kind: 'retry', reason: 'not-a-feed', ...wait };
  if (status === 404) return { kind: 'refuse', reason: 'feed-not-found' };
  if (status >= 300 && status < 400) return { kind: 'refuse', reason: 'feed-redirects' };
  return { kind: 'refuse', reason: 'feed-foreign' };
}
