import type { FeedsListener } from '../engine/feeds/feeds.ts';
import type { Trace } from '../engine/trace.ts';
import type { WindowFeed } from './window-feed.ts';

export interface FeedEventsOptions {
  readonly trace: Trace;
  /** Asked for at each event: feeds are there before the window is. */
  readonly window: () => Pick<WindowFeed, 'feedsChanged' | 'feedEventsChanged'>;
  /** A feed is online: its server may have what could not be had before. Told before the window is. */
  readonly onOnline: () => void;
  /** Feeds, or their states, changed. */
  readonly onChange: () => void;
}

/** Tells the window and the trace what happens on feeds. */
export function feedEvents({
  trace,
  window,
  onOnline,
  onChange,
}: FeedEventsOptions): FeedsListener {
  return {
    onFeeds() {
      window().feedsChanged();
      onChange();
    },

    onState(account, state) {
      if (state !== null) {
        const reason = 'reason' in state ? { reason: state.reason } : {};
        trace({ at: 'stream', account, state: state.name, ...reason });
      }
      if (state?.name === 'online') onOnline();
      window().feedsChanged();
      onChange();
    },

    onEvents: (feedId) => window().feedEventsChanged(feedId),
  };
}
