import { beforeEach, describe, expect, test } from 'vitest';
import {
  hasAll,
  isSecretive,
  namesAfter,
  namesOf,
  noSecrets,
  parseKeptSecrets,
  secretsAfter,
} from '../../../../src-main/engine/feeds/feed-secrets.ts';
import { paceTimes } from '../../../../src-main/engine/streaming/pace.ts';
import { settle } from '../../../support/fake-clock.ts';
import {
  bearer,
  type FeedsBench,
  feedsBench,
  keptFor,
  newFeed,
  sseOf,
  storedFeed,
} from '../../../support/feeds-bench.ts';

const full = {
  headers: { Authorization: 'Bearer sesame', Cookie: 'a=b' },
  username: 'alice',
  password: 'wonder',
};
const change = { headers: {}, username: null, password: null, keepPassword: false };

describe('a change of secrets', () => {
  test('without a word takes all away', () => {
    expect(secretsAfter(change, full)).toEqual(noSecrets);
    expect(namesAfter(change, true)).toEqual({ headers: [], username: false, password: false });
  });

  test('keeps what it says to keep, and takes what was typed', () => {
    const headers = { Authorization: null, 'X-Key': 'new' };
    const kept = { ...change, headers, username: 'bob', keepPassword: true };
    expect(secretsAfter(kept, full)).toEqual({
      headers: { Authorization: 'Bearer sesame', 'X-Key': 'new' },
      username: 'bob',
      password: 'wonder',
    });
    expect(namesAfter(kept, true)).toEqual({
      headers: ['Authorization', 'X-Key'],
      username: true,
      password: true,
    });
  });

  test('that is to keep what nobody knows leaves it missing', () => {
    const headers = { Authorization: null, constructor: null };
    const after = secretsAfter({ ...change, headers, keepPassword: true }, noSecrets);
    expect(after).toEqual(noSecrets);
    expect(hasAll(after, namesAfter({ ...change, headers }, false))).toBe(false);
    expect(hasAll(after, namesAfter({ ...change, keepPassword: true }, true))).toBe(false);
    expect(hasAll(after, { headers: [], username: true, password: false })).toBe(false);
  });

  test('names say which there are, and nothing of what they are', () => {
    expect(namesOf(full)).toEqual({
      headers: ['Authorization', 'Cookie'],
      username: true,
      password: true,
    });
    expect(hasAll(full, namesOf(full))).toBe(true);
    expect(isSecretive(namesOf(noSecrets))).toBe(false);
    expect(isSecretive(namesOf({ ...noSecrets, password: '' }))).toBe(true);
  });
});

test.each([
  '',
  'a token',
  '{}',
  '{"headers":{"bad name":"x"},"username":null,"password":null}',
  `{"headers":{"X":"${'x'.repeat(8_193)}"},"username":null,"password":null,"server":"https://a.example"}`,
  '{"headers":{},"username":null,"password":"x"}',
])('%.40j is none of a feed', (text) => {
  expect(parseKeptSecrets(text)).toBeNull();
});

