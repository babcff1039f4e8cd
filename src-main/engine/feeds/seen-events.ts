import type { FeedEvent } from './feed-event.ts';

/** What became of an event. */
export type EventOutcome =
  | 'notice'
  /** A condition of the rule is not met. */
  | 'filtered'
  /** The rule makes no words of it. */
  | 'wordless'
  /** It came before. */
  | 'known'
  /** The broker kept it from before, and such ones are not asked for. */
  | 'retained';

/** One of the last events of a feed. */
export interface SeenEvent {
  /** Counts up from 1; tells events apart. */
  readonly n: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly event: FeedEvent;
  readonly outcome: EventOutcome;
}

/** How many events are there to look at, and of how many characters in all; the newest one always is. */
const most = { events: 20, characters: 256 * 1024 } as const;

/** The last events of a feed, whatever became of them. */
export class SeenEvents {
  readonly #ring: (SeenEvent | undefined)[] = new Array(most.events).fill(undefined);
  #count = 0;

  /** Events so far, those that are forgotten included. */
  get count(): number {
    return this.#count;
  }

  add(event: FeedEvent, outcome: EventOutcome, at: number): void {
    this.#count += 1;
    this.#ring[this.#count % most.events] = { n: this.#count, at, event, outcome };
    this.#shrink();
  }

  /** Newest first. */
  newest(): readonly SeenEvent[] {
    const events: SeenEvent[] = [];
    for (let n = this.#count; n > this.#count - most.events; n -= 1) {
      const seen = this.#ring[(n + most.events) % most.events];
      if (seen === undefined) break;
      events.push(seen);
    }
    return events;
  }

  /** Large events are not kept for long. */
  #shrink(): void {
    let characters = 0;
    for (let n = this.#count; n > this.#count - most.events; n -= 1) {
      const at = (n + most.events) % most.events;
      characters += this.#ring[at]?.event.text.length ?? 0;
      if (characters > most.characters && n < this.#count) this.#ring[at] = undefined;
    }
  }
}
