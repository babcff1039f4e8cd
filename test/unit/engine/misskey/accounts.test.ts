import { beforeEach, describe, expect, test } from 'vitest';
import { startingChoices } from '../../../../src-main/engine/misskey/notes/emoji-choices.ts';
import { startingPins } from '../../../../src-main/engine/misskey/timelines/pins.ts';
import {
  type AccountsBench,
  accountsBench,
  alice,
  elsewhere,
  example,
  newAccount,
} from '../../../support/accounts-bench.ts';
import { apiFailure } from '../../../support/fake-api.ts';
import { settle } from '../../../support/fake-clock.ts';
import { goOnline, receiveEvent } from '../../../support/fake-misskey.ts';
import { rawMe, rawNotification } from '../../../support/samples.ts';

let bench: AccountsBench;

beforeEach(() => {
  bench = accountsBench();
});

describe('adding', () => {
  test('keeps the account without its token, and the token apart', async () => {
    const id = await bench.accounts.add(newAccount('alice'), 'miauth');
    expect(id).toBe(alice);
    expect(bench.disk.accounts).toEqual([
      {
        id: alice,
        origin: 'https://example.social',
        userId: 'user-alice',
        username: 'alice',
        name: 'alice',
        avatarUrl: 'https://example.social/identicon/bob',
        color: expect.stringMatching(/^#[0-9a-f]{6}$/),
        timelines: startingPins,
        timeline: 'home',
        addedBy: 'miauth',
        presence: 'stream',
        canAnswer: true,
        emojis: startingChoices,
      },
    ]);
    expect(JSON.stringify([bench.saves, bench.bell.log.lines, bench.bell.trace])).not.toContain(
      'token-of',
    );
    expect([...bench.tokens]).toEqual([[alice, 'token-of-alice']]);
    expect(bench.opened).toEqual(['https://example.social token-of-alice']);
  });

  test('the same account again only brings a new token', async () => {
    await bench.accounts.add(newAccount('alice'), 'miauth');
    const color = bench.disk.accounts[0]?.color;
    expect(await bench.accounts.add(newAccount('alice', 'new-token-of-alice'), 'token')).toBe(
      alice,
    );
    expect(bench.ids()).toEqual([alice]);
    expect(bench.disk.accounts[0]).toMatchObject({ color, addedBy: 'miauth' });
    expect(bench.tokens.get(alice)).toBe('new-token-of-alice');
    expect(bench.sockets.all[0]?.terminated).toBe(true);
    await bench.turn();
    expect(bench.sockets.alive).toBe(1);
  });

  test('an account whose access was revoked is online again with the new token', async () => {
    await bench.accounts.add(newAccount('alice'), 'miauth');
    bench.api.answer('i', () => apiFailure(401, 'AUTHENTICATION_FAILED'));
    bench.sockets.last.end({ kind: 'rejected', status: 401, retryAfterMs: null });
    await settle();
    expect(bench.accounts.get(alice)?.state).toEqual({ name: 'refused', reason: 'token-invalid' });
    bench.api.answer('i', () => rawMe({ id: 'user-alice' }));
    await bench.accounts.add(newAccount('alice', 'new-token-of-alice'), 'miauth');
    await bench.turn();
    goOnline(bench.sockets.last);
    expect(bench.accounts.get(alice)?.state).toEqual({ name: 'online' });
  });

  test('another person of the same name, after the server was set up anew, is another account', async () => {
    await bench.accounts.add(newAccount('alice'), 'miauth');
    const other = newAccount('alice');
    const id = await bench.accounts.add(
      { ...other, user: { ...other.user, id: 'user-new' } },
      'miauth',
    );
    expect(id).toBe('alice@example.social#2');
    expect(bench.ids()).toEqual([alice, id]);
  });

  test('each account gets a colour of its own while there are any', async () => {
    for (let n = 0; n < 9; n += 1) await bench.accounts.add(newAccount(`user${n}`), 'miauth');
    const colors = bench.disk.accounts.map(({ color }) => color);
    expect(new Set(colors.slice(0, 7)).size).toBe(7);
    expect(colors.slice(7)).toEqual(['#808080', '#808080']);
  });

  test('the demo’s account is not kept: it ends with its server', async () => {
    await bench.accounts.add(newAccount('alice'), 'demo');
    expect(bench.ids()).toEqual([alice]);
    expect(bench.disk.accounts).toEqual([]);
    expect([...bench.tokens]).toEqual([]);
    expect(bench.opened).toHaveLength(1);
  });

  test('a keyring that waits for its password does not keep the account from connecting', async () => {
    bench.tokenStore.save = () => new Promise(() => {});
    void bench.accounts.add(newAccount('alice'), 'miauth');
    await settle();
    expect(bench.opened).toHaveLength(1);
    expect(bench.ids()).toEqual([alice]);
  });

  test('what the server says of the account after connecting is kept', async () => {
    await bench.accounts.add(newAccount('alice'), 'miauth');
    goOnline(bench.sockets.last);
    await settle();
    expect(bench.disk.accounts[0]?.name).toBe('alice at present');
    expect(bench.accounts.get(alice)?.me?.policies).toEqual({
      ltlAvailable: true,
      gtlAvailable: true,
      btlAvailable: false,
    });
  });
});

describe('by its token alone, from the command line', () => {
  async function online(token: string): Promise<string> {
    const id = await bench.accounts.addByToken(example, token);
    await bench.turn();
    goOnline(bench.sockets.last);
    await settle();
    return id;
  }

  test('is known by its server until the server says who it is', async () => {
    const id = await bench.accounts.addByToken(example, 'token-of-alice');
    expect(id).toBe('example.social');
    expect(bench.disk.accounts[0]).toMatchObject({
      id,
      userId: null,
      username: null,
      addedBy: 'command-line',
    });
    goOnline(bench.sockets.last);
    await settle();
    expect(bench.disk.accounts[0]).toMatchObject({ id, userId: 'user-alice', username: 'alice' });
    expect(bench.tokens.get(id)).toBe('token-of-alice');
  });

  test('again: the new token takes the place of the old', async () => {
    await online('token-of-alice');
    await online('new-token-of-alice');
    expect(bench.ids()).toEqual(['example.social']);
    expect(bench.tokens.get('example.social')).toBe('new-token-of-alice');
    expect(bench.sockets.alive).toBe(1);
  });

  test('again, for somebody else: what was kept of the first is forgotten', async () => {
    const id = await online('token-of-alice');
    receiveEvent(bench.sockets.last, 'main', 'notification', rawNotification('n1'));
    expect(bench.bell.history.unread(id)).toBe(1);
    await online('token-of-bob');
    expect(bench.disk.accounts[0]).toMatchObject({ id, userId: 'user-bob' });
    expect(bench.bell.history.newest(10)).toEqual([]);
  });

  test('for an account that is here already: its twin goes, and the account has the new token', async () => {
    await bench.accounts.add(newAccount('alice'), 'miauth');
    goOnline(bench.sockets.last);
    await settle();
    await online('new-token-of-alice');
    await bench.turn();
    expect(bench.ids()).toEqual([alice]);
    expect([...bench.tokens]).toEqual([[alice, 'new-token-of-alice']]);
    expect(bench.disk.accounts.map(({ id }) => id)).toEqual([alice]);
    expect(bench.opened.at(-1)).toBe('https://example.social new-token-of-alice');
    expect(bench.sockets.alive).toBe(1);
    expect(bench.bell.history.accountIds()).not.toContain('example.social');
  });

  test('on two servers: two accounts', async () => {
    await bench.accounts.addByToken(example, 'token-of-alice');
    await bench.accounts.addByToken(elsewhere, 'token-of-alice');
    expect(bench.ids()).toEqual(['example.social', 'other.example']);
  });
});

describe('removing', () => {
  test('leaves nothing behind: no socket, no token, no notice, no line, no toast', async () => {
    await bench.accounts.add(newAccount('alice'), 'miauth');
    goOnline(bench.sockets.last);
    await settle();
    receiveEvent(bench.sockets.last, 'main', 'notification', rawNotification('n1'));
    bench.accounts.timelines.watch([{ accountId: alice, key: 'home' }]);
    await bench.accounts.remove(alice);
    expect(bench.ids()).toEqual([]);
    expect(bench.disk.accounts).toEqual([]);
    expect([...bench.tokens]).toEqual([]);
    expect(bench.bell.history.newest(10)).toEqual([]);
    expect(bench.bell.file.lines.join()).not.toContain('alice');
    expect(bench.bell.told.closed).toEqual([`${alice}/n1`]);
    expect(bench.sockets.alive).toBe(0);
    expect(bench.bell.clock.pending).toBe(0);
  });

  test('what is on its way is not kept either', async () => {
    await bench.accounts.add(newAccount('alice'), 'miauth');
    const release = bench.api.hold('i/notifications', () => [rawNotification('n1')]);
    goOnline(bench.sockets.last);
    await settle();
    await bench.accounts.remove(alice);
    release();
    await settle();
    expect(bench.bell.file.lines.join()).not.toContain('alice');
    expect(bench.bell.history.accountIds()).toEqual([]);
  });

  test('of one leaves the others alone', async () => {
    await bench.accounts.add(newAccount('alice'), 'miauth');
    await bench.accounts.add(newAccount('bob'), 'miauth');
    await bench.turn();
    await bench.accounts.remove(alice);
    expect(bench.ids()).toEqual(['bob@example.social']);
    expect(bench.sockets.alive).toBe(1);
    expect([...bench.tokens.keys()]).toEqual(['bob@example.social']);
  });

  test('of one that is not there does nothing', async () => {
    await bench.accounts.remove('nobody');
    expect(bench.saves).toEqual([]);
  });
});
