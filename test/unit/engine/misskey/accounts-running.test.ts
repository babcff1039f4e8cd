import { beforeEach, describe, expect, test } from 'vitest';
import {
  type AccountsBench,
  accountsBench,
  alice,
  elsewhere,
  newAccount,
  stored,
} from '../../../support/accounts-bench.ts';
import { settle } from '../../../support/fake-clock.ts';
import { confirm, connectsOf, goOnline } from '../../../support/fake-misskey.ts';

let bench: AccountsBench;

beforeEach(() => {
  bench = accountsBench();
});

describe('starting', () => {
  test('connects what is stored with its token, in order', async () => {
    bench.disk.accounts = [
      stored('alice'),
      stored('bob', { id: 'bob@other.example', origin: elsewhere.origin }),
    ];
    bench.tokens.set(alice, 'token-of-alice');
    bench.tokens.set('bob@other.example', 'token-of-bob');
    await bench.accounts.start();
    expect(bench.ids()).toEqual([alice, 'bob@other.example']);
    expect(bench.opened).toEqual([
      'https://example.social token-of-alice',
      'https://other.example token-of-bob',
    ]);
    expect(bench.accountChanges()).toBe(1);
  });

  test('accounts on one host connect 1.5 s apart, those on another at once', async () => {
    bench.disk.accounts = [
      stored('alice'),
      stored('bob'),
      stored('carol', { id: 'carol@other.example', origin: elsewhere.origin }),
      stored('dave'),
    ];
    for (const { id, username } of bench.disk.accounts)
      bench.tokens.set(id, `token-of-${username}`);
    await bench.accounts.start();
    const openedBy = () => bench.opened.map((line) => line.split('token-of-')[1]);
    expect(openedBy()).toEqual(['alice', 'carol']);
    await bench.bell.clock.advance(1_499);
    expect(openedBy()).toHaveLength(2);
    await bench.bell.clock.advance(1);
    expect(openedBy()).toEqual(['alice', 'carol', 'bob']);
    await bench.bell.clock.advance(1_500);
    expect(openedBy()).toEqual(['alice', 'carol', 'bob', 'dave']);
  });

  test('one without a readable token says so, and the others go on', async () => {
    bench.disk.accounts = [stored('alice'), stored('bob')];
    bench.tokens.set('bob@example.social', 'token-of-bob');
    await bench.accounts.start();
    expect(bench.accounts.get(alice)?.state).toEqual({ name: 'refused', reason: 'token-missing' });
    expect(bench.accounts.get(alice)?.source).toBeNull();
    await bench.bell.clock.advance(1_500);
    expect(bench.opened).toEqual(['https://example.social token-of-bob']);
  });

  test('never keeps fewer accounts than there are: a kill in the middle loses none', async () => {
    bench.disk.accounts = [stored('alice'), stored('bob'), stored('carol')];
    await bench.accounts.start();
    expect(bench.saves.every((all) => all.length === 3)).toBe(true);
  });

  test('a token that was given meanwhile is not replaced by the stored one', async () => {
    bench.disk.accounts = [stored('alice')];
    let answer = (_token: string | null) => {};
    bench.tokenStore.load = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const started = bench.accounts.start();
    await settle();
    await bench.accounts.add(newAccount('alice', 'new-token-of-alice'), 'miauth');
    answer('old-token-of-alice');
    await started;
    expect(bench.opened).toEqual(['https://example.social new-token-of-alice']);
  });

  test('nor is it called missing', async () => {
    bench.disk.accounts = [stored('alice')];
    let answer = (_token: string | null) => {};
    bench.tokenStore.load = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const started = bench.accounts.start();
    await settle();
    await bench.accounts.add(newAccount('alice', 'new-token-of-alice'), 'miauth');
    answer(null);
    await started;
    expect(bench.accounts.get(alice)?.state).toEqual({ name: 'connecting' });
  });

  test('a token that was given while an account waits its turn is the one that is used', async () => {
    bench.disk.accounts = [stored('alice'), stored('bob')];
    for (const { id, username } of bench.disk.accounts)
      bench.tokens.set(id, `token-of-${username}`);
    await bench.accounts.start();
    await bench.accounts.add(newAccount('bob', 'new-token-of-bob'), 'miauth');
    await bench.bell.clock.advance(10_000);
    expect(bench.opened.filter((line) => line.endsWith('of-bob')).at(-1)).toBe(
      'https://example.social new-token-of-bob',
    );
    expect(bench.opened.some((line) => line === 'https://example.social token-of-bob')).toBe(false);
  });

  test('an account that is removed while it waits its turn does not connect', async () => {
    bench.disk.accounts = [stored('alice'), stored('bob')];
    for (const { id, username } of bench.disk.accounts)
      bench.tokens.set(id, `token-of-${username}`);
    await bench.accounts.start();
    await bench.accounts.remove('bob@example.social');
    await bench.bell.clock.advance(10_000);
    expect(bench.opened).toEqual(['https://example.social token-of-alice']);
  });
});

