import { beforeEach, describe, expect, test } from 'vitest';
import { noSecrets } from '../../../../src-main/engine/feeds/feed-secrets.ts';
import { plainRule } from '../../../../src-main/engine/feeds/notices/notice-rule.ts';
import { paceTimes } from '../../../../src-main/engine/streaming/pace.ts';
import {
  bearer,
  emptyDisk,
  type FeedsBench,
  feedsBench,
  keptFor,
  mqttOf,
  newFeed,
  reconnected,
  sseOf,
  storedFeed,
} from '../../../support/feeds-bench.ts';
import { anEvent } from '../../../support/played-links.ts';

let bench: FeedsBench;

beforeEach(() => {
  bench = feedsBench();
});

const names = () => bench.feeds.all().map(({ stored }) => stored.name);

describe('a start', () => {
  test('lists all that is stored at once, in its order, and connects each', async () => {
    bench.disk.feeds = [storedFeed('build'), storedFeed('door'), storedFeed('mail', { on: false })];
    const started = bench.feeds.start();
    expect(names()).toEqual(['build', 'door', 'mail']);
    await started;
    expect(bench.links.all.map(({ connection }) => connection.url)).toEqual([
      'https://build.example/events',
      'https://door.example/events',
    ]);
    expect(bench.feeds.all().map(({ state }) => state?.name ?? null)).toEqual([
      'connecting',
      'connecting',
      null,
    ]);
    expect(bench.saves()).toBe(0);
  });

  test('of two with the same id the first counts', async () => {
    bench.disk.feeds = [storedFeed('build'), storedFeed('build', { name: 'twin' })];
    await bench.feeds.start();
    expect(names()).toEqual(['build']);
  });

  test('forgets from where feeds went on that are gone', async () => {
    const disk = emptyDisk();
    const feeds = feedsBench({ disk });
    await feeds.online(storedFeed('build'), storedFeed('door'));
    feeds.links.of('build.example').access.cursor.set('7');
    feeds.links.of('door.example').access.cursor.set('8');
    feeds.feeds.stop();
    disk.feeds = [storedFeed('build')];
    const again = feedsBench({ disk });
    await again.feeds.start();
    again.feeds.stop();
    expect(JSON.parse(disk.cursors ?? '')).toMatchObject({
      cursors: { 'feed-build000': { link: '7' } },
    });
    expect(disk.cursors).not.toContain('feed-door');
  });
});

describe('adding', () => {
  test('makes a feed with an id and a colour of its own, which connects and is kept', () => {
    const id = bench.feeds.add(newFeed('build'), noSecrets);
    const other = bench.feeds.add(newFeed('door'), noSecrets);
    expect(id).toMatch(/^feed-[a-z0-9]{8}$/);
    expect(other).not.toBe(id);
    const [first, second] = bench.disk.feeds;
    expect(first).toMatchObject({ id, name: 'build', on: true, proven: false, addedBy: 'user' });
    expect(first?.color).not.toBe(second?.color);
    expect(bench.links.all).toHaveLength(2);
    expect(bench.feeds.get(id)?.state).toEqual({ name: 'connecting' });
    expect([...bench.disk.tokens]).toEqual([]);
  });

  test('numbers one whose name another has: what comes of the two must be told apart', () => {
    for (const name of ['build', 'build', 'build', 'x'.repeat(100), 'x'.repeat(100)]) {
      bench.feeds.add(newFeed(name, { connection: sseOf('build.example') }), noSecrets);
    }
    const long = 'x'.repeat(97);
    expect(names()).toEqual(['build', 'build #2', 'build #3', `${long}xxx`, `${long} #2`]);
  });

  test('the demo keeps nothing on the disk', () => {
    bench.feeds.add(newFeed('build'), noSecrets);
    bench.feeds.add(newFeed('played', { addedBy: 'demo' }), noSecrets);
    expect(names()).toEqual(['build', 'played']);
    expect(bench.disk.feeds.map(({ name }) => name)).toEqual(['build']);
  });
});

