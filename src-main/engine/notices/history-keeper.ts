import type { Log } from '../log.ts';
import type { HistorySettings } from '../settings/settings.ts';
import type { Clock, Timer } from '../streaming/clock.ts';
import type { History } from './history.ts';

export interface HistoryKeeperOptions {
  readonly clock: Clock;
  readonly history: History;
  readonly settings: () => HistorySettings;
  readonly log: Log;
  /** Notices that were too old or too many are gone. */
  readonly onGone: () => void;
}

const day = 24 * 60 * 60_000;
/** A start has more urgent things to do (ms). */
const afterStart = 20_000;
/** How often it is looked what has become too old (ms). */
const interval = 6 * 60 * 60_000;
const megabyte = 1024 * 1024;

/** Lets notices go that are older, or take more room, than the settings allow. */
export class HistoryKeeper {
  readonly #options: HistoryKeeperOptions;
  #timer: Timer | null = null;
  #work: Promise<void> = Promise.resolve();

  constructor(options: HistoryKeeperOptions) {
    this.#options = options;
  }

  /** Looks soon, and from then on now and then. */
  start(): void {
    this.#wait(afterStart);
  }

  /** Looks at once; resolves when what had to go is gone, or the disk has refused. */
  tidy(): Promise<void> {
    this.#work = this.#work.then(() => this.#tidyNow());
    return this.#work;
  }

  /** Resolves when nothing is being let go any more. */
  idle(): Promise<void> {
    return this.#work;
  }

  /** Nothing runs after this. */
  stop(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }

  #wait(delay: number): void {
    this.#timer = this.#options.clock.setTimeout(() => {
      this.#wait(interval);
      void this.tidy();
    }, delay);
  }

  async #tidyNow(): Promise<void> {
    const { clock, history, settings, log, onGone } = this.#options;
    const { days, megabytes } = settings();
    try {
      const before = days === null ? null : clock.now() - days * day;
      const { oldest, bytes } = await history.extent();
      const isOld = before !== null && oldest !== null && oldest < before;
      const isLarge = bytes > megabytes * megabyte;
      if (isOld) await history.erase({ before });
      if (isLarge) await history.shrinkTo(megabytes * megabyte);
      if (isOld || isLarge) onGone();
    } catch (error) {
      log.error('history: could not be tidied', { error: String(error) });
    }
  }
}
