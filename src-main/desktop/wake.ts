import { net, powerMonitor } from 'electron';
import type { DesktopWatch } from '../engine/notices/desktop-state.ts';
import type { Clock, Timer } from '../engine/streaming/clock.ts';
import { onUnlock } from './surroundings/unlock.ts';

/** How often (ms) the network is asked about, and only while somebody waits for it. */
const askEvery = 5_000;

export interface WakeOptions {
  readonly clock: Clock;
  /** Whether any stream waits to try again. */
  readonly isWaiting: () => boolean;
  /** What is told of the screen's lock. */
  readonly desktop: DesktopWatch;
  /** A good moment to try again: the computer woke up, was unlocked, or has a network again. */
  readonly onWake: () => void;
}

/** Watches for the moments at which connections are worth trying again. Returns what ends it. */
export function watchForWake({ clock, isWaiting, desktop, onWake }: WakeOptions): () => void {
  powerMonitor.on('resume', onWake);
  const leaveLock = onUnlock(desktop, onWake);

  // Electron tells nothing when the network comes back. True proves little, but its edge is worth a try.
  let wasOnline = net.isOnline();
  let timer: Timer;
  const ask = () => {
    if (isWaiting()) {
      const isOnline = net.isOnline();
      if (isOnline && !wasOnline) onWake();
      wasOnline = isOnline;
    }
    timer = clock.setTimeout(ask, askEvery);
  };
  timer = clock.setTimeout(ask, askEvery);

  return () => {
    timer.cancel();
    powerMonitor.off('resume', onWake);
    leaveLock();
  };
}