describe('coming online', () => {
  test('is kept once: from then on a page in the place of the feed is an outage', async () => {
    await bench.online(storedFeed('build'));
    const { access } = bench.links.of('build.example');
    expect(access.isProven()).toBe(true);
    expect(bench.disk.feeds).toEqual([storedFeed('build', { proven: true })]);
    await reconnected(bench, 'build.example');
    expect(bench.saves()).toBe(1);
    expect(bench.states.map(([, state]) => state)).toEqual([
      'connecting',
      'subscribing',
      'online',
      'waiting',
      'connecting',
      'subscribing',
      'online',
    ]);
  });

  test('feeds of one server take turns, whatever their systems', async () => {
    const websocket = {
      system: 'websocket',
      url: 'wss://build.example/live',
      protocols: [],
      hello: [],
      silentAfter: null,
      resume: null,
    } as const;
    bench.disk.feeds = [
      storedFeed('build'),
      storedFeed('live', { connection: { ...websocket, protocols: [], hello: [] } }),
      storedFeed('door'),
    ];
    await bench.feeds.start();
    const opened = () => bench.links.all.map(({ sockets }) => sockets.length);
    expect(opened()).toEqual([1, 0, 1]);
    // It has lost nothing: it is about to connect, and says so once.
    expect(bench.feeds.get('feed-live0000')?.state).toEqual({ name: 'connecting' });
    await bench.clock.advance(paceTimes.gap);
    expect(opened()).toEqual([1, 1, 1]);
    expect(bench.states.filter(([id]) => id === 'feed-live0000')).toEqual([
      ['feed-live0000', 'connecting'],
    ]);
  });

  test('one that gets through after the network was gone lets the others try', async () => {
    await bench.online(storedFeed('build'), storedFeed('door'), storedFeed('mail'));
    await bench.clock.advance(10_000);
    const gone = (reason: 'no-route' | 'server-error') =>
      ({ kind: 'judged', verdict: { kind: 'retry', reason, notBeforeMs: 60_000 } }) as const;
    bench.links.socketOf('build.example').end(gone('no-route'));
    bench.links.socketOf('door.example').end(gone('no-route'));
    bench.links.socketOf('mail.example').end(gone('server-error'));
    const opened = (host: string) => bench.links.of(host).sockets.length;
    bench.feeds.retry('feed-build000');
    expect(opened('door.example')).toBe(1);
    bench.links.socketOf('build.example').open();
    expect(opened('door.example')).toBe(2);
    // That its server is there is not said by any other.
    expect(opened('mail.example')).toBe(1);
  });
});

