import { beforeEach, describe, expect, test } from 'vitest';
import { apiFailure, htmlPage } from '../../../../support/fake-api.ts';
import { fakeStart, settle } from '../../../../support/fake-clock.ts';
import { rawMe } from '../../../../support/samples.ts';
import {
  check,
  granted,
  meta,
  nothing,
  type SignInBench,
  server,
  signInBench,
} from '../../../../support/sign-in-bench.ts';

let bench: SignInBench;

beforeEach(() => {
  bench = signInBench();
});

describe('before a browser opens', () => {
  test.each(['', 'alice', 'javascript:alert(1)', 'exa mple.social'])(
    '%j is told to be no server',
    async (typed) => {
      await bench.signIn.start(typed);
      expect(bench.states).toEqual([{ phase: 'failed', typed, error: 'serverName', server: null }]);
      expect(bench.api.calls).toEqual([]);
    },
  );

  test.each([
    ['nobody there', null, 'unreachable'],
    ['an HTML page', () => htmlPage(200), 'notMisskey'],
    ['nothing at that address', () => htmlPage(404), 'notMisskey'],
    ['another JSON', () => ({ version: '4.3' }), 'notMisskey'],
    ['a server in trouble', () => htmlPage(502), 'serverError'],
    ['too many questions', () => apiFailure(429, 'RATE_LIMIT_EXCEEDED'), 'rateLimited'],
    ['a server that knows no meta', () => apiFailure(400, 'NO_SUCH_ENDPOINT'), 'notMisskey'],
    ['a server without MiAuth', () => ({ ...meta, features: { miauth: false } }), 'noMiauth'],
  ])('%s', async (_what, answer, error) => {
    if (answer === null) {
      bench.api.answer('meta', () => {
        throw new TypeError('fetch failed');
      });
    } else {
      bench.api.answer('meta', answer);
    }
    await bench.signIn.start('Example.Social');
    expect(bench.states).toEqual([
      { phase: 'checking', typed: 'Example.Social' },
      { phase: 'failed', typed: 'Example.Social', error, server },
    ]);
    expect(bench.browser).toEqual([]);
    expect(bench.callbacks).toEqual([]);
    expect(await bench.leftovers()).toEqual(nothing);
  });

  test('the server is asked in full, and without a token', async () => {
    await bench.signIn.start('example.social');
    expect(bench.api.calls[0]).toEqual({
      endpoint: 'meta',
      parameters: { detail: true },
      token: null,
    });
  });
});

describe('waiting', () => {
  test('opens the consent page, and says until when', async () => {
    await bench.signIn.start(' @alice@EXAMPLE.social ');
    expect(bench.phases()).toEqual(['checking', 'waiting']);
    const state = bench.signIn.state;
    if (state.phase !== 'waiting') throw new Error('not waiting');
    expect(state.server).toEqual(server);
    expect(state.expiresAt).toBe(fakeStart + 10 * 60_000);
    expect(bench.browser).toEqual([state.url]);
    const url = new URL(state.url);
    expect(url.origin + url.pathname).toBe('https://example.social/miauth/uuid-1');
    expect(url.searchParams.get('callback')).toBe('http://127.0.0.1:5000/uuid-2');
    expect(url.searchParams.get('name')).toBe('Suzu');
  });

  test('the path of the callback is another secret than the session', async () => {
    await bench.signIn.start('example.social');
    expect(bench.callbacks[0]?.options.secret).toBe('uuid-2');
  });

  test('the page can be opened once more, but only while it is waited for', async () => {
    bench.signIn.reopenPage();
    await bench.signIn.start('example.social');
    bench.signIn.reopenPage();
    expect(bench.browser).toHaveLength(2);
    expect(bench.browser[0]).toBe(bench.browser[1]);
    bench.signIn.cancel();
    bench.signIn.reopenPage();
    expect(bench.browser).toHaveLength(2);
  });

  test('asks every 3 s', async () => {
    await bench.signIn.start('example.social');
    await bench.clock.advance(2_999);
    expect(bench.api.callsOf(check)).toHaveLength(0);
    await bench.clock.advance(1);
    expect(bench.api.callsOf(check)).toHaveLength(1);
    await bench.clock.advance(30_000);
    expect(bench.api.callsOf(check)).toHaveLength(11);
  });

  test('without a port to come back to it asks all the same', async () => {
    bench.played.openCallback = async () => {
      throw new Error('EMFILE');
    };
    await bench.signIn.start('example.social');
    expect(bench.signIn.state.phase).toBe('waiting');
    expect(bench.browser[0]).not.toContain('callback');
    bench.api.answer(check, () => granted);
    await bench.clock.advance(3_000);
    expect(bench.accounts).toHaveLength(1);
  });
});

