import type { Clock } from './clock.ts';

/** Spreads the attempts of all connections to one server, which counts them by address. */
export interface Pace {
  /**
   * Takes the next turn: the moment (ms of `Clock.monotonic`) from which an attempt may be made. One that is
   * taken and not used is lost.
   */
  turn(): number;
}

/**
 * No server that is known counts more strictly: Sharkey answers 429 to a second upgrade within 1 s, and to
 * the twenty-first within a minute (PROTOCOL §8). Half as much again, because the network shakes them about.
 */
export const paceTimes = { gap: 1_500, most: 20, window: 61_000 } as const;

export function createPace(clock: Clock): Pace {
  /** The newest turns, oldest first. */
  const taken: number[] = [];
  return {
    turn() {
      const last = taken.at(-1) ?? Number.NEGATIVE_INFINITY;
      const first = taken.length < paceTimes.most ? undefined : taken.shift();
      const at = Math.max(
        clock.monotonic(),
        last + paceTimes.gap,
        (first ?? Number.NEGATIVE_INFINITY) + paceTimes.window,
      );
      taken.push(at);
      return at;
    },
  };
}