describe('stopping', () => {
  test('leaves no timer and no socket', async () => {
    bench.disk.accounts = [stored('alice'), stored('bob')];
    for (const { id, username } of bench.disk.accounts)
      bench.tokens.set(id, `token-of-${username}`);
    await bench.accounts.start();
    goOnline(bench.sockets.last);
    await settle();
    bench.accounts.timelines.watch([{ accountId: alice, key: 'home' }]);
    bench.accounts.stop();
    expect(bench.bell.clock.pending).toBe(0);
    expect(bench.sockets.alive).toBe(0);
  });

  test('also while tokens are still being read', async () => {
    bench.disk.accounts = [stored('alice')];
    bench.tokens.set(alice, 'token-of-alice');
    const started = bench.accounts.start();
    bench.accounts.stop();
    await started;
    expect(bench.opened).toEqual([]);
    expect(bench.bell.clock.pending).toBe(0);
  });
});

describe('timelines', () => {
  const channels = (index: number) => {
    const socket = bench.sockets.all[index];
    return socket === undefined ? [] : connectsOf(socket).map(({ channel }) => channel);
  };

  const bob = 'bob@example.social';
  const open = (id: string) => [...(bench.accounts.get(id)?.source?.timelines.keys() ?? [])];
  const look = (...timelines: readonly (readonly [accountId: string, key: string])[]) =>
    bench.accounts.timelines.watch(timelines.map(([accountId, key]) => ({ accountId, key })));

  async function aliceAndBob() {
    for (const name of ['alice', 'bob']) {
      await bench.accounts.add(newAccount(name), 'miauth');
      goOnline(bench.sockets.last);
      await settle();
    }
  }

  test('those that are looked at are open, in all accounts, and no others', async () => {
    await aliceAndBob();
    look([alice, 'local'], [bob, 'home'], [alice, 'home']);
    expect([open(alice), open(bob)]).toEqual([['home', 'local'], ['home']]);
    look([bob, 'home'], ['nobody', 'home'], [alice, 'list:not-pinned']);
    expect([open(alice), open(bob)]).toEqual([[], ['home']]);
    look();
    expect([open(alice), open(bob)]).toEqual([[], []]);
  });

  test('the one that was chosen is kept', async () => {
    await aliceAndBob();
    bench.accounts.timelines.select(alice, 'local');
    bench.accounts.timelines.select(bob, 'list:not-pinned');
    bench.accounts.timelines.select('nobody', 'home');
    expect(bench.disk.accounts.map(({ timeline }) => timeline)).toEqual(['local', 'home']);
  });

  test('whoever looks goes on looking after a new token', async () => {
    await bench.accounts.add(newAccount('alice'), 'miauth');
    goOnline(bench.sockets.last);
    look([alice, 'local'], [alice, 'home']);
    await bench.accounts.add(newAccount('alice', 'new-token-of-alice'), 'miauth');
    await bench.turn();
    goOnline(bench.sockets.last);
    expect(channels(1)).toEqual(['main', 'homeTimeline', 'localTimeline']);
  });

  test('whoever looks at an account without a connection sees it when that comes', async () => {
    bench.disk.accounts = [stored('alice')];
    await bench.accounts.start();
    look([alice, 'local']);
    await bench.accounts.add(newAccount('alice'), 'miauth');
    expect(open(alice)).toEqual(['local']);
  });

  test('a new token opens none that nobody looked at', async () => {
    await bench.accounts.add(newAccount('alice'), 'miauth');
    await bench.accounts.add(newAccount('alice', 'new-token-of-alice'), 'miauth');
    expect(open(alice)).toEqual([]);
  });

  test('kept for the trace the chosen one stays connected, although nobody looks', async () => {
    bench = accountsBench({ keepTimelines: true });
    await bench.accounts.add(newAccount('alice'), 'miauth');
    goOnline(bench.sockets.last);
    expect(channels(0)).toEqual(['main', 'homeTimeline']);
    confirm(bench.sockets.last, 'homeTimeline');
    look();
    expect(open(alice)).toEqual(['home']);
    bench.accounts.timelines.select(alice, 'local');
    expect(open(alice)).toEqual(['local']);
  });
});

test('a nudge reaches every account', async () => {
  await bench.accounts.add(newAccount('alice'), 'miauth');
  goOnline(bench.sockets.last);
  await bench.accounts.add(newAccount('bob'), 'miauth');
  await bench.turn();
  goOnline(bench.sockets.last);
  bench.accounts.nudge();
  expect(bench.sockets.all.map(({ pings }) => pings)).toEqual([1, 1]);
});

test('an account that gets through again shows the others that there is a network', async () => {
  const noNetwork = { kind: 'error', code: 'ENETUNREACH' } as const;
  await bench.accounts.add(newAccount('alice'), 'miauth');
  await bench.accounts.addByToken(elsewhere, 'token-of-bob');
  const [ofAlice, ofBob] = bench.sockets.all;
  ofAlice?.end(noNetwork);
  await bench.bell.clock.advance(1_900);
  ofBob?.end(noNetwork);
  await bench.bell.clock.advance(100);
  expect(bench.opened.slice(2)).toEqual(['https://example.social token-of-alice']);
  goOnline(bench.sockets.last);
  expect(bench.opened.slice(3)).toEqual(['https://other.example token-of-bob']);
});

test('the states of an account are told with its id', async () => {
  await bench.accounts.add(newAccount('alice'), 'miauth');
  goOnline(bench.sockets.last);
  expect(bench.states).toEqual([
    [alice, 'connecting'],
    [alice, 'subscribing'],
    [alice, 'online'],
  ]);
});
