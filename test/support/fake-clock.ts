import type { Clock } from '../../src-main/engine/streaming/clock.ts';

/** A clock that moves only when told to, and lets promises run between two timers. */
export interface FakeClock extends Clock {
  /** Moves on by that many milliseconds: each timer that comes due is called, and what it set off runs. */
  advance(ms: number): Promise<void>;
  /** Moves wall time alone, as a sleep of the computer or somebody who sets the clock does. */
  jump(ms: number): void;
  /** How many timers are set. */
  readonly pending: number;
}

interface Entry {
  readonly due: number;
  readonly order: number;
  readonly callback: () => void;
}

/** The moment at which fake clocks start: an hour after the recordings were made. */
export const fakeStart = Date.UTC(2026, 10, 20, 22);

export function fakeClock(start = fakeStart): FakeClock {
  let elapsed = 0;
  let jumped = 0;
  let order = 0;
  const entries = new Set<Entry>();

  const nextDue = (until: number) =>
    [...entries]
      .filter(({ due }) => due <= until)
      .sort((a, b) => a.due - b.due || a.order - b.order)[0];

  return {
    now: () => start + jumped + elapsed,
    monotonic: () => elapsed,
    setTimeout(callback, ms) {
      order += 1;
      const entry: Entry = { due: elapsed + Math.max(0, ms), order, callback };
      entries.add(entry);
      return { cancel: () => void entries.delete(entry) };
    },
    async advance(ms) {
      const until = elapsed + ms;
      await settle();
      for (let entry = nextDue(until); entry !== undefined; entry = nextDue(until)) {
        entries.delete(entry);
        elapsed = entry.due;
        entry.callback();
        await settle();
      }
      elapsed = until;
    },
    jump(ms) {
      jumped += ms;
    },
    get pending() {
      return entries.size;
    },
  };
}

/** Lets everything run that waits for nothing but promises and streams in memory. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }
}
