import { beforeEach, describe, expect, test } from 'vitest';
import {
  accountsBench,
  alice,
  elsewhere,
  example,
  newAccount,
  stored,
} from '../../../support/accounts-bench.ts';
import { settle } from '../../../support/fake-clock.ts';

let bench: ReturnType<typeof accountsBench>;

beforeEach(() => {
  bench = accountsBench();
});

const idsOf = () => bench.accounts.all().map(({ stored: { id } }) => id);

describe('watching a server as a guest', () => {
  test('connects without a token, and keeps none', () => {
    const id = bench.accounts.watchServer(example);
    expect(id).toBe('example.social');
    expect(bench.opened).toEqual(['https://example.social null']);
    expect(bench.disk.accounts).toMatchObject([
      { id, addedBy: 'guest', userId: null, timeline: 'local' },
    ]);
    expect([...bench.tokens]).toEqual([]);
  });

  test('a server that is watched already is not watched twice', () => {
    const first = bench.accounts.watchServer(example);
    expect(bench.accounts.watchServer(example)).toBe(first);
    expect(bench.accounts.watchServer(elsewhere)).not.toBe(first);
    expect(idsOf()).toHaveLength(2);
  });

  test('goes on after a restart, without asking for a token', async () => {
    bench.disk.accounts = [stored('x', { id: 'example.social', addedBy: 'guest', userId: null })];
    await bench.accounts.start();
    expect(bench.opened).toEqual(['https://example.social null']);
    expect(bench.states.map(([, state]) => state)).not.toContain('refused');
  });

  test('ends when somebody signs in there', async () => {
    bench.accounts.watchServer(example);
    bench.accounts.watchServer(elsewhere);
    await bench.accounts.add(newAccount('alice'), 'miauth');
    expect(idsOf()).toEqual(['other.example', alice]);
  });

  test('can be ended', async () => {
    const id = bench.accounts.watchServer(example);
    await bench.accounts.remove(id);
    expect([idsOf(), bench.disk.accounts]).toEqual([[], []]);
    expect(bench.sockets.alive).toBe(0);
  });
});

describe('the order of accounts', () => {
  test.each([
    ['bob', 0, ['bob', 'alice', 'carol']],
    ['alice', 1, ['bob', 'alice', 'carol']],
    ['alice', 2, ['bob', 'carol', 'alice']],
    ['alice', 99, ['bob', 'carol', 'alice']],
    ['carol', 2, ['alice', 'bob', 'carol']],
    ['nobody', 0, ['alice', 'bob', 'carol']],
  ])('%s to %i', async (username, index, order) => {
    bench.disk.accounts = ['alice', 'bob', 'carol'].map((name) => stored(name));
    await bench.accounts.start();
    bench.accounts.move(`${username}@example.social`, index);
    const wanted = order.map((name) => `${name}@example.social`);
    expect(idsOf()).toEqual(wanted);
    expect(bench.disk.accounts.map(({ id }) => id)).toEqual(wanted);
  });
});

describe('low presence', () => {
  test('is kept, and takes effect without a new start', async () => {
    await bench.accounts.add(newAccount('alice'), 'miauth');
    bench.accounts.setPresence(alice, 'polling');
    await settle();
    expect(bench.disk.accounts).toMatchObject([{ id: alice, presence: 'polling' }]);
    expect(bench.sockets.alive).toBe(0);
    expect(bench.accounts.get(alice)?.state).toEqual({ name: 'online', reason: 'polling' });
  });

  test('is there from the start', async () => {
    bench.tokens.set(alice, 'token-of-alice');
    bench.disk.accounts = [stored('alice', { presence: 'polling' })];
    await bench.accounts.start();
    await settle();
    expect(bench.sockets.all).toEqual([]);
    expect(bench.accounts.get(alice)?.state.name).toBe('online');
  });

  test('of one leaves the others alone', async () => {
    await bench.accounts.add(newAccount('alice'), 'miauth');
    await bench.accounts.add(newAccount('bob'), 'miauth');
    await bench.turn();
    bench.accounts.setPresence(alice, 'polling');
    expect(bench.sockets.alive).toBe(1);
  });
});