describe('a change', () => {
  beforeEach(() => bench.online(storedFeed('build', { proven: true })));

  const change = (fields: Partial<ReturnType<typeof newFeed>>) =>
    bench.feeds.change('feed-build000', { ...newFeed('build'), ...fields }, null);

  test('of name and rule is kept and in effect at once, without another connection', async () => {
    const rule = { ...plainRule, title: 'Built {name}' };
    await change({ name: 'The build', rule });
    expect(bench.disk.feeds).toEqual([
      storedFeed('build', { name: 'The build', rule, proven: true }),
    ]);
    expect(bench.links.all).toHaveLength(1);
    bench.links.socketOf('build.example').receive(anEvent({ name: 'suzu' }));
    expect(bench.toasts()).toEqual([expect.stringMatching(/^Built suzu: /)]);
  });

  test('of the connection replaces it, and goes on from where it was', async () => {
    bench.links.of('build.example').access.cursor.set('7');
    const old = bench.links.socketOf('build.example');
    await change({ connection: { ...sseOf('build.example'), events: ['done'] } });
    expect(old.terminated).toBe(true);
    await bench.clock.advance(paceTimes.gap);
    expect(bench.links.all).toHaveLength(2);
    expect(bench.links.of('build.example').access.cursor.get()).toBe('7');
    expect(bench.links.of('build.example').access.isProven()).toBe(true);
    old.receive(anEvent('late'));
    expect(bench.toasts()).toEqual([]);
  });

  test('of the address begins anew there', async () => {
    bench.links.of('build.example').access.cursor.set('7');
    await change({ connection: sseOf('ci.example') });
    expect(bench.links.of('ci.example').access.cursor.get()).toBeNull();
    expect(bench.links.of('ci.example').access.isProven()).toBe(false);
    expect(bench.disk.feeds[0]?.proven).toBe(false);
  });

  test('of the address hears nothing more from the one before, not even while secrets are looked for', async () => {
    const old = bench.links.socketOf('build.example');
    const { cursor } = bench.links.of('build.example').access;
    const changed = bench.feeds.change(
      'feed-build000',
      { ...newFeed('build'), connection: sseOf('ci.example') },
      { headers: {}, username: 'mei', password: null, keepPassword: false },
    );
    expect(old.terminated).toBe(true);
    expect(bench.feeds.get('feed-build000')?.state).toEqual({ name: 'connecting' });
    expect(cursor.get()).toBeNull();
    await changed;
    expect(bench.links.of('ci.example').access.secrets.username).toBe('mei');
  });

  test('of secrets wants to know at once whether the server takes them', async () => {
    await bench.feeds.change('feed-build000', newFeed('build'), {
      headers: {},
      username: 'mei',
      password: null,
      keepPassword: false,
    });
    await bench.clock.advance(paceTimes.gap);
    bench.links
      .socketOf('build.example')
      .end({ kind: 'judged', verdict: { kind: 'refuse', reason: 'feed-credentials' } });
    expect(bench.feeds.get('feed-build000')?.state).toEqual({
      name: 'refused',
      reason: 'feed-credentials',
    });
  });

  test('is not needed where a server that took the secrets before refuses them once', async () => {
    bench.links
      .socketOf('build.example')
      .end({ kind: 'judged', verdict: { kind: 'refuse', reason: 'feed-credentials' } });
    expect(bench.feeds.get('feed-build000')?.state).toMatchObject({
      name: 'waiting',
      reason: 'rejected',
    });
  });

  test('of secrets leaves none behind where the feed is removed while the keyring takes its time', async () => {
    let unlock: (text: string | null) => void = () => {};
    const has = { headers: ['Authorization'], username: false, password: false };
    bench = feedsBench();
    bench.tokens.load = () => new Promise((resolve) => (unlock = resolve));
    bench.disk.feeds = [storedFeed('build', { has, on: false })];
    await bench.feeds.start();
    const changed = bench.feeds.change('feed-build000', newFeed('build'), {
      headers: { Authorization: 'Bearer new' },
      username: null,
      password: null,
      keepPassword: false,
    });
    await bench.feeds.remove('feed-build000');
    unlock(JSON.stringify(bearer('old')));
    await changed;
    expect([...bench.disk.tokens]).toEqual([]);
  });

  test('of a feed that is gone does nothing', async () => {
    await bench.feeds.remove('feed-build000');
    await change({ name: 'late' });
    expect(bench.disk.feeds).toEqual([]);
  });
});

describe('switching off', () => {
  test('ends the connection and keeps everything else; on again goes on', async () => {
    await bench.online(storedFeed('build'));
    bench.links.of('build.example').access.cursor.set('7');
    const socket = bench.links.socketOf('build.example');
    bench.feeds.setOn('feed-build000', false);
    expect(socket.terminated).toBe(true);
    expect(bench.feeds.get('feed-build000')?.state).toBeNull();
    expect(bench.disk.feeds[0]?.on).toBe(false);
    bench.feeds.nudge();
    bench.feeds.reconnect();
    await bench.clock.advance(120_000);
    expect(bench.links.all).toHaveLength(1);
    bench.feeds.setOn('feed-build000', true);
    await bench.clock.advance(paceTimes.gap);
    bench.links.socketOf('build.example').open();
    expect(bench.feeds.get('feed-build000')?.state).toEqual({ name: 'online' });
    expect(bench.links.of('build.example').access.cursor.get()).toBe('7');
  });
});

