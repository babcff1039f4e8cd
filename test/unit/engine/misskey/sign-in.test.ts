import { beforeEach, describe, expect, test } from 'vitest';
import type {
  Callback,
  CallbackOptions,
  CallbackPage,
} from '../../../../src-main/engine/misskey/miauth-callback.ts';
import {
  type NewAccount,
  SignIn,
  type SignInState,
} from '../../../../src-main/engine/misskey/sign-in.ts';
import { apiFailure, type FakeApi, fakeApi, htmlPage } from '../../../support/fake-api.ts';
import { type FakeClock, fakeClock, fakeStart, settle } from '../../../support/fake-clock.ts';
import { rawMe, rawUser } from '../../../support/samples.ts';

const server = { origin: 'https://example.social', host: 'example.social' };
const meta = {
  version: '2026.3.2',
  uri: 'https://example.social',
  features: { miauth: true },
};
const granted = { ok: true, token: 'granted-token', user: rawUser({ username: 'alice' }) };
const check = 'miauth/uuid-1/check';

let clock: FakeClock;
let api: FakeApi;
let signIn: SignIn;
let states: SignInState[];
let accounts: NewAccount[];
let browser: string[];
/** The callbacks that were opened, and how often each was closed. */
let callbacks: { readonly options: CallbackOptions; closed: number }[];
let openCallback: (options: CallbackOptions) => Promise<Callback>;

beforeEach(() => {
  clock = fakeClock();
  api = fakeApi();
  api.answer('meta', () => meta);
  api.answer(check, () => ({ ok: false }));
  states = [];
  accounts = [];
  browser = [];
  callbacks = [];
  openCallback = async (options) => {
    const callback = { options, closed: 0 };
    callbacks.push(callback);
    return {
      url: `http://127.0.0.1:5000/${options.secret}`,
      close: () => {
        callback.closed += 1;
      },
    };
  };
  let uuids = 0;
  signIn = new SignIn({
    clock,
    fetch: api.fetch,
    uuid: () => {
      uuids += 1;
      return `uuid-${uuids}`;
    },
    openCallback: (options) => openCallback(options),
    openBrowser: (url) => void browser.push(url),
    callbackPage: (outcome): CallbackPage => ({ language: 'en', title: 'Suzu', text: outcome }),
    onState: (state) => void states.push(state),
    onAccount: (account) => void accounts.push(account),
  });
});

const phases = () => states.map(({ phase }) => phase);

/** The browser comes back; resolves to the words it is shown. */
async function comeBack(session = 'uuid-1', index = 0): Promise<string> {
  const callback = callbacks[index];
  if (callback === undefined) throw new Error('no callback was opened');
  return (await callback.options.onReturn(session)).text;
}

/** Nothing of an attempt runs any more. */
async function expectNothingLeft(): Promise<void> {
  const calls = api.calls.length;
  await clock.advance(60 * 60_000);
  expect(api.calls).toHaveLength(calls);
  expect(clock.pending).toBe(0);
  expect(callbacks.every(({ closed }) => closed > 0)).toBe(true);
}

describe('before a browser opens', () => {
  test.each(['', 'alice', 'javascript:alert(1)', 'exa mple.social'])(
    '%j is told to be no server',
    async (typed) => {
      await signIn.start(typed);
      expect(states).toEqual([{ phase: 'failed', typed, error: 'serverName', server: null }]);
      expect(api.calls).toEqual([]);
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
      api.answer('meta', () => {
        throw new TypeError('fetch failed');
      });
    } else {
      api.answer('meta', answer);
    }
    await signIn.start('Example.Social');
    expect(states).toEqual([
      { phase: 'checking', typed: 'Example.Social' },
      { phase: 'failed', typed: 'Example.Social', error, server },
    ]);
    expect(browser).toEqual([]);
    expect(callbacks).toEqual([]);
    await expectNothingLeft();
  });

  test('the server is asked in full, and without a token', async () => {
    await signIn.start('example.social');
    expect(api.calls[0]).toEqual({ endpoint: 'meta', parameters: { detail: true }, token: null });
  });
});

