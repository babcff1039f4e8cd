import type { Clock, Timer } from './clock.ts';
import { type Watchdog, watchdogTimes } from './watchdog.ts';

export interface SilenceWatchOptions {
  readonly clock: Clock;
  /** Ms without anything heard after which the peer counts as gone. */
  readonly limit: number;
  /** It was silent for too long. Called at most once; the watch has stopped by then. */
  readonly onDead: () => void;
}

/**
 * Watches for silence a peer that cannot be asked for a sign of life, but is known to give one now and then.
 * A sleep of the computer counts as silence: nobody was heard meanwhile.
 */
export function createSilenceWatch({ clock, limit, onDead }: SilenceWatchOptions): Watchdog {
  let timer: Timer | null = null;
  let heardAt = clock.now();

  const die = () => {
    timer?.cancel();
    onDead();
  };
  const look = (ms: number) => {
    const due = clock.now() + ms;
    timer = clock.setTimeout(() => {
      const silent = clock.now() - heardAt;
      // A clock that was set back makes it negative.
      if (silent < 0) heardAt = clock.now();
      if (silent >= limit || clock.now() - due > watchdogTimes.sleptAfter) die();
      else look(limit - Math.max(0, silent));
    }, ms);
  };

  look(limit);
  return {
    alive() {
      heardAt = clock.now();
    },
    probe() {
      if (clock.now() - heardAt > limit / 2) die();
    },
    stop: () => timer?.cancel(),
  };
}
