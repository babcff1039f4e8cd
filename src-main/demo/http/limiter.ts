import type { Clock } from '../../engine/streaming/clock.ts';
import { ApiError } from './errors.ts';

/** At most `max` calls in `windowMs`, and at least `gapMs` between two. */
export interface RateLimit {
  readonly windowMs: number;
  readonly max: number;
  readonly gapMs?: number;
}

export interface RateLimiter {
  /** Counts a call. Throws RATE_LIMIT_EXCEEDED (429) when it is one too many. */
  count(endpoint: string, caller: string, limit: RateLimit): void;
}

/** A 429 with how long to wait, for the header `Retry-After` (whole seconds). */
export class RateLimitError extends ApiError {
  readonly retryAfterSeconds: number;

  constructor(resetMs: number, now: number, total: number) {
    super({
      message: 'Rate limit exceeded. Please try again later.',
      code: 'RATE_LIMIT_EXCEEDED',
      id: 'd5826d14-3982-4d2e-8011-b9e9f02499ef',
      status: 429,
      info: { remaining: 0, reset: Math.floor(resetMs / 1000), resetMs, total },
    });
    this.retryAfterSeconds = Math.max(0, Math.ceil((resetMs - now) / 1000));
  }
}

export function createRateLimiter(clock: Clock): RateLimiter {
  const calls = new Map<string, number[]>();
  return {
    count(endpoint, caller, { windowMs, max, gapMs = 0 }) {
      const key = `${caller} ${endpoint}`;
      const now = clock.now();
      const recent = (calls.get(key) ?? []).filter((at) => at > now - windowMs);
      calls.set(key, recent);
      const last = recent.at(-1);
      if (last !== undefined && now - last < gapMs) throw new RateLimitError(last + gapMs, now, 1);
      const [oldest] = recent;
      if (oldest !== undefined && recent.length >= max)
        throw new RateLimitError(oldest + windowMs, now, max);
      recent.push(now);
    },
  };
}