describe('removing', () => {
  test('leaves no trace: not of its notices, its place, its secrets', async () => {
    await bench.online(storedFeed('build'), storedFeed('door'));
    bench.disk.tokens.set('feed-build000', 'kept');
    bench.links.of('build.example').access.cursor.set('7');
    bench.links.socketOf('build.example').receive(anEvent('done'));
    bench.links.socketOf('door.example').receive(anEvent('open'));
    expect(bench.bell.history.accountIds()).toHaveLength(2);
    await bench.feeds.remove('feed-build000');
    bench.feeds.stop();
    expect(names()).toEqual(['door']);
    expect(bench.disk.feeds.map(({ name }) => name)).toEqual(['door']);
    expect(bench.bell.history.accountIds()).toEqual(['feed-door0000']);
    expect(bench.disk.cursors).not.toContain('feed-build');
    expect([...bench.disk.tokens]).toEqual([]);
    expect(bench.feeds.seen('feed-build000')).toEqual({ events: [], count: 0 });
  });
});

describe('what a server keeps for a feed', () => {
  const left = () => bench.links.left.map((url) => new URL(url).host);
  const elsewhere = { ...newFeed('build'), connection: sseOf('ci.example') };

  test('it is to forget once the feed is removed, also one that is off', async () => {
    await bench.online(storedFeed('build'), storedFeed('door'));
    await bench.feeds.remove('feed-build000');
    bench.feeds.setOn('feed-door0000', false);
    expect(left()).toEqual(['build.example']);
    await bench.feeds.remove('feed-door0000');
    expect(left()).toEqual(['build.example', 'door.example']);
  });

  test('or has another address', async () => {
    await bench.online(storedFeed('build'));
    await bench.feeds.change('feed-build000', elsewhere, null);
    expect(left()).toEqual(['build.example']);
  });

  test('it keeps as long as the feed is there, and never had of one that was never online', async () => {
    await bench.online(storedFeed('build', { proven: true }));
    await reconnected(bench, 'build.example');
    bench.feeds.setOn('feed-build000', false);
    bench.feeds.setOn('feed-build000', true);
    await bench.feeds.add(newFeed('door'), noSecrets);
    const [, door] = bench.feeds.all();
    await bench.feeds.remove(door?.stored.id ?? '');
    bench.feeds.stop();
    expect(left()).toEqual([]);
  });
});

test('moving changes the order, also on the disk', async () => {
  await bench.online(storedFeed('build'), storedFeed('door'), storedFeed('mail'));
  bench.feeds.move('feed-mail0000', 0);
  bench.feeds.move('feed-build000', 99);
  bench.feeds.move('feed-gone0000', 1);
  expect(names()).toEqual(['mail', 'door', 'build']);
  expect(bench.disk.feeds.map(({ name }) => name)).toEqual(['mail', 'door', 'build']);
  expect(bench.feeds.get('feed-mail0000')?.state).toEqual({ name: 'online' });
});

describe('trying again', () => {
  const refused = {
    kind: 'judged',
    verdict: { kind: 'refuse', reason: 'feed-credentials' },
  } as const;

  test('is the way out of a refusal, which a nudge is not', async () => {
    bench.disk.feeds = [storedFeed('build')];
    await bench.feeds.start();
    bench.links.socketOf('build.example').end(refused);
    expect(bench.feeds.get('feed-build000')?.state).toEqual({
      name: 'refused',
      reason: 'feed-credentials',
    });
    bench.feeds.nudge();
    await bench.clock.advance(120_000);
    expect(bench.links.of('build.example').sockets).toHaveLength(1);
    bench.feeds.retry('feed-build000');
    expect(bench.links.of('build.example').sockets).toHaveLength(2);
  });

  test('while it waits it need not wait longer', async () => {
    await bench.online(storedFeed('build'));
    await bench.clock.advance(10_000);
    bench.links.socketOf('build.example').end({ kind: 'closed', code: 1006 });
    bench.feeds.retry('feed-build000');
    expect(bench.links.of('build.example').sockets).toHaveLength(2);
  });
});

