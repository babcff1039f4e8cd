import type { Clock, Timer } from '../streaming/clock.ts';
import type { HistoryEntry } from './history.ts';

/** In so many ms … */
const spanMs = 250;
/** … so many arrivals of feeds are told one by one. */
const fewInSpan = 5;

export interface ArrivalListener {
  onInsert(entry: HistoryEntry): void;
  /** Many entries changed at once. */
  onReset(): void;
}

/**
 * Tells of notices that came and are kept, whatever was decided: each by itself, but where feeds bring more than
 * anybody could read, all of them at once and some times a second. Looking for the place of each in the list
 * would take longer than they take to come.
 */
export class ArrivalNews {
  readonly #clock: Clock;
  readonly #listener: ArrivalListener;
  #told = 0;
  #hasMore = false;
  #span: Timer | null = null;

  constructor(clock: Clock, listener: ArrivalListener) {
    this.#clock = clock;
    this.#listener = listener;
  }

  came(entry: HistoryEntry): void {
    if (entry.notice.feed === undefined) {
      this.#listener.onInsert(entry);
      return;
    }
    this.#span ??= this.#clock.setTimeout(() => this.#end(), spanMs);
    if (this.#told < fewInSpan) {
      this.#told += 1;
      this.#listener.onInsert(entry);
    } else {
      this.#hasMore = true;
    }
  }

  /** Nothing is told after this. */
  stop(): void {
    this.#span?.cancel();
    this.#span = null;
  }

  #end(): void {
    const hadMore = this.#hasMore;
    this.#span = null;
    this.#told = 0;
    this.#hasMore = false;
    if (hadMore) this.#listener.onReset();
  }
}
