import type { Clock } from '../../src-main/engine/streaming/clock.ts';

/** A clock that moves only when told to. */
export interface ManualClock extends Clock {
  /** Moves on by that many milliseconds and calls what has come due, in order. */
  advance(ms: number): void;
  /** Resolves when somebody sets a timer of exactly that many milliseconds, from now on. */
  waitFor(ms: number): Promise<void>;
  /** How many timers are set. */
  readonly pending: number;
}

interface Entry {
  readonly due: number;
  readonly order: number;
  readonly callback: () => void;
}

/** Starts at `start` (ms since the epoch). */
export function manualClock(start = Date.UTC(2026, 10, 20, 12)): ManualClock {
  let elapsed = 0;
  let order = 0;
  const entries = new Set<Entry>();
  const waiting = new Set<{ readonly ms: number; readonly resolve: () => void }>();

  const nextDue = (until: number) =>
    [...entries]
      .filter((entry) => entry.due <= until)
      .sort((a, b) => a.due - b.due || a.order - b.order)[0];

  return {
    now: () => start + elapsed,
    monotonic: () => elapsed,
    setTimeout(callback, ms) {
      order += 1;
      const entry: Entry = { due: elapsed + Math.max(0, ms), order, callback };
      entries.add(entry);
      for (const waiter of waiting) {
        if (waiter.ms !== ms) continue;
        waiting.delete(waiter);
        waiter.resolve();
      }
      return { cancel: () => entries.delete(entry) };
    },
    advance(ms) {
      const until = elapsed + ms;
      for (let entry = nextDue(until); entry !== undefined; entry = nextDue(until)) {
        entries.delete(entry);
        elapsed = entry.due;
        entry.callback();
      }
      elapsed = until;
    },
    waitFor: (ms) =>
      new Promise((resolve) => {
        waiting.add({ ms, resolve });
      }),
    get pending() {
      return entries.size;
    },
  };
}
