import { join } from 'node:path';
import { cursorFile } from '../engine/feeds/cursor-file.ts';
import { Cursors } from '../engine/feeds/cursors.ts';
import { Feeds } from '../engine/feeds/feeds.ts';
import { openFeed } from '../engine/feeds/open-feed.ts';
import type { FeedPresets } from '../engine/feeds/preset-list.ts';
import { feedEvents } from '../ipc/feed-events.ts';
import { loadFeedPresets } from './feed-presets.ts';
import type { Later, Parts } from './parts.ts';

/** The feeds of the user, and what they can be made by. */
export interface FeedParts {
  readonly feeds: Feeds;
  readonly presets: FeedPresets;
}

/** Makes the feeds, which connect once they are started. */
export function buildFeeds(
  {
    foundation,
    notices,
    system,
    accounts: { accounts },
  }: Pick<Parts, 'foundation' | 'notices' | 'system' | 'accounts'>,
  later: Later<'desktop' | 'window' | 'tray'>,
): FeedParts {
  const { clock, host, log, profile, trace, userAgent } = foundation;
  const { bell, history } = notices;
  const { cutOff, fetch, network, tokens } = system;

  const presets = loadFeedPresets();
  const feeds = new Feeds({
    store: {
      load: () => profile.get().feeds,
      save: (feeds) => profile.change({ feeds }),
    },
    tokens,
    cursors: new Cursors({
      file: cursorFile(join(host.profileDir, 'feed-cursors.json')),
      clock,
      log,
    }),
    presets,
    around: {
      clock,
      random: Math.random,
      fetch,
      streamFetch: network.streamFetch,
      agent: (origin) => network.streamAgent(origin),
      userAgent,
      openLink: openFeed,
      bell,
      history,
      log,
    },
    cutOff,
    takenColors: () => accounts.all().map(({ stored: { color } }) => color),
    listener: feedEvents({
      clock,
      trace,
      window: () => later.window().feed,
      onOnline: () => later.desktop().images.forgetFailures(),
      onChange: () => later.tray().tray.update(),
    }),
  });
  return { feeds, presets };
}
