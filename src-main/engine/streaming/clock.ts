/** A timer that has been set; cancelling it twice, or after it fired, is harmless. */
export interface Timer {
  cancel(): void;
}

/** Time, passed in so that tests need no sleeping. */
export interface Clock {
  /** Milliseconds since the epoch; jumps when the user or the network sets the clock. */
  now(): number;
  /** Milliseconds since some fixed moment; never goes back. */
  monotonic(): number;
  /** Calls back once, after at least `ms` milliseconds. */
  setTimeout(callback: () => void, ms: number): Timer;
}

/** The longest delay a JavaScript timer can hold; longer ones would fire at once. */
const longestDelayMs = 2 ** 31 - 1;

/** The computer's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimeout(callback, ms) {
    const handle = setTimeout(callback, Math.min(ms, longestDelayMs));
    return { cancel: () => clearTimeout(handle) };
  },
};
