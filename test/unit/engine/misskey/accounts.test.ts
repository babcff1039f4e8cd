import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  type AccountStore,
  Accounts,
  type StoredAccount,
  type TokenStore,
} from '../../../../src-main/engine/misskey/accounts.ts';
import { userSchema } from '../../../../src-main/engine/misskey/schemas.ts';
import type { NewAccount } from '../../../../src-main/engine/misskey/sign-in.ts';
import type { ConnectionState } from '../../../../src-main/engine/streaming/connection.ts';
import { type BellBench, bellBench } from '../../../support/bell-bench.ts';
import { apiFailure, type FakeApi, fakeApi } from '../../../support/fake-api.ts';
import { settle } from '../../../support/fake-clock.ts';
import { confirm, connectsOf, goOnline, receiveEvent } from '../../../support/fake-misskey.ts';
import { type FakeSockets, fakeSockets } from '../../../support/fake-socket.ts';
import { rawMe, rawNotification, rawUser } from '../../../support/samples.ts';

const example = { origin: 'https://example.social', host: 'example.social' };
const elsewhere = { origin: 'https://other.example', host: 'other.example' };
const alice = 'alice@example.social';

const stored = (username: string, fields: Partial<StoredAccount> = {}): StoredAccount => ({
  id: `${username}@example.social`,
  origin: example.origin,
  userId: `user-${username}`,
  username,
  name: username,
  avatarUrl: null,
  color: '#2f6fde',
  timeline: 'home',
  addedBy: 'miauth',
  ...fields,
});

const newAccount = (
  username: string,
  token = `token-of-${username}`,
  server = example,
): NewAccount => ({
  server,
  token,
  user: v.parse(userSchema, rawUser({ id: `user-${username}`, username, name: username })),
});

let bench: BellBench;
let api: FakeApi;
let sockets: FakeSockets;
/** Origin and token of every socket, oldest first. */
let opened: string[];
let saves: (readonly StoredAccount[])[];
let onDisk: readonly StoredAccount[];
let tokens: Map<string, string>;
let tokenStore: TokenStore;
let states: [string, ConnectionState['name']][];
let accountChanges: number;
let accounts: Accounts;

function make({ keepTimelines = false } = {}): Accounts {
  const store: AccountStore = {
    load: () => onDisk,
    save: (all) => {
      onDisk = all;
      saves.push(all);
    },
  };
  return new Accounts({
    store,
    tokens: tokenStore,
    keepTimelines,
    around: {
      clock: bench.clock,
      random: () => 0,
      fetch: api.fetch,
      socketOpener: (origin, token) => (handlers) => {
        opened.push(`${origin} ${token}`);
        return sockets.open(handlers);
      },
      bell: bench.bell,
      history: bench.history,
      log: bench.log,
    },
    listener: {
      onAccounts: () => {
        accountChanges += 1;
      },
      onState: (id, { name }) => void states.push([id, name]),
      onTimelineChange: () => {},
      onTimelineStatus: () => {},
    },
  });
}

beforeEach(() => {
  bench = bellBench();
  api = fakeApi();
  sockets = fakeSockets();
  opened = [];
  saves = [];
  onDisk = [];
  tokens = new Map();
  tokenStore = {
    load: async (id) => tokens.get(id) ?? null,
    save: async (id, token) => void tokens.set(id, token),
    forget: async (id) => void tokens.delete(id),
  };
  states = [];
  accountChanges = 0;
  // Tokens are named after their owners.
  api.answer('i', ({ token }) => {
    const username = token?.match(/token-of-(\w+)/)?.[1] ?? 'alice';
    return rawMe({ id: `user-${username}`, username, name: `${username} at present` });
  });
  api.answer('i/notifications', () => []);
  api.answer('notes/timeline', () => []);
  api.answer('notes/local-timeline', () => []);
  accounts = make();
});

const ids = () => accounts.all().map((account) => account.stored.id);

