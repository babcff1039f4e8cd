import type { Clock } from '../../engine/streaming/clock.ts';
import type { SessionBus } from './session-bus.ts';

/** Resolves once it is known whether there is a session bus, or after so many milliseconds. */
export function busKnown(bus: SessionBus, clock: Clock, withinMs: number): Promise<void> {
  if (bus.state() !== 'unknown') return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      timer.cancel();
      leave();
      resolve();
    };
    const timer = clock.setTimeout(done, withinMs);
    const leave = bus.onState(done);
  });
}