describe('the user confirms', () => {
  const account = {
    server,
    token: 'granted-token',
    user: expect.objectContaining({ username: 'alice' }),
  };

  test('and the browser comes back', async () => {
    await bench.signIn.start('example.social');
    bench.api.answer(check, () => granted);
    expect(await bench.comeBack()).toBe('done');
    expect(bench.accounts).toEqual([account]);
    expect(bench.signIn.state).toEqual({ phase: 'idle' });
    expect(await bench.leftovers()).toEqual(nothing);
  });

  test('on another computer: the poll finds out', async () => {
    await bench.signIn.start('example.social');
    await bench.clock.advance(9_000);
    bench.api.answer(check, () => granted);
    await bench.clock.advance(3_000);
    expect(bench.accounts).toEqual([account]);
    expect(bench.signIn.state).toEqual({ phase: 'idle' });
    expect(await bench.leftovers()).toEqual(nothing);
  });

  test('and the browser comes back while the poll is asking: one question, one account, a good page', async () => {
    await bench.signIn.start('example.social');
    const release = bench.api.hold(check, () => granted);
    await bench.clock.advance(3_000);
    const shown = bench.comeBack();
    await settle();
    expect(bench.api.callsOf(check)).toHaveLength(1);
    release();
    expect(await shown).toBe('done');
    await settle();
    expect(bench.accounts).toHaveLength(1);
  });

  test('and the browser comes back while a poll of just before is asking: it is asked once more', async () => {
    await bench.signIn.start('example.social');
    const release = bench.api.hold(check, () => ({ ok: false }));
    await bench.clock.advance(3_000);
    const shown = bench.comeBack();
    await settle();
    bench.api.answer(check, () => granted);
    release();
    expect(await shown).toBe('done');
    expect(bench.accounts).toEqual([account]);
    expect(await bench.leftovers()).toEqual(nothing);
  });

  test('and the browser comes back while a poll is about to fail: it is asked once more', async () => {
    await bench.signIn.start('example.social');
    const release = bench.api.hold(check, () => htmlPage(502));
    await bench.clock.advance(3_000);
    const shown = bench.comeBack();
    await settle();
    bench.api.answer(check, () => granted);
    release();
    expect(await shown).toBe('done');
    expect(bench.accounts).toHaveLength(1);
  });

  test('and the browser comes back a moment after the poll was answered: it still gets its page', async () => {
    await bench.signIn.start('example.social');
    const answers = [granted, { ok: false }];
    bench.api.answer(check, () => answers.shift());
    await bench.clock.advance(3_000);
    expect(bench.accounts).toHaveLength(1);
    expect(bench.callbacks[0]?.closed).toBe(0);
    expect(await bench.comeBack()).toBe('done');
    await bench.clock.advance(10_000);
    expect(bench.callbacks[0]?.closed).toBe(1);
    expect(bench.accounts).toHaveLength(1);
  });

  test('and the page is loaded again: still one account', async () => {
    await bench.signIn.start('example.social');
    const answers = [granted, { ok: false }];
    bench.api.answer(check, () => answers.shift() ?? { ok: false });
    expect(await bench.comeBack()).toBe('done');
    expect(await bench.comeBack()).toBe('done');
    expect(bench.accounts).toHaveLength(1);
    expect(bench.signIn.state).toEqual({ phase: 'idle' });
  });
});

describe('with a token that the user made', () => {
  test('that is good: an account', async () => {
    bench.api.answer('i', () => rawMe());
    expect(await bench.signIn.withToken('example.social', 'pasted')).toBeNull();
    expect(bench.accounts).toEqual([
      { server, token: 'pasted', user: expect.objectContaining({ username: 'alice' }) },
    ]);
    expect(bench.api.calls).toEqual([{ endpoint: 'i', parameters: {}, token: 'pasted' }]);
  });

  test('while the browser was waited for: that ends', async () => {
    bench.api.answer('i', () => rawMe());
    await bench.signIn.start('example.social');
    await bench.signIn.withToken('example.social', 'pasted');
    expect(bench.signIn.state).toEqual({ phase: 'idle' });
    expect(await bench.leftovers()).toEqual(nothing);
  });

  test.each([
    ['unknown', () => apiFailure(401, 'AUTHENTICATION_FAILED'), 'tokenInvalid'],
    ['without the permission', () => apiFailure(403, 'PERMISSION_DENIED'), 'tokenPermission'],
    ['of a suspended account', () => apiFailure(403, 'YOUR_ACCOUNT_SUSPENDED'), 'suspended'],
    ['for something that is not Misskey', () => htmlPage(200), 'notMisskey'],
    ['for a server in trouble', () => htmlPage(500), 'serverError'],
    ['asked too often', () => apiFailure(429, 'RATE_LIMIT_EXCEEDED'), 'rateLimited'],
    ['for a server that is away', null, 'unreachable'],
  ])('%s', async (_what, answer, error) => {
    if (answer !== null) bench.api.answer('i', answer);
    expect(await bench.signIn.withToken('example.social', 'pasted')).toEqual({ error, server });
    expect(bench.accounts).toEqual([]);
  });

  test('for what is no server', async () => {
    expect(await bench.signIn.withToken('alice', 'pasted')).toEqual({
      error: 'serverName',
      server: null,
    });
    expect(bench.api.calls).toEqual([]);
  });
});
