import type { Demo } from '../demo/demo.ts';
import type { Accounts } from '../engine/misskey/accounts.ts';
import { createApi, type Fetch } from '../engine/misskey/api/api.ts';
import { meSchema } from '../engine/misskey/api/schemas.ts';
import { parseServerName } from '../engine/misskey/api/server-name.ts';
import type { Clock } from '../engine/streaming/clock.ts';
import type { WindowFeed } from '../ipc/window-feed.ts';

export interface DemoStarterOptions {
  readonly demo: Pick<Demo, 'start'>;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly accounts: Pick<Accounts, 'add'>;
  readonly go: WindowFeed['go'];
}

/** Returns what starts the demo server, adds its account and leads there; that rejects when it cannot be started. */
export function createDemoStarter(options: DemoStarterOptions): () => Promise<void> {
  const { demo, fetch, clock, accounts, go } = options;
  return async () => {
    const { origin, token } = await demo.start();
    const server = parseServerName(origin);
    if (server === null) throw new Error('the demo has no address');
    const user = await createApi({ origin, token, fetch, clock }).call('i', {}, meSchema);
    const accountId = await accounts.add({ server, token, user }, 'demo');
    go({ view: 'timeline', accountId });
  };
}