describe('waiting', () => {
  test('opens the consent page, and says until when', async () => {
    await signIn.start(' @alice@EXAMPLE.social ');
    expect(phases()).toEqual(['checking', 'waiting']);
    const state = signIn.state;
    if (state.phase !== 'waiting') throw new Error('not waiting');
    expect(state.server).toEqual(server);
    expect(state.expiresAt).toBe(fakeStart + 10 * 60_000);
    expect(browser).toEqual([state.url]);
    const url = new URL(state.url);
    expect(url.origin + url.pathname).toBe('https://example.social/miauth/uuid-1');
    expect(url.searchParams.get('callback')).toBe('http://127.0.0.1:5000/uuid-2');
    expect(url.searchParams.get('name')).toBe('Suzu');
  });

  test('the path of the callback is another secret than the session', async () => {
    await signIn.start('example.social');
    expect(callbacks[0]?.options.secret).toBe('uuid-2');
  });

  test('the page can be opened once more, but only while it is waited for', async () => {
    signIn.reopenPage();
    await signIn.start('example.social');
    signIn.reopenPage();
    expect(browser).toHaveLength(2);
    expect(browser[0]).toBe(browser[1]);
    signIn.cancel();
    signIn.reopenPage();
    expect(browser).toHaveLength(2);
  });

  test('asks every 3 s', async () => {
    await signIn.start('example.social');
    await clock.advance(2_999);
    expect(api.callsOf(check)).toHaveLength(0);
    await clock.advance(1);
    expect(api.callsOf(check)).toHaveLength(1);
    await clock.advance(30_000);
    expect(api.callsOf(check)).toHaveLength(11);
  });

  test('without a port to come back to it asks all the same', async () => {
    openCallback = async () => {
      throw new Error('EMFILE');
    };
    await signIn.start('example.social');
    expect(signIn.state.phase).toBe('waiting');
    expect(browser[0]).not.toContain('callback');
    api.answer(check, () => granted);
    await clock.advance(3_000);
    expect(accounts).toHaveLength(1);
  });
});

describe('the user confirms', () => {
  const account = {
    server,
    token: 'granted-token',
    user: expect.objectContaining({ username: 'alice' }),
  };

  test('and the browser comes back', async () => {
    await signIn.start('example.social');
    api.answer(check, () => granted);
    expect(await comeBack()).toBe('done');
    expect(accounts).toEqual([account]);
    expect(signIn.state).toEqual({ phase: 'idle' });
    await expectNothingLeft();
  });

  test('on another computer: the poll finds out', async () => {
    await signIn.start('example.social');
    await clock.advance(9_000);
    api.answer(check, () => granted);
    await clock.advance(3_000);
    expect(accounts).toEqual([account]);
    expect(signIn.state).toEqual({ phase: 'idle' });
    await expectNothingLeft();
  });

  test('and the browser comes back while the poll is asking: one question, one account, a good page', async () => {
    await signIn.start('example.social');
    const release = api.hold(check, () => granted);
    await clock.advance(3_000);
    const shown = comeBack();
    await settle();
    expect(api.callsOf(check)).toHaveLength(1);
    release();
    expect(await shown).toBe('done');
    await settle();
    expect(accounts).toHaveLength(1);
  });

  test('and the browser comes back while a poll of just before is asking: it is asked once more', async () => {
    await signIn.start('example.social');
    const release = api.hold(check, () => ({ ok: false }));
    await clock.advance(3_000);
    const shown = comeBack();
    await settle();
    api.answer(check, () => granted);
    release();
    expect(await shown).toBe('done');
    expect(accounts).toEqual([account]);
    await expectNothingLeft();
  });

  test('and the browser comes back while a poll is about to fail: it is asked once more', async () => {
    await signIn.start('example.social');
    const release = api.hold(check, () => htmlPage(502));
    await clock.advance(3_000);
    const shown = comeBack();
    await settle();
    api.answer(check, () => granted);
    release();
    expect(await shown).toBe('done');
    expect(accounts).toHaveLength(1);
  });

  test('and the browser comes back a moment after the poll was answered: it still gets its page', async () => {
    await signIn.start('example.social');
    const answers = [granted, { ok: false }];
    api.answer(check, () => answers.shift());
    await clock.advance(3_000);
    expect(accounts).toHaveLength(1);
    expect(callbacks[0]?.closed).toBe(0);
    expect(await comeBack()).toBe('done');
    await clock.advance(10_000);
    expect(callbacks[0]?.closed).toBe(1);
    expect(accounts).toHaveLength(1);
  });

  test('and the page is loaded again: still one account', async () => {
    await signIn.start('example.social');
    const answers = [granted, { ok: false }];
    api.answer(check, () => answers.shift() ?? { ok: false });
    expect(await comeBack()).toBe('done');
    expect(await comeBack()).toBe('done');
    expect(accounts).toHaveLength(1);
    expect(signIn.state).toEqual({ phase: 'idle' });
  });
});

