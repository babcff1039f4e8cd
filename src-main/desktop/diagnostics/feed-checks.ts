import type { Feed } from '../../engine/feeds/feeds.ts';
import { serverOf } from '../../engine/feeds/server-of.ts';
import type { Messages } from '../../engine/messages/index.ts';
import { type AccountChecksOptions, proxyCheck } from './account-checks.ts';
import { absent, attention, type Check, type Finding, fails, works } from './check.ts';
import type { StreamTime } from './stream-times.ts';
import { timeWords } from './units.ts';

export interface FeedChecksOptions extends Pick<AccountChecksOptions, 'proxyFor'> {
  readonly feeds: readonly Feed[];
  readonly streamTime: (feedId: string) => StreamTime | undefined;
  /** The state of the feed's connection, as a sentence. */
  readonly wordState: (feed: Feed, messages: Messages) => string;
}

/**
 * What can be looked at for each feed, and for the way to each server that has one. Of addresses, only the host
 * is told: paths and topics may be known to nobody else.
 */
export function feedChecks(options: FeedChecksOptions): Check[] {
  const running = options.feeds.filter(({ state }) => state !== null);
  const origins = [...new Set(running.map(({ stored }) => serverOf(stored.connection)))];
  return [
    ...origins.map((origin) => proxyCheck(origin, 'feeds', options)),
    ...options.feeds.map((feed) => feedCheck(feed, options)),
  ];
}

function feedCheck(feed: Feed, { streamTime, wordState }: FeedChecksOptions): Check {
  const { state, stored, ruleProblem } = feed;
  return {
    id: `feed ${stored.id}`,
    group: 'feeds',
    title: (m) => m.diagnostics.title.stream(stored.name),
    run(): Finding {
      const words = (m: Messages) => wordState(feed, m);
      if (state === null) return absent(words);
      if (state.name === 'refused') return fails(words, (m) => m.diagnostics.feed.refusedAdvice);
      const time = streamTime(stored.id);
      if (time === undefined) return attention(words);
      // Some servers end a connection after each event: that it was made anew often means nothing.
      const say: Finding['say'] = (m, locale) =>
        m.diagnostics.stream.since(words(m), timeWords(time.since, locale));
      if (state.name !== 'online') return attention(say, (m) => m.diagnostics.stream.waitAdvice);
      if (ruleProblem === null) return works(say);
      return attention(say, (m) => m.diagnostics.feed.ruleAdvice);
    },
  };
}
