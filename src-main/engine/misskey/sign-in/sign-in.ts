import type { Fetch } from '../../fetch.ts';
import type { Clock, Timer } from '../../streaming/clock.ts';
import type { NetworkProblem } from '../../streaming/network-problem.ts';
import { ApiError, createApi, type MisskeyApi } from '../api/api.ts';
import { meSchema, metaSchema, type User } from '../api/schemas.ts';
import { parseServerName, type Server } from '../api/server-name.ts';
import { checkConsent, consentUrl, type Granted, isPassing } from './miauth.ts';
import type { Callback, CallbackOptions, CallbackPage } from './miauth-callback.ts';

/** Why a sign-in failed: a key of the catalogue's `error`. */
export type SignInError =
  | 'serverName'
  | 'notMisskey'
  | 'unreachable'
  | 'serverError'
  | 'rateLimited'
  | 'noMiauth'
  | 'tokenInvalid'
  | 'tokenPermission'
  | 'suspended'
  | 'signInTimeout'
  | 'signInUsed'
  | NetworkProblem;

export type SignInState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'checking'; readonly typed: string }
  | {
      readonly phase: 'waiting';
      readonly server: Server;
      /** The consent page. */
      readonly url: string;
      /** Milliseconds since the epoch. */
      readonly expiresAt: number;
    }
  | {
      readonly phase: 'failed';
      readonly typed: string;
      readonly error: SignInError;
      /** Null where what was typed names no server. */
      readonly server: Server | null;
    };

/** An account that a server has granted. */
export interface NewAccount {
  readonly server: Server;
  readonly token: string;
  readonly user: User;
}

export interface SignInOptions {
  readonly clock: Clock;
  readonly fetch: Fetch;
  /** A fresh UUID at each call, unguessable. */
  readonly uuid: () => string;
  readonly openCallback: (options: CallbackOptions) => Promise<Callback>;
  readonly openBrowser: (url: string) => void;
  readonly callbackPage: (outcome: 'done' | 'failed') => CallbackPage;
  readonly onState: (state: SignInState) => void;
  readonly onAccount: (account: NewAccount) => void;
}

/** Times in milliseconds. The server never reports a denial (PROTOCOL §0.19), so waiting must end. */
export const signInTimes = {
  pollEvery: 3_000,
  giveUpAfter: 10 * 60_000,
  callbackLingers: 10_000,
} as const;

/** Signing in through the browser (MiAuth): one attempt at a time, which can be cancelled. */
export class SignIn {
  readonly #options: SignInOptions;
  #state: SignInState = { phase: 'idle' };
  #attempt = 0;
  #callback: Callback | null = null;
  #timers: Timer[] = [];

  constructor(options: SignInOptions) {
    this.#options = options;
  }

  get state(): SignInState {
    return this.#state;
  }

  /** Begins with what the user typed as a server; an attempt under way ends. */
  async start(typed: string): Promise<void> {
    this.#end();
    const attempt = this.#attempt;
    const current = () => attempt === this.#attempt;
    const server = parseServerName(typed);
    if (server === null) {
      this.#fail(typed, 'serverName', null);
      return;
    }
    this.#set({ phase: 'checking', typed });
    const api = this.#apiOf(server, null);
    const problem = await findProblem(api);
    if (!current()) return;
    if (problem !== null) {
      this.#fail(typed, problem, server);
      return;
    }
    await this.#wait(typed, server, api, current);
  }

  /** Finds the server that the user typed, for whoever looks at it without signing in. */
  async findServer(
    typed: string,
  ): Promise<
    | { readonly server: Server; readonly error: null }
    | { readonly server: Server | null; readonly error: SignInError }
  > {
    const server = parseServerName(typed);
    if (server === null) return { error: 'serverName', server };
    try {
      await this.#apiOf(server, null).call('meta', { detail: false }, metaSchema);
      return { server, error: null };
    } catch (error) {
      return { server, error: signInErrorOf(error) };
    }
  }

  /** Ends the attempt under way; nothing is left behind but an unused session on the server. */
  cancel(): void {
    this.#end();
    this.#set({ phase: 'idle' });
  }

