import type { FeedConnection } from './stored-feed.ts';
import { upgradeOrigin } from './upgrade.ts';

/**
 * Which server a feed is at, as its origin on the web: the one that gets to see what the feed proves itself
 * with. The same without encryption counts as another.
 */
export function serverOf({ url }: Pick<FeedConnection, 'url'>): string {
  return upgradeOrigin(url);
}
