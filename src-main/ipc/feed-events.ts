import type { FeedsListener } from '../engine/feeds/feeds.ts';
import type { Clock } from '../engine/streaming/clock.ts';
import type { Trace } from '../engine/trace.ts';
import type { WindowFeed } from './window-feed.ts';

/** Feeds whose states change are shown anew this often at most (ms), however many there are. */
const statesEveryMs = 100;

export interface FeedEventsOptions {
  readonly clock: Pick<Clock, 'setTimeout'>;
  readonly trace: Trace;
  /** Asked for at each event: feeds are there before the window is. */
  readonly window: () => Pick<WindowFeed, 'feedsChanged' | 'feedEventsChanged'>;
  /** A feed is online: its server may have what could not be had before. Told before the window is. */
  readonly onOnline: () => void;
  /** Feeds, or their states, changed. */
  readonly onChange: () => void;
}

/**
 * Tells the window and the trace what happens on feeds. All feeds are shown anew each time: what is told of
 * hundreds in one go (a start, a network that is gone) is shown together.
 */
export function feedEvents({
  clock,
  trace,
  window,
  onOnline,
  onChange,
}: FeedEventsOptions): FeedsListener {
  let isCalm = true;
  let hasOthers = false;
  let isToldSoon = false;

  const show = () => {
    window().feedsChanged();
    onChange();
  };
  const showStates = () => {
    if (!isCalm) {
      hasOthers = true;
      return;
    }
    isCalm = false;
    show();
    clock.setTimeout(() => {
      isCalm = true;
      if (hasOthers) showStates();
    }, statesEveryMs);
    hasOthers = false;
  };

  return {
    onFeeds() {
      if (isToldSoon) return;
      isToldSoon = true;
      // Before whoever asked for the change hears that it is done.
      queueMicrotask(() => {
        isToldSoon = false;
        show();
      });
    },

    onState(account, state) {
      if (state !== null) {
        const reason = 'reason' in state ? { reason: state.reason } : {};
        trace({ at: 'stream', account, state: state.name, ...reason });
      }
      if (state?.name === 'online') onOnline();
      showStates();
    },

    onEvents: (feedId) => window().feedEventsChanged(feedId),
  };
}
