import type { Demo } from '../demo/demo.ts';
import { noSecrets } from '../engine/feeds/feed-secrets.ts';
import type { Feeds } from '../engine/feeds/feeds.ts';
import type { Fetch } from '../engine/fetch.ts';
import type { Messages } from '../engine/messages/index.ts';
import type { Accounts } from '../engine/misskey/accounts.ts';
import { createApi } from '../engine/misskey/api/api.ts';
import { meSchema } from '../engine/misskey/api/schemas.ts';
import { parseServerName } from '../engine/misskey/api/server-name.ts';
import type { Clock } from '../engine/streaming/clock.ts';
import type { WindowFeed } from '../ipc/window-feed.ts';
import { demoFeeds } from './demo-feeds.ts';

export interface DemoStarterOptions {
  readonly demo: Pick<Demo, 'start'>;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly accounts: Pick<Accounts, 'add'>;
  readonly feeds: () => Pick<Feeds, 'all' | 'add'>;
  readonly messages: () => Messages;
  readonly go: WindowFeed['go'];
}

/**
 * Returns what starts the demo server, adds its account and its feeds, and leads to the account; that rejects when
 * it cannot be started. What is there already is not added again.
 */
export function createDemoStarter(options: DemoStarterOptions): () => Promise<void> {
  const { demo, fetch, clock, accounts, feeds, messages, go } = options;
  return async () => {
    const { origin, token } = await demo.start();
    const server = parseServerName(origin);
    if (server === null) throw new Error('the demo has no address');
    const user = await createApi({ origin, token, fetch, clock }).call('i', {}, meSchema);
    const accountId = await accounts.add({ server, token, user }, 'demo');
    go({ view: 'timeline', accountId });
    const known = new Set(
      feeds()
        .all()
        .map(({ stored }) => stored.connection.url),
    );
    const missing = demoFeeds(origin, messages()).filter(
      ({ connection }) => !known.has(connection.url),
    );
    for (const feed of missing) feeds().add(feed, noSecrets);
  };
}
