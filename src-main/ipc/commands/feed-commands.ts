import type { FeedPresets } from '../../engine/feeds/preset-list.ts';
import type { Locale, Messages } from '../../engine/messages/index.ts';
import type { FeedCalls } from '../contract.ts';
import type { ChangedFeeds } from '../feed-parts.ts';
import { presetView } from '../views/feed-view.ts';
import type { WindowFeed } from '../window-feed.ts';
import type { Commands } from './commands.ts';
import { fail } from './server-calls.ts';

export interface FeedCommandsOptions {
  readonly feeds: ChangedFeeds;
  readonly presets: FeedPresets;
  readonly feed: WindowFeed;
  readonly messages: () => Messages;
  readonly locale: () => Locale;
}

/** What the window asks of feeds. */
export function createFeedCommands(options: FeedCommandsOptions): Commands<FeedCalls> {
  const { feeds, presets, feed: window, messages, locale } = options;
  const gone = () => fail(messages().feeds.gone);
  return {
    listPresets: () => presets.all.map((preset) => presetView(preset, locale())),
    addPresetFeed: () => gone(),
    addFeed: () => gone(),
    changeFeed: () => gone(),

    async removeFeed(feedId) {
      await feeds.remove(feedId);
      window.noticesReset();
    },

    moveFeed: (feedId, index) => feeds.move(feedId, index),
    setFeedOn: (feedId, on) => feeds.setOn(feedId, on),
    retryFeed: (feedId) => feeds.retry(feedId),

    watchFeed(feedId) {
      feeds.watch(feedId);
      window.watchFeed(feedId);
    },

    previewRule(feedId, rule) {
      if (feeds.get(feedId) === undefined) return gone();
      return { ok: true, data: feeds.preview(feedId, rule) };
    },
  };
}