describe('starting', () => {
  test('connects what is stored with its token, in order', async () => {
    onDisk = [
      stored('alice'),
      stored('bob', { id: 'bob@other.example', origin: elsewhere.origin }),
    ];
    tokens = new Map([
      [alice, 'token-of-alice'],
      ['bob@other.example', 'token-of-bob'],
    ]);
    await accounts.start();
    expect(ids()).toEqual([alice, 'bob@other.example']);
    expect(opened).toEqual([
      'https://example.social token-of-alice',
      'https://other.example token-of-bob',
    ]);
    expect(accountChanges).toBe(1);
  });

  test('accounts on one host connect 1.5 s apart, those on another at once', async () => {
    onDisk = [
      stored('alice'),
      stored('bob'),
      stored('carol', { id: 'carol@other.example', origin: elsewhere.origin }),
      stored('dave'),
    ];
    for (const { id, username } of onDisk) tokens.set(id, `token-of-${username}`);
    await accounts.start();
    const openedBy = () => opened.map((line) => line.split('token-of-')[1]);
    expect(openedBy()).toEqual(['alice', 'carol']);
    await bench.clock.advance(1_499);
    expect(openedBy()).toHaveLength(2);
    await bench.clock.advance(1);
    expect(openedBy()).toEqual(['alice', 'carol', 'bob']);
    await bench.clock.advance(1_500);
    expect(openedBy()).toEqual(['alice', 'carol', 'bob', 'dave']);
  });

  test('one without a readable token says so, and the others go on', async () => {
    onDisk = [stored('alice'), stored('bob')];
    tokens.set('bob@example.social', 'token-of-bob');
    await accounts.start();
    expect(accounts.get(alice)?.state).toEqual({ name: 'refused', reason: 'token-missing' });
    expect(accounts.get(alice)?.source).toBeNull();
    await bench.clock.advance(1_500);
    expect(opened).toEqual(['https://example.social token-of-bob']);
  });

  test('never keeps fewer accounts than there are: a kill in the middle loses none', async () => {
    onDisk = [stored('alice'), stored('bob'), stored('carol')];
    await accounts.start();
    expect(saves.every((all) => all.length === 3)).toBe(true);
  });

  test('a token that was given meanwhile is not replaced by the stored one', async () => {
    onDisk = [stored('alice')];
    let answer = (_token: string | null) => {};
    tokenStore.load = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const started = accounts.start();
    await settle();
    await accounts.add(newAccount('alice', 'new-token-of-alice'), 'miauth');
    answer('old-token-of-alice');
    await started;
    expect(opened).toEqual(['https://example.social new-token-of-alice']);
  });

  test('nor is it called missing', async () => {
    onDisk = [stored('alice')];
    let answer = (_token: string | null) => {};
    tokenStore.load = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const started = accounts.start();
    await settle();
    await accounts.add(newAccount('alice', 'new-token-of-alice'), 'miauth');
    answer(null);
    await started;
    expect(accounts.get(alice)?.state).toEqual({ name: 'connecting' });
  });

  test('a token that was given while an account waits its turn is the one that is used', async () => {
    onDisk = [stored('alice'), stored('bob')];
    for (const { id, username } of onDisk) tokens.set(id, `token-of-${username}`);
    await accounts.start();
    await accounts.add(newAccount('bob', 'new-token-of-bob'), 'miauth');
    await bench.clock.advance(10_000);
    expect(opened.filter((line) => line.endsWith('of-bob')).at(-1)).toBe(
      'https://example.social new-token-of-bob',
    );
    expect(opened.some((line) => line === 'https://example.social token-of-bob')).toBe(false);
  });

  test('an account that is removed while it waits its turn does not connect', async () => {
    onDisk = [stored('alice'), stored('bob')];
    for (const { id, username } of onDisk) tokens.set(id, `token-of-${username}`);
    await accounts.start();
    await accounts.remove('bob@example.social');
    await bench.clock.advance(10_000);
    expect(opened).toEqual(['https://example.social token-of-alice']);
  });
});

describe('stopping', () => {
  test('leaves no timer and no socket', async () => {
    onDisk = [stored('alice'), stored('bob')];
    for (const { id, username } of onDisk) tokens.set(id, `token-of-${username}`);
    await accounts.start();
    goOnline(sockets.last);
    await settle();
    accounts.openTimeline(alice, 'home');
    accounts.stop();
    expect(bench.clock.pending).toBe(0);
    expect(sockets.alive).toBe(0);
  });

  test('also while tokens are still being read', async () => {
    onDisk = [stored('alice')];
    tokens.set(alice, 'token-of-alice');
    const started = accounts.start();
    accounts.stop();
    await started;
    expect(opened).toEqual([]);
    expect(bench.clock.pending).toBe(0);
  });
});

