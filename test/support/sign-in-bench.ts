import type {
  Callback,
  CallbackOptions,
  CallbackPage,
} from '../../src-main/engine/misskey/sign-in/miauth-callback.ts';
import {
  type NewAccount,
  SignIn,
  type SignInState,
} from '../../src-main/engine/misskey/sign-in/sign-in.ts';
import { fakeApi } from './fake-api.ts';
import { fakeClock } from './fake-clock.ts';
import { rawUser } from './samples.ts';

/** The server at which tests sign in. */
export const server = { origin: 'https://example.social', host: 'example.social' };
export const meta = {
  version: '2026.3.2',
  uri: 'https://example.social',
  features: { miauth: true },
};
/** What a check answers once the user has confirmed. */
export const granted = {
  ok: true,
  token: 'granted-token',
  user: rawUser({ username: 'alice' }),
};
/** The endpoint of the first attempt's check. */
export const check = 'miauth/uuid-1/check';

/** A sign-in with a played server, callback and browser; nobody has confirmed yet. */
export function signInBench() {
  const clock = fakeClock();
  const api = fakeApi();
  api.answer('meta', () => meta);
  api.answer(check, () => ({ ok: false }));
  const states: SignInState[] = [];
  const accounts: NewAccount[] = [];
  /** Every address that the browser was opened with. */
  const browser: string[] = [];
  const callbacks: { readonly options: CallbackOptions; closed: number }[] = [];
  /** What a test may change. */
  const played = {
    openCallback: async (options: CallbackOptions): Promise<Callback> => {
      const callback = { options, closed: 0 };
      callbacks.push(callback);
      return {
        url: `http://127.0.0.1:5000/${options.secret}`,
        close: () => {
          callback.closed += 1;
        },
      };
    },
  };
  let uuids = 0;
  const signIn = new SignIn({
    clock,
    fetch: api.fetch,
    uuid: () => {
      uuids += 1;
      return `uuid-${uuids}`;
    },
    openCallback: (options) => played.openCallback(options),
    openBrowser: (url) => void browser.push(url),
    callbackPage: (outcome): CallbackPage => ({ language: 'en', title: 'Suzu', text: outcome }),
    onState: (state) => void states.push(state),
    onAccount: (account) => void accounts.push(account),
  });
  return {
    clock,
    api,
    states,
    accounts,
    browser,
    /** The callbacks that were opened, and how often each was closed. */
    callbacks,
    played,
    signIn,
    phases: () => states.map(({ phase }) => phase),
    /** The browser comes back; resolves to the words that it is shown. */
    async comeBack(session = 'uuid-1', index = 0): Promise<string> {
      const callback = callbacks[index];
      if (callback === undefined) throw new Error('no callback was opened');
      return (await callback.options.onReturn(session)).text;
    },
    /** What goes on in an hour from now: calls, timers that are left, and callbacks that stay open. */
    async leftovers() {
      const before = api.calls.length;
      await clock.advance(60 * 60_000);
      return {
        calls: api.calls.length - before,
        timers: clock.pending,
        callbacks: callbacks.filter(({ closed }) => closed === 0).length,
      };
    },
  };
}

export type SignInBench = ReturnType<typeof signInBench>;

export const nothing = { calls: 0, timers: 0, callbacks: 0 };