test('after the end nothing runs, and nothing begins', async () => {
  await bench.online(storedFeed('build'), storedFeed('door'));
  bench.feeds.stop();
  bench.feeds.setOn('feed-build000', false);
  bench.feeds.setOn('feed-build000', true);
  bench.feeds.retry('feed-door0000');
  bench.feeds.nudge();
  bench.feeds.reconnect();
  await bench.clock.advance(120_000);
  expect(bench.links.all.flatMap(({ sockets }) => sockets).every((one) => one.terminated)).toBe(
    true,
  );
  expect(bench.clock.pending).toBe(0);
});

describe('feeds from another Suzu', () => {
  const { proven: _p, addedBy: _a, ...portable } = storedFeed('build');

  test('one that is not here is added, and connects once the user switched it on', async () => {
    const open = { ...portable, id: 'feed-open0000', connection: sseOf('open.example') };
    expect(bench.feeds.restore(open)).toBe(true);
    expect(bench.feeds.restore({ ...open, id: 'feed-off00000', on: false })).toBe(false);
    await bench.clock.advance(120_000);
    expect(bench.links.all).toEqual([]);
    expect(bench.feeds.all().map(({ state }) => state)).toEqual([null, null]);
    bench.feeds.setOn('feed-open0000', true);
    expect(bench.feeds.get('feed-open0000')?.state).toEqual({ name: 'connecting' });
  });

  test('one that is not here says which secrets to type', async () => {
    const has = { headers: ['Authorization'], username: false, password: false };
    bench.feeds.restore({ ...portable, has });
    bench.feeds.setOn('feed-build000', true);
    await bench.clock.advance(0);
    expect(bench.feeds.get('feed-build000')).toMatchObject({
      state: { name: 'refused', reason: 'feed-secrets' },
      secrets: { headers: ['Authorization'], username: null, hasPassword: false },
    });
    expect(bench.disk.feeds[0]).toEqual({ ...storedFeed('build'), has });
  });

  test('a client id that Suzu drew is drawn anew, since the other Suzu goes on with it', () => {
    const mqtt = (id: string, clientId: string) =>
      bench.feeds.restore({
        ...portable,
        id,
        connection: { ...mqttOf(`${clientId}.example`), clientId },
      });
    mqtt('feed-drawn000', 'suzu-abcd');
    mqtt('feed-chosen00', 'kitchen');
    const ids = bench.feeds
      .all()
      .map(({ stored: { connection } }) => 'clientId' in connection && connection.clientId);
    expect(ids).toEqual([expect.stringMatching(/^suzu-[a-z0-9]{8}$/), 'kitchen']);
  });

  const has = { headers: [], username: false, password: true };
  const none = { headers: [], username: false, password: false };
  const front = { ...portable, id: 'feed-door0000', name: 'Front door', has: none };

  beforeEach(() => {
    const sesame = { ...noSecrets, password: 'sesame' };
    bench.disk.tokens.set('feed-door0000', keptFor('door.example', sesame));
  });

  test('one that is here keeps its secrets and its place in the list', async () => {
    await bench.online(storedFeed('door', { has }), storedFeed('mail'));
    const connection = { ...sseOf('door.example'), url: 'https://door.example/front' };
    expect(bench.feeds.restore({ ...front, connection })).toBe(false);
    await bench.clock.advance(paceTimes.gap);
    expect(names()).toEqual(['Front door', 'mail']);
    const link = bench.links.all.at(-1);
    expect(link?.connection.url).toBe('https://door.example/front');
    expect(link?.access.secrets.password).toBe('sesame');
    expect(bench.disk.feeds[0]).toMatchObject({ name: 'Front door', has, on: true });
    expect(link?.access.isProven()).toBe(false);
  });

  test('one that is here and leads elsewhere waits for the user, and takes no secret along', async () => {
    await bench.online(storedFeed('door', { has, proven: true }));
    expect(bench.feeds.restore(front)).toBe(true);
    expect(bench.links.all[0]?.sockets[0]?.terminated).toBe(true);
    bench.feeds.setOn('feed-door0000', true);
    await bench.clock.advance(120_000);
    expect(bench.links.all).toHaveLength(2);
    expect(bench.links.of('build.example').access.secrets).toEqual(noSecrets);
    expect(bench.links.of('build.example').access.isProven()).toBe(false);
  });
});