describe('adding', () => {
  test('keeps the account without its token, and the token apart', async () => {
    const id = await accounts.add(newAccount('alice'), 'miauth');
    expect(id).toBe(alice);
    expect(onDisk).toEqual([
      {
        id: alice,
        origin: 'https://example.social',
        userId: 'user-alice',
        username: 'alice',
        name: 'alice',
        avatarUrl: 'https://example.social/identicon/bob',
        color: expect.stringMatching(/^#[0-9a-f]{6}$/),
        timeline: 'home',
        addedBy: 'miauth',
      },
    ]);
    expect(JSON.stringify([saves, bench.log.lines, bench.trace])).not.toContain('token-of');
    expect([...tokens]).toEqual([[alice, 'token-of-alice']]);
    expect(opened).toEqual(['https://example.social token-of-alice']);
  });

  test('the same account again only brings a new token', async () => {
    await accounts.add(newAccount('alice'), 'miauth');
    const color = onDisk[0]?.color;
    expect(await accounts.add(newAccount('alice', 'new-token-of-alice'), 'token')).toBe(alice);
    expect(ids()).toEqual([alice]);
    expect(onDisk[0]).toMatchObject({ color, addedBy: 'miauth' });
    expect(tokens.get(alice)).toBe('new-token-of-alice');
    expect(sockets.all[0]?.terminated).toBe(true);
    expect(sockets.alive).toBe(1);
  });

  test('an account whose access was revoked is online again with the new token', async () => {
    await accounts.add(newAccount('alice'), 'miauth');
    api.answer('i', () => apiFailure(401, 'AUTHENTICATION_FAILED'));
    sockets.last.end({ kind: 'rejected', status: 401, retryAfterMs: null });
    await settle();
    expect(accounts.get(alice)?.state).toEqual({ name: 'refused', reason: 'token-invalid' });
    api.answer('i', () => rawMe({ id: 'user-alice' }));
    await accounts.add(newAccount('alice', 'new-token-of-alice'), 'miauth');
    goOnline(sockets.last);
    expect(accounts.get(alice)?.state).toEqual({ name: 'online' });
  });

  test('another person of the same name, after the server was set up anew, is another account', async () => {
    await accounts.add(newAccount('alice'), 'miauth');
    const other = newAccount('alice');
    const id = await accounts.add({ ...other, user: { ...other.user, id: 'user-new' } }, 'miauth');
    expect(id).toBe('alice@example.social#2');
    expect(ids()).toEqual([alice, id]);
  });

  test('each account gets a colour of its own while there are any', async () => {
    for (let n = 0; n < 9; n += 1) await accounts.add(newAccount(`user${n}`), 'miauth');
    const colors = onDisk.map(({ color }) => color);
    expect(new Set(colors.slice(0, 7)).size).toBe(7);
    expect(colors.slice(7)).toEqual(['#808080', '#808080']);
  });

  test('the demo’s account is not kept: it ends with its server', async () => {
    await accounts.add(newAccount('alice'), 'demo');
    expect(ids()).toEqual([alice]);
    expect(onDisk).toEqual([]);
    expect([...tokens]).toEqual([]);
    expect(opened).toHaveLength(1);
  });

  test('a keyring that waits for its password does not keep the account from connecting', async () => {
    tokenStore.save = () => new Promise(() => {});
    void accounts.add(newAccount('alice'), 'miauth');
    await settle();
    expect(opened).toHaveLength(1);
    expect(ids()).toEqual([alice]);
  });

  test('what the server says of the account after connecting is kept', async () => {
    await accounts.add(newAccount('alice'), 'miauth');
    goOnline(sockets.last);
    await settle();
    expect(onDisk[0]?.name).toBe('alice at present');
    expect(accounts.get(alice)?.me?.policies).toEqual({ ltlAvailable: true, gtlAvailable: true });
  });
});

describe('by its token alone, from the command line', () => {
  async function online(token: string): Promise<string> {
    const id = await accounts.addByToken(example, token);
    goOnline(sockets.last);
    await settle();
    return id;
  }

  test('is known by its server until the server says who it is', async () => {
    const id = await accounts.addByToken(example, 'token-of-alice');
    expect(id).toBe('example.social');
    expect(onDisk[0]).toMatchObject({ id, userId: null, username: null, addedBy: 'command-line' });
    goOnline(sockets.last);
    await settle();
    expect(onDisk[0]).toMatchObject({ id, userId: 'user-alice', username: 'alice' });
    expect(tokens.get(id)).toBe('token-of-alice');
  });

  test('again: the new token takes the place of the old', async () => {
    await online('token-of-alice');
    await online('new-token-of-alice');
    expect(ids()).toEqual(['example.social']);
    expect(tokens.get('example.social')).toBe('new-token-of-alice');
    expect(sockets.alive).toBe(1);
  });

  test('again, for somebody else: what was kept of the first is forgotten', async () => {
    const id = await online('token-of-alice');
    receiveEvent(sockets.last, 'main', 'notification', rawNotification('n1'));
    expect(bench.history.unread(id)).toBe(1);
    await online('token-of-bob');
    expect(onDisk[0]).toMatchObject({ id, userId: 'user-bob' });
    expect(bench.history.newest(10)).toEqual([]);
  });

  test('for an account that is here already: its twin goes, and the account has the new token', async () => {
    await accounts.add(newAccount('alice'), 'miauth');
    goOnline(sockets.last);
    await settle();
    await online('new-token-of-alice');
    expect(ids()).toEqual([alice]);
    expect([...tokens]).toEqual([[alice, 'new-token-of-alice']]);
    expect(onDisk.map(({ id }) => id)).toEqual([alice]);
    expect(opened.at(-1)).toBe('https://example.social new-token-of-alice');
    expect(sockets.alive).toBe(1);
    expect(bench.history.accountIds()).not.toContain('example.social');
  });

  test('on two servers: two accounts', async () => {
    await accounts.addByToken(example, 'token-of-alice');
    await accounts.addByToken(elsewhere, 'token-of-alice');
    expect(ids()).toEqual(['example.social', 'other.example']);
  });
});

describe('removing', () => {
  test('leaves nothing behind: no socket, no token, no notice, no line, no toast', async () => {
    await accounts.add(newAccount('alice'), 'miauth');
    goOnline(sockets.last);
    await settle();
    receiveEvent(sockets.last, 'main', 'notification', rawNotification('n1'));
    accounts.openTimeline(alice, 'home');
    await accounts.remove(alice);
    expect(ids()).toEqual([]);
    expect(onDisk).toEqual([]);
    expect([...tokens]).toEqual([]);
    expect(bench.history.newest(10)).toEqual([]);
    expect(bench.file.lines.join()).not.toContain('alice');
    expect(bench.told.closed).toEqual([`${alice}/n1`]);
    expect(sockets.alive).toBe(0);
    expect(bench.clock.pending).toBe(0);
  });

  test('what is on its way is not kept either', async () => {
    await accounts.add(newAccount('alice'), 'miauth');
    const release = api.hold('i/notifications', () => [rawNotification('n1')]);
    goOnline(sockets.last);
    await settle();
    await accounts.remove(alice);
    release();
    await settle();
    expect(bench.file.lines.join()).not.toContain('alice');
    expect(bench.history.accountIds()).toEqual([]);
  });

  test('of one leaves the others alone', async () => {
    await accounts.add(newAccount('alice'), 'miauth');
    await accounts.add(newAccount('bob'), 'miauth');
    await accounts.remove(alice);
    expect(ids()).toEqual(['bob@example.social']);
    expect(sockets.alive).toBe(1);
    expect([...tokens.keys()]).toEqual(['bob@example.social']);
  });

  test('of one that is not there does nothing', async () => {
    await accounts.remove('nobody');
    expect(saves).toEqual([]);
  });
});

describe('timelines', () => {
  const channels = (index: number) => {
    const socket = sockets.all[index];
    return socket === undefined ? [] : connectsOf(socket).map(({ channel }) => channel);
  };

  test('one is open at a time, and the one that was looked at last is kept', async () => {
    await accounts.add(newAccount('alice'), 'miauth');
    goOnline(sockets.last);
    await accounts.add(newAccount('bob'), 'miauth');
    goOnline(sockets.last);
    accounts.openTimeline(alice, 'local');
    accounts.openTimeline('bob@example.social', 'home');
    expect(accounts.get(alice)?.source?.timeline).toBeNull();
    expect(accounts.get('bob@example.social')?.source?.timeline?.name).toBe('home');
    expect(onDisk.map(({ timeline }) => timeline)).toEqual(['local', 'home']);
    accounts.closeTimelines();
    expect(accounts.get('bob@example.social')?.source?.timeline).toBeNull();
    accounts.openTimeline('nobody', 'home');
  });

  test('whoever looks at one goes on looking after a new token', async () => {
    await accounts.add(newAccount('alice'), 'miauth');
    goOnline(sockets.last);
    accounts.openTimeline(alice, 'local');
    await accounts.add(newAccount('alice', 'new-token-of-alice'), 'miauth');
    goOnline(sockets.last);
    expect(channels(1)).toEqual(['main', 'localTimeline']);
  });

  test('kept for the trace they stay connected, although nobody looks', async () => {
    accounts = make({ keepTimelines: true });
    await accounts.add(newAccount('alice'), 'miauth');
    goOnline(sockets.last);
    expect(channels(0)).toEqual(['main', 'homeTimeline']);
    confirm(sockets.last, 'homeTimeline');
    accounts.closeTimelines();
    expect(accounts.get(alice)?.source?.timeline?.name).toBe('home');
  });
});

test('a nudge reaches every account', async () => {
  await accounts.add(newAccount('alice'), 'miauth');
  goOnline(sockets.last);
  await accounts.add(newAccount('bob'), 'miauth');
  goOnline(sockets.last);
  accounts.nudge();
  expect(sockets.all.map(({ pings }) => pings)).toEqual([1, 1]);
});

test('the states of an account are told with its id', async () => {
  await accounts.add(newAccount('alice'), 'miauth');
  goOnline(sockets.last);
  expect(states).toEqual([
    [alice, 'connecting'],
    [alice, 'subscribing'],
    [alice, 'online'],
  ]);
});
