import * as v from 'valibot';
import { expect, test } from 'vitest';
import { createDemoStarter } from '../../../src-main/assembly/demo-starter.ts';
import { rulesOf } from '../../../src-main/engine/feeds/feed-rules.ts';
import { storedFeedSchema } from '../../../src-main/engine/feeds/stored-feed.ts';
import { messagesIn } from '../../../src-main/engine/messages/index.ts';
import { accountsBench } from '../../support/accounts-bench.ts';
import { feedsBench } from '../../support/feeds-bench.ts';

const origin = 'http://127.0.0.1:4000';

/** A demo that is reached at this address. */
function bench(at: string) {
  const { accounts, api, bell } = accountsBench();
  const { feeds, disk } = feedsBench();
  const places: unknown[] = [];
  const start = createDemoStarter({
    demo: { start: async () => ({ origin: at, token: 'token-of-alice' }) },
    fetch: api.fetch,
    clock: bell.clock,
    accounts,
    feeds: () => feeds,
    messages: () => messagesIn('ja'),
    go: (to) => void places.push(to),
  });
  return { start, accounts, feeds, disk, places };
}

test('the account of the demo is marked as such, and its timeline opens', async () => {
  const { start, accounts, places } = bench(origin);
  await start();
  const [account] = accounts.all();
  expect(account?.stored).toMatchObject({ origin, username: 'alice', addedBy: 'demo' });
  expect(places).toEqual([{ view: 'timeline', accountId: account?.stored.id }]);
});

test('its feeds, one of each system, are named in the user’s language and never kept', async () => {
  const { start, feeds, disk } = bench(origin);
  await start();
  expect(
    feeds
      .all()
      .map(({ stored: { name, addedBy, connection } }) => [
        name,
        addedBy,
        connection.system,
        connection.url,
      ]),
  ).toEqual([
    ['ビルド', 'demo', 'sse', `${origin}/demo-feeds/builds`],
    ['家', 'demo', 'websocket', 'ws://127.0.0.1:4000/demo-feeds/doorbell'],
    ['植物', 'demo', 'mqtt', 'ws://127.0.0.1:4000/demo-feeds/mqtt'],
  ]);
  for (const { stored } of feeds.all()) {
    expect(v.is(storedFeedSchema, stored)).toBe(true);
    expect(rulesOf(stored, { get: () => undefined }).problem).toBeNull();
  }
  expect(disk.feeds).toEqual([]);
});

test('a second start adds neither account nor feeds again, but a feed that was removed', async () => {
  const { start, accounts, feeds, places } = bench(origin);
  await start();
  await start();
  expect(accounts.all()).toHaveLength(1);
  expect(feeds.all()).toHaveLength(3);
  await feeds.remove(feeds.all()[1]?.stored.id ?? '');
  await start();
  expect(feeds.all()).toHaveLength(3);
  feeds.stop();
  expect(places).toHaveLength(3);
});

test('a demo that cannot be reached adds nothing', async () => {
  const { start, accounts, feeds, places } = bench('nowhere');
  await expect(start()).rejects.toThrow('no address');
  expect(accounts.all()).toEqual([]);
  expect(feeds.all()).toEqual([]);
  expect(places).toEqual([]);
});
