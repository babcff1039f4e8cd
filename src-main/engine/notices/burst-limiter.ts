import type { Clock } from '../streaming/clock.ts';

/** The span of time (ms) that is looked at. */
const burstSpanMs = 10_000;
/** Within it so many of a feed ring one by one. */
const fewInBurst = 10;
/** As many, where a gap held them back: a server that repeats what was missed sends all of it at once. */
const fewAfterGap = 5;

/**
 * Says when a feed is too much. What came counts, and not what was shown of it, so that a feed that went
 * wild stays in its one toast until it calms down.
 */
export class BurstLimiter {
  readonly #clock: Pick<Clock, 'monotonic'>;
  /** When the last ones came (`Clock.monotonic`), the newest last; by what is counted together. */
  readonly #arrivals = new Map<string, number[]>();

  constructor(clock: Pick<Clock, 'monotonic'>) {
    this.#clock = clock;
  }

  /** Whether one more would be too much now. `key`: what is counted together. */
  isCrowded(key: string, afterGap: boolean): boolean {
    const arrivals = this.#arrivals.get(key);
    const nth = arrivals?.at(-(afterGap ? fewAfterGap : fewInBurst));
    return nth !== undefined && this.#clock.monotonic() - nth < burstSpanMs;
  }

  /** One more came that is to be told. */
  count(key: string): void {
    const arrivals = this.#arrivals.get(key) ?? [];
    arrivals.push(this.#clock.monotonic());
    if (arrivals.length > fewInBurst) arrivals.shift();
    this.#arrivals.set(key, arrivals);
  }
}
