/** Delays between attempts: random under a ceiling that doubles, so that a crowd of clients spreads out. */
export interface Backoff {
  /** The next delay in milliseconds. */
  next(): number;
  /** Starts again with the shortest ceiling, once a connection has proved healthy. */
  reset(): void;
}

export interface BackoffOptions {
  /** A number in [0, 1). */
  readonly random: () => number;
  /** No delay is shorter; a fork of Misskey answers 429 to quicker connects (Sharkey, 20 a minute). */
  readonly minMs?: number;
  readonly maxMs?: number;
}

/** Full jitter above a floor: each delay is drawn evenly from [min, min(max, min · 2ⁿ)]. */
export function createBackoff({ random, minMs = 2_000, maxMs = 60_000 }: BackoffOptions): Backoff {
  let failures = 0;
  return {
    next() {
      failures += 1;
      const ceiling = Math.min(maxMs, minMs * 2 ** failures);
      return Math.round(minMs + random() * (ceiling - minMs));
    },
    reset() {
      failures = 0;
    },
  };
}
