import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LiveBench, liveBench } from '../../support/live-bench.ts';

let live: LiveBench;

beforeEach(async () => {
  live = await liveBench();
});

afterEach(() => live.end());

describe('endings', () => {
  /** Adds the account to a server that will not have it; resolves to the state in which that ends. */
  async function endsAs(
    name: 'refused' | 'waiting',
    token = live.server.issueToken(live.server.account),
  ) {
    const accountId = await live.engine.accounts.addByToken(live.named, token);
    return live.engine.waitForState(accountId, name);
  }

  test('a token that the server does not know', async () => {
    expect(await endsAs('refused', 'A'.repeat(32))).toEqual({
      name: 'refused',
      reason: 'token-invalid',
    });
    expect(live.server.upgrades.map(({ status }) => status)).toEqual([401]);
  });

  test('a token that lacks read:account', async () => {
    const token = live.server.issueToken(live.server.account, ['read:notifications']);
    expect(await endsAs('refused', token)).toMatchObject({ reason: 'permission-missing' });
  });

  test('a token that no header can carry', async () => {
    expect(await endsAs('refused', 'two\nlines')).toMatchObject({ reason: 'token-invalid' });
  });

  test('a suspended account', async () => {
    live.server.suspend(live.server.account);
    expect(await endsAs('refused')).toMatchObject({ reason: 'suspended' });
    expect(live.server.upgrades.map(({ status }) => status)).toEqual([403]);
  });

  test('a 401 of a proxy, while the account is well', async () => {
    live.server.refuseUpgradesWith(401);
    expect(await endsAs('waiting')).toMatchObject({ reason: 'rejected' });
  });

  test('a server that is no Misskey server', async () => {
    live.server.refuseUpgradesWith({ status: 200, body: '<!doctype html>' });
    live.server.answerApiWith('*', { status: 200, body: '<!doctype html><title>A shop</title>' });
    expect(await endsAs('refused')).toMatchObject({ reason: 'not-misskey' });
  });

  test('a server that asks to wait', async () => {
    live.server.refuseUpgradesWith({ status: 429, headers: { 'retry-after': '30' } });
    const before = Date.now();
    const state = await endsAs('waiting');
    expect(state).toMatchObject({ reason: 'rate-limited' });
    expect(state.name === 'waiting' && state.retryAt - before).toBeGreaterThanOrEqual(30_000);
  });

  test('a server in trouble', async () => {
    live.server.refuseUpgradesWith({ status: 502, body: '<html>' });
    expect(await endsAs('waiting')).toMatchObject({ reason: 'server-error' });
  });

  test('a server that is away', async () => {
    await live.server.stop();
    expect(await endsAs('waiting')).toMatchObject({ reason: 'unreachable' });
  });

  test('access that is revoked while the stream is open: it goes on, and the next connect is refused', async () => {
    const token = live.server.issueToken(live.server.account);
    const accountId = await live.online(token);
    live.server.revokeToken(token);
    await live.mark('still delivered');
    live.server.dropConnections();
    expect(await live.engine.waitForState(accountId, 'refused')).toMatchObject({
      reason: 'token-invalid',
    });
    // Signing in again is the way out.
    await live.engine.accounts.addByToken(live.named, live.server.issueToken(live.server.account));
    await live.engine.waitForState(accountId, 'online');
  });

  test('a page of somebody else, once the server is known: it passes', async () => {
    const accountId = await live.online();
    live.server.refuseUpgradesWith({ status: 200, body: '<!doctype html>' });
    live.server.answerApiWith('*', { status: 200, body: '<!doctype html>Back soon' });
    live.server.dropConnections();
    await live.engine.waitFor(() => {
      const state = live.engine.accounts.get(accountId)?.state;
      return state?.name === 'waiting' && state.reason === 'sign-in-page';
    });
    live.server.refuseUpgradesWith(null);
    live.server.answerApiWith('*', null);
    await live.engine.waitForState(accountId, 'online');
  });
});
