import { describe, expect, test } from 'vitest';
import {
  type AccountChecksOptions,
  accountChecks,
} from '../../../../src-main/desktop/diagnostics/account-checks.ts';
import { createServerProbe } from '../../../../src-main/desktop/diagnostics/server-probe.ts';
import { createStreamTimes } from '../../../../src-main/desktop/diagnostics/stream-times.ts';
import { messagesIn } from '../../../../src-main/engine/messages/index.ts';
import type { Account } from '../../../../src-main/engine/misskey/account-list.ts';
import { usualPolicies } from '../../../../src-main/engine/misskey/api/schemas.ts';
import { freshAccount } from '../../../../src-main/engine/misskey/stored-account.ts';
import { manualClock } from '../../../support/manual-clock.ts';

const m = messagesIn('en');
const origin = 'https://example.social';
const clock = manualClock();

function account(given: Partial<Account> = {}): Account {
  const server = { origin, host: 'example.social' };
  return {
    stored: freshAccount('alice@example.social', server, 'token', []),
    state: { name: 'online' },
    me: null,
    policies: usualPolicies,
    source: null,
    ...given,
  };
}

interface Answered {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The findings by id, of an account whose server answers so. */
async function found(answer: Answered, given: Partial<AccountChecksOptions> = {}) {
  const { status = 200, body = { version: '2026.5.1' }, headers = {} } = answer;
  const asked: string[] = [];
  const probe = createServerProbe(async (url) => {
    asked.push(url);
    return new Response(JSON.stringify(body), { status, headers });
  }, clock);
  const checks = accountChecks({
    accounts: [account()],
    probe,
    streamTime: () => ({ since: clock.now(), online: 1 }),
    handle: () => '@alice@example.social',
    wordState: ({ state }) => state.name,
    wordError: (error) => error.kind,
    proxyFor: async () => 'DIRECT',
    ...given,
  });
  const entries = await Promise.all(
    checks.map(async ({ id, run }) => {
      const { state, say } = await run();
      return [id.split(' ')[0], { state, text: say(m, 'en') }] as const;
    }),
  );
  return { ...Object.fromEntries(entries), asked };
}

const date = (offsetMs: number) => ({ date: new Date(clock.now() + offsetMs).toUTCString() });

describe('the server', () => {
  test('that answers is told with its version, and asked once for everything', async () => {
    const { server, asked } = await found({ headers: date(0) });
    expect(server).toEqual({ state: 'works', text: 'It answers in 0 ms (Misskey 2026.5.1).' });
    expect(asked).toEqual([`${origin}/api/meta`]);
  });

  test('that has a problem, or is none of Misskey, is told as a failed call is', async () => {
    expect((await found({ status: 503 }))['server']).toEqual({
      state: 'fails',
      text: 'server-error',
    });
    expect((await found({ body: '<html>' }))['server']).toEqual({
      state: 'fails',
      text: 'not-misskey',
    });
  });
});

describe('the clock', () => {
  test.each([
    [-59_000, 'works'],
    [30_000, 'works'],
    [70_000, 'attention'],
    [-70_000, 'attention'],
    [86_400_000, 'attention'],
  ])('of a server that is %d ms ahead: %s', async (offset, state) => {
    expect((await found({ headers: date(offset) }))['clock']?.state).toBe(state);
  });

  test('an answer that a cache kept is not taken for a clock that is off', async () => {
    const headers = { ...date(-600_000), age: '600' };
    expect((await found({ headers }))['clock']?.state).toBe('works');
  });

  test.each([{}, { date: 'yesterday' }, { ...date(0), age: 'old' }])(
    'is not judged by a server that does not tell the time: %j',
    async (headers) => {
      expect((await found({ headers }))['clock']?.state).toBe('absent');
    },
  );
});

describe('the proxy', () => {
  test.each([
    ['DIRECT', 'works', 'The server is reached directly.'],
    [
      'PROXY cache.example:3128; DIRECT',
      'works',
      'The server is reached through a proxy: PROXY cache.example:3128',
    ],
    [
      'SOCKS5 me:secret@[::1]:1080',
      'works',
      'The server is reached through a proxy: SOCKS5 [::1]:1080',
    ],
    ['', 'attention', m.diagnostics.proxy.failed],
    ['nonsense <b>', 'attention', m.diagnostics.proxy.failed],
  ])('%s', async (answer, state, text) => {
    const { proxy } = await found({}, { proxyFor: async () => answer });
    expect(proxy).toEqual({ state, text });
  });
});

describe('the connection', () => {
  const stream = async (given: Partial<Account>, online = 1) =>
    (
      await found(
        {},
        { accounts: [account(given)], streamTime: () => ({ since: clock.now(), online }) },
      )
    )['stream']?.state;

  test.each([
    ['works', { name: 'online' }, 1],
    ['attention', { name: 'online' }, 21],
    ['attention', { name: 'connecting' }, 0],
    ['attention', { name: 'waiting', reason: 'unreachable', retryAt: 0 }, 3],
    ['fails', { name: 'refused', reason: 'token-invalid' }, 1],
  ] as const)('%s: %j, online %d times', async (expected, state, online) => {
    expect(await stream({ state }, online)).toBe(expected);
  });

  test('since when, and how often, comes from the trace', () => {
    const times = createStreamTimes(clock);
    const seen: unknown[] = [];
    const trace = times.tap((event) => seen.push(event));
    trace({ at: 'stream', account: 'a', state: 'connecting' });
    trace({ at: 'stream', account: 'a', state: 'online' });
    const since = clock.now();
    clock.advance(1_000);
    trace({ at: 'stream', account: 'a', state: 'online' });
    trace({ at: 'notice', account: 'a', id: 'n', type: 'test' });
    expect(times.get('a')).toMatchObject({ since, online: 1 });
    expect(times.get('b')).toBeUndefined();
    expect(seen).toHaveLength(4);
  });
});

describe('the access', () => {
  test('of a guest is not needed, and one that cannot be read is told', async () => {
    const guest = account();
    const { token } = await found(
      {},
      { accounts: [{ ...guest, stored: { ...guest.stored, addedBy: 'guest' } }] },
    );
    expect(token?.state).toBe('absent');
    expect((await found({}))['token']).toEqual({
      state: 'fails',
      text: m.diagnostics.token.missing,
    });
  });
});