describe('it does not come to that', () => {
  test('denied: the server never says so, and waiting ends after 10 minutes', async () => {
    await signIn.start('example.social');
    await clock.advance(10 * 60_000 - 1);
    expect(signIn.state.phase).toBe('waiting');
    await clock.advance(1);
    expect(signIn.state).toEqual({
      phase: 'failed',
      typed: 'example.social',
      error: 'signInTimeout',
      server,
    });
    await expectNothingLeft();
  });

  test('used already: the browser comes back, and the token was handed out before', async () => {
    await signIn.start('example.social');
    expect(await comeBack()).toBe('failed');
    expect(signIn.state).toMatchObject({ phase: 'failed', error: 'signInUsed' });
    expect(accounts).toEqual([]);
    await expectNothingLeft();
  });

  test('another session comes back: nothing happens', async () => {
    await signIn.start('example.social');
    expect(await comeBack('a-stranger')).toBe('failed');
    expect(signIn.state.phase).toBe('waiting');
    expect(api.callsOf(check)).toEqual([]);
  });

  test('cancelled while waiting', async () => {
    await signIn.start('example.social');
    signIn.cancel();
    expect(signIn.state).toEqual({ phase: 'idle' });
    await expectNothingLeft();
  });

  test('cancelled while the server is looked for', async () => {
    const release = api.hold('meta', () => meta);
    const started = signIn.start('example.social');
    await settle();
    signIn.cancel();
    release();
    await started;
    expect(phases()).toEqual(['checking', 'idle']);
    expect(browser).toEqual([]);
    await expectNothingLeft();
  });

  test('cancelled while the callback is opened: it is closed at once', async () => {
    let opened = () => {};
    const { promise, resolve } = deferred<void>();
    const really = openCallback;
    openCallback = async (options) => {
      opened = resolve;
      await promise;
      return really(options);
    };
    const started = signIn.start('example.social');
    await settle();
    signIn.cancel();
    opened();
    await started;
    expect(browser).toEqual([]);
    await expectNothingLeft();
  });

  test('cancelled while the token is on its way: it is not taken', async () => {
    await signIn.start('example.social');
    const release = api.hold(check, () => granted);
    await clock.advance(3_000);
    const shown = comeBack();
    await settle();
    signIn.cancel();
    release();
    expect(await shown).toBe('failed');
    expect(accounts).toEqual([]);
    await expectNothingLeft();
  });

  test('the browser comes back after it was cancelled', async () => {
    await signIn.start('example.social');
    signIn.cancel();
    api.answer(check, () => granted);
    expect(await comeBack()).toBe('failed');
    expect(accounts).toEqual([]);
    expect(api.callsOf(check)).toEqual([]);
  });

  test('started anew: the first attempt ends, and its browser finds nothing', async () => {
    await signIn.start('example.social');
    await signIn.start('example.social');
    expect(callbacks.map(({ closed }) => closed)).toEqual([1, 0]);
    expect(await comeBack('uuid-1', 0)).toBe('failed');
    expect(signIn.state.phase).toBe('waiting');
    api.answer('miauth/uuid-3/check', () => granted);
    expect(await comeBack('uuid-3', 1)).toBe('done');
    expect(accounts).toHaveLength(1);
  });

  test.each([
    ['the network is gone for a while', null],
    ['the server is in trouble for a while', () => htmlPage(503)],
    ['the server is asked too often', () => apiFailure(429, 'RATE_LIMIT_EXCEEDED')],
  ])('%s: it goes on waiting', async (_what, answer) => {
    await signIn.start('example.social');
    api.answer(check, () => {
      if (answer === null) throw new TypeError('fetch failed');
      return answer();
    });
    await clock.advance(9_000);
    expect(signIn.state.phase).toBe('waiting');
    api.answer(check, () => granted);
    await clock.advance(3_000);
    expect(accounts).toHaveLength(1);
  });

  test.each([
    ['something else answers', () => htmlPage(200), 'notMisskey'],
    ['the server does not know of it', () => apiFailure(404, 'NO_SUCH_ENDPOINT'), 'notMisskey'],
  ])('%s: it ends and says so', async (_what, answer, error) => {
    await signIn.start('example.social');
    api.answer(check, answer);
    await clock.advance(3_000);
    expect(signIn.state).toMatchObject({ phase: 'failed', error });
    await expectNothingLeft();
  });

  test('the network is gone when the browser comes back: the poll goes on', async () => {
    await signIn.start('example.social');
    api.answer(check, () => {
      throw new TypeError('fetch failed');
    });
    await expect(comeBack()).rejects.toMatchObject({ kind: 'unreachable' });
    expect(signIn.state.phase).toBe('waiting');
    api.answer(check, () => granted);
    await clock.advance(3_000);
    expect(accounts).toHaveLength(1);
  });
});

describe('with a token that the user made', () => {
  test('that is good: an account', async () => {
    api.answer('i', () => rawMe());
    expect(await signIn.withToken('example.social', 'pasted')).toBeNull();
    expect(accounts).toEqual([
      { server, token: 'pasted', user: expect.objectContaining({ username: 'alice' }) },
    ]);
    expect(api.calls).toEqual([{ endpoint: 'i', parameters: {}, token: 'pasted' }]);
  });

  test('while the browser was waited for: that ends', async () => {
    api.answer('i', () => rawMe());
    await signIn.start('example.social');
    await signIn.withToken('example.social', 'pasted');
    expect(signIn.state).toEqual({ phase: 'idle' });
    await expectNothingLeft();
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
    if (answer !== null) api.answer('i', answer);
    expect(await signIn.withToken('example.social', 'pasted')).toEqual({ error, server });
    expect(accounts).toEqual([]);
  });

  test('for what is no server', async () => {
    expect(await signIn.withToken('alice', 'pasted')).toEqual({
      error: 'serverName',
      server: null,
    });
    expect(api.calls).toEqual([]);
  });
});

function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settlePromise) => {
    resolve = settlePromise;
  });
  return { promise, resolve };
}