  /** Opens the consent page once more. */
  reopenPage(): void {
    if (this.#state.phase === 'waiting') this.#options.openBrowser(this.#state.url);
  }

  /** Signs in with an access token that the user made. Returns null when it went well. */
  async withToken(
    typed: string,
    token: string,
  ): Promise<{ error: SignInError; server: Server | null } | null> {
    const server = parseServerName(typed);
    if (server === null) return { error: 'serverName', server };
    try {
      const me = await this.#apiOf(server, token).call('i', {}, meSchema);
      this.cancel();
      this.#options.onAccount({ server, token, user: me });
      return null;
    } catch (error) {
      return { error: signInErrorOf(error), server };
    }
  }

  async #wait(
    typed: string,
    server: Server,
    api: MisskeyApi,
    current: () => boolean,
  ): Promise<void> {
    const { clock, uuid, openCallback, openBrowser, callbackPage } = this.#options;
    const session = uuid();
    let checking: Promise<Granted | null> | null = null;
    // The browser's return and the poll must not ask at once: the token is handed out a single time.
    const check = () => {
      checking ??= checkConsent(api, session).finally(() => {
        checking = null;
      });
      return checking;
    };
    // A poll under way may have been answered just before the user confirmed: then it proves nothing.
    const checkOnReturn = async () => {
      const underWay = checking === null ? null : await checking.catch(() => null);
      return underWay ?? (current() ? check() : null);
    };
    let settled = false;
    const settle = (granted: Granted) => {
      settled = true;
      // The browser may come back a moment after the poll was answered; it deserves a page.
      const callback = this.#callback;
      this.#callback = null;
      clock.setTimeout(() => callback?.close(), signInTimes.callbackLingers);
      this.#end();
      this.#set({ phase: 'idle' });
      this.#options.onAccount({ server, ...granted });
    };

    const listening = openCallback({
      secret: uuid(),
      onReturn: async (returned) => {
        if (returned !== session) return callbackPage('failed');
        const granted = current() ? await checkOnReturn() : null;
        if (settled) return callbackPage('done');
        if (!current()) return callbackPage('failed');
        if (granted === null) {
          this.#end();
          this.#fail(typed, 'signInUsed', server);
          return callbackPage('failed');
        }
        settle(granted);
        return callbackPage('done');
      },
    });
    // Where no port can be had, polling alone finds out.
    const callback = await listening.catch(() => null);
    if (!current()) {
      callback?.close();
      return;
    }
    this.#callback = callback;

    const url = consentUrl(server.origin, session, { name: 'Suzu', callback: callback?.url });
    const expiresAt = clock.now() + signInTimes.giveUpAfter;
    this.#set({ phase: 'waiting', server, url, expiresAt });
    this.#after(signInTimes.giveUpAfter, () => {
      this.#end();
      this.#fail(typed, 'signInTimeout', server);
    });
    // The browser may be on another computer, where the callback leads nowhere.
    const poll = async () => {
      try {
        const granted = await check();
        if (!current()) return;
        if (granted !== null) {
          settle(granted);
          return;
        }
      } catch (error) {
        if (!current()) return;
        if (!isPassing(error)) {
          this.#end();
          this.#fail(typed, signInErrorOf(error), server);
          return;
        }
      }
      this.#after(signInTimes.pollEvery, poll);
    };
    this.#after(signInTimes.pollEvery, poll);
    openBrowser(url);
  }

  #apiOf({ origin }: Server, token: string | null): MisskeyApi {
    const { fetch, clock } = this.#options;
    return createApi({ origin, token, fetch, clock });
  }

  #fail(typed: string, error: SignInError, server: Server | null): void {
    this.#set({ phase: 'failed', typed, error, server });
  }

  #end(): void {
    this.#attempt += 1;
    this.#callback?.close();
    this.#callback = null;
    for (const timer of this.#timers) timer.cancel();
    this.#timers = [];
  }

  #after(ms: number, callback: () => void): void {
    this.#timers.push(this.#options.clock.setTimeout(callback, ms));
  }

  #set(state: SignInState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}

/** Makes sure, before a browser opens, that a Misskey server with MiAuth is there. */
async function findProblem(api: MisskeyApi): Promise<SignInError | null> {
  try {
    const meta = await api.call('meta', { detail: true }, metaSchema);
    return meta.features?.miauth === false ? 'noMiauth' : null;
  } catch (error) {
    return signInErrorOf(error);
  }
}

function signInErrorOf(error: unknown): SignInError {
  if (!(error instanceof ApiError)) throw error;
  if (error.problem !== null) return error.problem;
  switch (error.kind) {
    case 'unreachable':
      return 'unreachable';
    case 'server-error':
      return 'serverError';
    case 'rate-limited':
      return 'rateLimited';
    case 'token-invalid':
      return 'tokenInvalid';
    case 'permission-denied':
      return 'tokenPermission';
    case 'suspended':
      return 'suspended';
    case 'not-misskey':
    case 'rejected':
      return 'notMisskey';
  }
}
