import type { StoredFeed } from '../../engine/feeds/stored-feed.ts';

/** What of a feed must not be in a report. */
export interface FeedNames {
  /** Stands there only if the user wants names in it. */
  readonly name: string;
  readonly host: string;
  /** What is asked for there: whoever knows it may be able to listen in. In no report at all. */
  readonly hidden: readonly string[];
}

/** Shorter ones say nothing, and stand in every text. */
const shortest = 4;

/** What a report about this feed is to be cleared of. */
export function feedNames({
  name,
  connection,
}: Pick<StoredFeed, 'name' | 'connection'>): FeedNames {
  const { host, pathname, search } = new URL(connection.url);
  const topics = connection.system === 'mqtt' ? connection.topics.map(({ filter }) => filter) : [];
  return {
    name,
    host,
    hidden: [`${pathname}${search}`, pathname, ...topics].filter(
      ({ length }) => length >= shortest,
    ),
  };
}
