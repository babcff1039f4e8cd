import type { Feeds } from '../engine/feeds/feeds.ts';
import type { FeedPresets } from '../engine/feeds/preset-list.ts';
import type { Locale, Messages } from '../engine/messages/index.ts';
import type { History } from '../engine/notices/history.ts';
import type { Clock, Timer } from '../engine/streaming/clock.ts';
import type { FeedEventsView, FeedId, FeedView } from './contract.ts';
import { feedEventsView } from './views/feed-events-view.ts';
import { feedView } from './views/feed-view.ts';

/** Events of a feed that is looked at are told this often at most (ms), however many there are. */
const eventsEveryMs = 250;

export interface FeedSlicesOptions {
  readonly clock: Clock;
  readonly feeds: Pick<Feeds, 'all' | 'get' | 'seen'>;
  readonly presets: Pick<FeedPresets, 'get'>;
  readonly history: Pick<History, 'unread'>;
  readonly messages: () => Messages;
  readonly locale: () => Locale;
  /** The events that are looked at are others than those that were told last. */
  readonly onEvents: () => void;
}

/** What the window shows of feeds: all of them, and the events of the one that its reader looks at. */
export class FeedSlices {
  readonly #options: FeedSlicesOptions;
  #watched: FeedId | null = null;
  #calm: Timer | null = null;
  #hasNews = false;

  constructor(options: FeedSlicesOptions) {
    this.#options = options;
  }

  /** Every feed as it stands. `isOffline`: see `isOffline` of the engine. */
  views(isOffline: boolean): FeedView[] {
    const { feeds, history, messages, locale, presets } = this.#options;
    const words = { messages: messages(), locale: locale(), presets };
    return feeds
      .all()
      .map((feed) => feedView(feed, history.unread(feed.stored.id), words, isOffline));
  }

  /** Null while the reader looks at none, or the one is gone. */
  events(): FeedEventsView | null {
    const { feeds } = this.#options;
    const id = this.#watched;
    if (id === null || feeds.get(id) === undefined) return null;
    return feedEventsView(id, feeds.seen(id));
  }

  /** The reader looks at the events of this feed from now on; null = of none. */
  watch(feedId: FeedId | null): void {
    this.#watched = feedId;
    this.#rest();
    this.#tell();
  }

  /** A feed has new events. */
  eventsChanged(feedId: FeedId): void {
    if (feedId !== this.#watched) return;
    if (this.#calm === null) this.#tell();
    else this.#hasNews = true;
  }

  /** Nobody looks at anything any more. */
  stop(): void {
    this.#watched = null;
    this.#rest();
  }

  #tell(): void {
    this.#hasNews = false;
    this.#calm = this.#options.clock.setTimeout(() => {
      this.#calm = null;
      if (this.#hasNews) this.#tell();
    }, eventsEveryMs);
    this.#options.onEvents();
  }

  #rest(): void {
    this.#calm?.cancel();
    this.#calm = null;
    this.#hasNews = false;
  }
}
