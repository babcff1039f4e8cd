import type { Clock, Timer } from './clock.ts';

/** Watches one open socket for signs of life. */
export interface Watchdog {
  /** The peer was heard. */
  alive(): void;
  /** Asks for a sign of life now, with a short deadline: the link is doubtful (a resume, say). */
  probe(): void;
  stop(): void;
}

/** When signs of life are asked for and expected, in milliseconds. */
export interface WatchTimes {
  /** The steady pace at which the peer is asked. */
  readonly pingEvery: number;
  readonly pongWithin: number;
  /** As `pongWithin`, where the link is doubtful. */
  readonly probeWithin: number;
}

/** Times in milliseconds. Idle proxies cut at 60 s, Misskey itself pings only each 60 s. */
export const watchdogTimes = {
  pingEvery: 30_000,
  pongWithin: 15_000,
  probeWithin: 5_000,
  /** A ping timer this late means that the computer slept: the socket is doubtful. */
  sleptAfter: 20_000,
} as const;

export interface WatchdogOptions {
  readonly clock: Clock;
  /** Left out = `watchdogTimes`. */
  readonly times?: WatchTimes;
  readonly ping: () => void;
  /** No sign of life in time. Called at most once; the watchdog has stopped by then. */
  readonly onDead: () => void;
}

/** Starts to watch: pings at a steady pace and expects anything at all in answer. */
export function createWatchdog({
  clock,
  times = watchdogTimes,
  ping,
  onDead,
}: WatchdogOptions): Watchdog {
  let next: Timer | null = null;
  let deadline: Timer | null = null;

  const clearDeadline = () => {
    deadline?.cancel();
    deadline = null;
  };
  const stop = () => {
    next?.cancel();
    clearDeadline();
  };
  const demand = (withinMs: number) => {
    clearDeadline();
    deadline = clock.setTimeout(() => {
      stop();
      onDead();
    }, withinMs);
    ping();
  };
  const schedule = () => {
    next?.cancel();
    // Wall time: the monotonic clock of some systems stands still during sleep.
    const due = clock.now() + times.pingEvery;
    next = clock.setTimeout(() => {
      const slept = clock.now() - due > watchdogTimes.sleptAfter;
      schedule();
      demand(slept ? times.probeWithin : times.pongWithin);
    }, times.pingEvery);
  };

  schedule();
  return {
    alive: clearDeadline,
    probe() {
      schedule();
      demand(times.probeWithin);
    },
    stop,
  };
}
