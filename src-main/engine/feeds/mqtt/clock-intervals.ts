import type { IClientOptions } from 'mqtt';
import type { Clock, Timer } from '../../streaming/clock.ts';

/** What MQTT.js keeps its own time with. */
export type Intervals = Exclude<IClientOptions['timerVariant'], string | undefined>;

/**
 * The library's timers, on Suzu's clock. `Connection` asks brokers for signs of life, too; these ask more often
 * where a broker of MQTT 5 says that it wants to hear more often.
 */
export function clockIntervals(clock: Clock): Intervals {
  const running = new Map<number, Timer>();
  let last = 0;
  return {
    set(callback, ms = 0) {
      last += 1;
      const id = last;
      const wait = () => {
        const timer = clock.setTimeout(() => {
          wait();
          callback();
        }, ms);
        running.set(id, timer);
      };
      wait();
      return id;
    },
    clear(id) {
      running.get(id)?.cancel();
      running.delete(id);
    },
  };
}
