import type { Clock } from '../streaming/clock.ts';
import type { FeedEvent } from './feed-event.ts';
import type { RunningRules } from './feed-rules.ts';
import { noticeOf } from './notices/event-notice.ts';

export interface FeedWordingOptions {
  readonly feedId: string;
  readonly rules: RunningRules;
  readonly clock: Pick<Clock, 'now'>;
  /** A number in [0, 1). */
  readonly random: () => number;
}

/** Makes notices of a feed's events by the rules that it has at the moment. */
export class FeedWording {
  readonly #options: FeedWordingOptions;
  /** Tells this run's events from those of others. */
  readonly #run: string;
  #rules: RunningRules;
  #unnamed = 0;

  constructor(options: FeedWordingOptions) {
    this.#options = options;
    this.#rules = options.rules;
    const salt = Math.floor(options.random() * 36 ** 4).toString(36);
    this.#run = `${options.clock.now().toString(36)}${salt}`;
  }

  setRules(rules: RunningRules): void {
    this.#rules = rules;
  }

  /** What becomes of an event. One without an id is another one each time. */
  word(event: FeedEvent): ReturnType<typeof noticeOf> {
    const { feedId, clock } = this.#options;
    this.#unnamed += 1;
    return noticeOf(event, this.#rules.rules, {
      feedId,
      now: clock.now(),
      fallbackId: `event:${this.#run}-${this.#unnamed}`,
    });
  }
}