describe('feeds with secrets', () => {
  let bench: FeedsBench;
  const id = 'feed-build000';
  const host = 'build.example';
  const has = { headers: ['Authorization'], username: false, password: false };
  const secretsOf = (of: string) => bench.links.of(of).access.secrets;
  const stateOf = (of: string) => bench.feeds.get(of)?.state;

  beforeEach(() => {
    bench = feedsBench();
  });

  test('are given to the server, kept in the token store, and nowhere else', () => {
    const added = bench.feeds.add(newFeed('build'), { ...bearer('sesame'), username: 'a' });
    expect(secretsOf(host)).toEqual({ ...bearer('sesame'), username: 'a' });
    expect(bench.disk.tokens.get(added)).toBe(keptFor(host, secretsOf(host)));
    expect(JSON.stringify(bench.disk.feeds)).not.toContain('sesame');
    expect(
      JSON.stringify(bench.feeds.all().map(({ stored, secrets }) => [stored, secrets])),
    ).not.toContain('sesame');
    expect(bench.feeds.get(added)?.secrets).toEqual({
      headers: ['Authorization'],
      username: 'a',
      hasPassword: false,
    });
  });

  test('are in use before the keyring took them', async () => {
    bench.tokens.save = () => new Promise(() => {});
    const added = bench.feeds.add(newFeed('build'), bearer('sesame'));
    expect(bench.feeds.get(added)?.state).toEqual({ name: 'connecting' });
    expect(secretsOf(host)).toEqual(bearer('sesame'));
    const { name, connection, rule } = newFeed('build');
    const headers = { Authorization: 'Bearer new' };
    await bench.feeds.change(added, { name, connection, rule }, { ...change, headers });
    await bench.clock.advance(paceTimes.gap);
    expect(secretsOf(host)).toEqual(bearer('new'));
  });

  test('of the demo are not kept', () => {
    bench.feeds.add(newFeed('build', { addedBy: 'demo' }), bearer('sesame'));
    expect(secretsOf(host)).toEqual(bearer('sesame'));
    expect([...bench.disk.tokens]).toEqual([]);
  });

  test('wait for the keyring, and no other feed waits with them', async () => {
    let open: (text: string) => void = () => {};
    bench.tokens.load = () =>
      new Promise((resolve) => {
        open = resolve;
      });
    bench.disk.feeds = [storedFeed('build', { has }), storedFeed('door')];
    const started = bench.feeds.start();
    await settle();
    expect(bench.links.all.map(({ connection }) => connection.url)).toEqual([
      'https://door.example/events',
    ]);
    expect(stateOf(id)).toEqual({ name: 'connecting' });
    open(keptFor(host, bearer('sesame')));
    await started;
    expect(secretsOf(host)).toEqual(bearer('sesame'));
  });

  test.each([
    ['gone', () => bench.feeds.remove(id)],
    ['off', async () => bench.feeds.setOn(id, false)],
    ['stopped', async () => bench.feeds.stop()],
  ])('one that is %s by the time the keyring opens does not connect', async (_how, act) => {
    let open: (text: string) => void = () => {};
    bench.tokens.load = () =>
      new Promise((resolve) => {
        open = resolve;
      });
    bench.disk.feeds = [storedFeed('build', { has })];
    const started = bench.feeds.start();
    await settle();
    await act();
    open(keptFor(host, bearer('sesame')));
    await started;
    expect(bench.links.all).toEqual([]);
  });

  test.each([
    ['missing', null],
    ['broken', 'nonsense'],
    ['others', keptFor('build.example', { ...noSecrets, password: 'x' })],
    ['another server’s', keptFor('other.example', bearer('sesame'))],
    ['nobody’s', JSON.stringify(bearer('sesame'))],
  ])(
    'that are %s keep the feed from connecting without them, and it says so',
    async (_how, text) => {
      if (text !== null) bench.disk.tokens.set(id, text);
      await bench.online(storedFeed('build', { has }));
      expect(bench.links.all).toEqual([]);
      expect(stateOf(id)).toEqual({ name: 'refused', reason: 'feed-secrets' });
      expect(bench.disk.tokens.get(id) ?? null).toBe(text);
    },
  );

  test('that can be read at a second try bring it online', async () => {
    await bench.online(storedFeed('build', { has }));
    bench.disk.tokens.set(id, keptFor(host, bearer('sesame')));
    bench.feeds.retry(id);
    await settle();
    expect(secretsOf(host)).toEqual(bearer('sesame'));
  });

  const { name, connection, rule } = storedFeed('build');
  const draft = { name, connection, rule };

  test('that change make it connect anew with them', async () => {
    bench.disk.tokens.set(id, keptFor(host, bearer('sesame')));
    await bench.online(storedFeed('build', { has }));
    const headers = { Authorization: 'Bearer new' };
    await bench.feeds.change(id, draft, { ...change, headers });
    await bench.clock.advance(paceTimes.gap);
    expect(bench.links.all).toHaveLength(2);
    expect(secretsOf(host)).toEqual(bearer('new'));
    expect(bench.disk.tokens.get(id)).toBe(keptFor(host, bearer('new')));
  });

  test('that are all to be kept change nothing', async () => {
    bench.disk.tokens.set(id, keptFor(host, bearer('sesame')));
    await bench.online(storedFeed('build', { has }));
    await bench.feeds.change(id, draft, { ...change, headers: { Authorization: null } });
    expect(bench.links.all).toHaveLength(1);
    expect(stateOf(id)).toEqual({ name: 'online' });
  });

  test('that are taken away are forgotten in the store, too', async () => {
    bench.disk.tokens.set(id, keptFor(host, bearer('sesame')));
    await bench.online(storedFeed('build', { has }));
    await bench.feeds.change(id, draft, change);
    expect([...bench.disk.tokens]).toEqual([]);
    expect(secretsOf(host)).toEqual(noSecrets);
    expect(bench.disk.feeds[0]?.has).toEqual({ headers: [], username: false, password: false });
  });

  test('of which a part cannot be read are not written over', async () => {
    bench.disk.tokens.set(id, 'sealed');
    const both = { headers: ['Authorization'], username: false, password: true };
    await bench.online(storedFeed('build', { has: both }));
    const headers = { Authorization: 'Bearer new' };
    await bench.feeds.change(id, draft, { ...change, headers, keepPassword: true });
    expect(stateOf(id)).toEqual({ name: 'refused', reason: 'feed-secrets' });
    expect(bench.disk.tokens.get(id)).toBe('sealed');
    await bench.feeds.change(id, draft, {
      ...change,
      headers: { Authorization: null },
      password: 'wonder',
    });
    expect(secretsOf(host)).toEqual({ ...bearer('new'), password: 'wonder' });
    expect(bench.disk.tokens.get(id)).toBe(keptFor(host, secretsOf(host)));
  });

  describe('at another address', () => {
    const elsewhere = { ...draft, connection: sseOf('other.example') };
    const refused = { name: 'refused', reason: 'feed-secrets' };

    beforeEach(async () => {
      bench.disk.tokens.set(id, keptFor(host, bearer('sesame')));
      await bench.online(storedFeed('build', { has }));
    });

    test.each([
      ['not named', null],
      ['to be kept', { ...change, headers: { Authorization: null } }],
    ])('none is sent that is %s, on the next run neither', async (_how, secrets) => {
      await bench.feeds.change(id, elsewhere, secrets);
      bench.feeds.retry(id);
      await settle();
      expect(stateOf(id)).toEqual(refused);
      bench.feeds.stop();
      const next = feedsBench({ disk: bench.disk });
      await next.feeds.start();
      expect([...bench.links.all, ...next.links.all]).toHaveLength(1);
      expect(next.feeds.get(id)?.state).toEqual(refused);
    });

    test('one that was typed for it is', async () => {
      await bench.feeds.change(id, elsewhere, { ...change, headers: { Authorization: 'new' } });
      expect(secretsOf('other.example').headers).toEqual({ Authorization: 'new' });
    });

    test('nothing is sent while the change waits for the keyring', async () => {
      const feeds = feedsBench({ disk: bench.disk });
      let open: (text: string) => void = () => {};
      feeds.tokens.load = () =>
        new Promise((resolve) => {
          open = resolve;
        });
      void feeds.feeds.start();
      await settle();
      void feeds.feeds.change(id, elsewhere, { ...change, headers: { Authorization: null } });
      feeds.feeds.retry(id);
      open(keptFor(host, bearer('sesame')));
      await settle();
      expect(feeds.links.all).toEqual([]);
    });

    test('of the same server they are sent as before', async () => {
      const connection = { ...sseOf(host), url: `https://${host}/other` };
      await bench.feeds.change(id, { ...draft, connection }, null);
      await bench.clock.advance(paceTimes.gap);
      expect(bench.links.all).toHaveLength(2);
      expect(bench.links.all[1]?.access.secrets).toEqual(bearer('sesame'));
    });
  });
});
