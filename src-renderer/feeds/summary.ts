import type { FeedView } from '../../src-main/ipc/contract.ts';
import type { Messages } from '../messages/index.ts';

type States = readonly Pick<FeedView, 'state'>[];

/** Those that came to a stop which only the user can end. */
export function stoppedFeeds<Feed extends Pick<FeedView, 'state'>>(
  feeds: readonly Feed[],
): readonly Feed[] {
  return feeds.filter(({ state }) => state === 'refused');
}

/** How all feeds are, in a few words: what needs the user before all else. */
export function feedsSummary(feeds: States, words: Messages['feeds']): string {
  const stopped = stoppedFeeds(feeds).length;
  if (stopped > 0) return words.attention(stopped);
  const running = feeds.filter(({ state }) => state !== null);
  if (running.length === 0) return words.allOff;
  const online = running.filter(({ state }) => state === 'online').length;
  return online === running.length ? words.allOnline : words.someOnline(online, running.length);
}

/** What a feed is: its preset or its system, and where. */
export function feedKind(
  { preset, connection, host }: Pick<FeedView, 'preset' | 'connection' | 'host'>,
  words: Messages['feeds'],
): string {
  return words.what(preset ?? words.systems[connection.system], host);
}
