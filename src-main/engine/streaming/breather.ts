/** Keeps one busy peer from holding up everybody else. */
export interface Breather {
  /** Handles something that came, and lets the peer wait for one turn of the event loop if that is due. */
  handle(work: () => void): void;
}

export interface BreatherOptions {
  /** Takes nothing more from the peer, until `resume`. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Ms that only go on; left out = the computer's own. */
  readonly monotonic?: () => number;
}

/** Ms of work for one peer after which the others have their turn: half a frame of a window. */
export const longestStretch = 8;

/**
 * A peer that sends without end is read as long as there is something to read, some megabytes at a time. Whoever
 * handles its messages within a breather lets timers, windows and other peers in after each `longestStretch`.
 */
export function createBreather({
  pause,
  resume,
  monotonic = () => performance.now(),
}: BreatherOptions): Breather {
  let worked = 0;
  let resting = false;
  return {
    handle(work) {
      const began = monotonic();
      work();
      worked += monotonic() - began;
      if (worked < longestStretch || resting) return;
      resting = true;
      pause();
      setImmediate(() => {
        worked = 0;
        resting = false;
        resume();
      });
    },
  };
}
