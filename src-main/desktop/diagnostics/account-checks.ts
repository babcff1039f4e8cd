import * as v from 'valibot';
import type { Messages } from '../../engine/messages/index.ts';
import type { Account } from '../../engine/misskey/account-list.ts';
import { ApiError } from '../../engine/misskey/api/api.ts';
import { absent, attention, type Check, type Finding, fails, works } from './check.ts';
import type { ServerAnswer, ServerProbe } from './server-probe.ts';
import type { StreamTime } from './stream-times.ts';
import { timeWords } from './units.ts';

export interface AccountChecksOptions {
  readonly accounts: readonly Account[];
  readonly probe: ServerProbe;
  readonly streamTime: (accountId: string) => StreamTime | undefined;
  /** `@alice@example.social`. */
  readonly handle: (account: Account) => string;
  /** The state of the account's connection, as a sentence. */
  readonly wordState: (account: Account, messages: Messages) => string;
  /** A failed call, as a sentence that says what to do. */
  readonly wordError: (error: ApiError, host: string, words: Messages['error']) => string;
  /** The proxy for an address, as in a PAC file's answer (`DIRECT`, `PROXY host:port; DIRECT`). */
  readonly proxyFor: (url: string) => Promise<string>;
}

/** An answer that takes longer (ms) is slow: notes come late, and pages load late. */
const slowMs = 3_000;
/** A connection that was made anew more often on one run breaks often. */
const oftenConnected = 20;
/** Ages and quiet hours are felt to be wrong from here on. */
const clockOffMs = 60_000;

/** What can be looked at for each account, and for each server that has one. */
export function accountChecks(options: AccountChecksOptions): Check[] {
  const { accounts } = options;
  const origins = [...new Set(accounts.map(({ stored }) => stored.origin))];
  return [
    ...origins.flatMap((origin) => [
      serverCheck(origin, options),
      proxyCheck(origin, 'accounts', options),
    ]),
    ...accounts.flatMap((account) => [streamCheck(account, options), tokenCheck(account, options)]),
    ...(origins.length === 0 ? [] : [clockCheck(origins, options)]),
  ];
}

function serverCheck(origin: string, { probe, wordError }: AccountChecksOptions): Check {
  const { host } = new URL(origin);
  return {
    id: `server ${origin}`,
    group: 'accounts',
    title: (m) => m.diagnostics.title.server(host),
    async run() {
      let answer: ServerAnswer;
      try {
        answer = await probe.ask(origin);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return fails(
          (m) => wordError(error, host, m.error),
          (m) => m.diagnostics.tryAgain,
        );
      }
      const ms = String(Math.round(answer.tookMs));
      const software = `Misskey ${answer.version}`;
      if (answer.tookMs < slowMs) return works((m) => m.diagnostics.server.works(software, ms));
      return attention(
        (m) => m.diagnostics.server.slow(software, ms),
        (m) => m.diagnostics.server.slowAdvice,
      );
    },
  };
}

/** Name, password and path of a proxy are nobody's business. */
function proxyWords(answer: string): string | null {
  const [first = ''] = answer.split(';');
  const match = /^\s*(?:(direct)|(proxy|https?|socks[45]?)\s+(?:[^\s@]*@)?([\w.:[\]-]+))\s*$/i.exec(
    first,
  );
  if (match === null) return null;
  const [, direct, kind = '', server = ''] = match;
  return direct === undefined ? `${kind.toUpperCase()} ${server}` : '';
}

/** By which way a server is reached. */
export function proxyCheck(
  origin: string,
  group: Check['group'],
  { proxyFor }: Pick<AccountChecksOptions, 'proxyFor'>,
): Check {
  const { host } = new URL(origin);
  return {
    id: `proxy ${group} ${origin}`,
    group,
    title: (m) => m.diagnostics.title.proxy(host),
    async run() {
      const proxy = proxyWords(await proxyFor(origin));
      if (proxy === '') return works((m) => m.diagnostics.proxy.direct);
      if (proxy !== null) return works((m) => m.diagnostics.proxy.through(proxy));
      return attention(
        (m) => m.diagnostics.proxy.failed,
        (m) => m.diagnostics.proxy.failedAdvice,
      );
    },
  };
}

function streamCheck(account: Account, options: AccountChecksOptions): Check {
  const { handle, streamTime, wordState } = options;
  const { state, stored } = account;
  return {
    id: `stream ${stored.id}`,
    group: 'accounts',
    title: (m) => m.diagnostics.title.stream(handle(account)),
    run(): Finding {
      const words = (m: Messages) => wordState(account, m);
      if (state.name === 'refused') return fails(words, (m) => m.diagnostics.stream.signInAdvice);
      const time = streamTime(stored.id);
      if (time === undefined) return attention(words);
      const say: Finding['say'] = (m, locale) =>
        m.diagnostics.stream.since(words(m), timeWords(time.since, locale));
      if (state.name !== 'online') {
        return attention(say, (m) => m.diagnostics.stream.waitAdvice);
      }
      if (time.online <= oftenConnected) return works(say);
      return attention(
        (m, locale) =>
          m.diagnostics.stream.often(words(m), timeWords(time.since, locale), String(time.online)),
        (m) => m.diagnostics.stream.oftenAdvice,
      );
    },
  };
}

function tokenCheck(account: Account, { handle, wordError }: AccountChecksOptions): Check {
  const { stored, source } = account;
  const { host } = new URL(stored.origin);
  return {
    id: `token ${stored.id}`,
    group: 'accounts',
    title: (m) => m.diagnostics.title.token(handle(account)),
    async run() {
      const signIn: Finding['say'] = (m) => m.diagnostics.token.signIn;
      if (stored.addedBy === 'guest') return absent((m) => m.diagnostics.token.guest);
      if (source === null) return fails((m) => m.diagnostics.token.missing, signIn);
      try {
        await source.api.call('i', {}, v.object({ id: v.string() }));
        // Without `markAsRead: false` looking would mark everything as read (PROTOCOL §5).
        await source.api.call(
          'i/notifications',
          { limit: 1, markAsRead: false },
          v.array(v.unknown()),
        );
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        switch (error.kind) {
          case 'token-invalid':
            return fails((m) => m.diagnostics.token.invalid, signIn);
          case 'permission-denied':
            return fails((m) => m.diagnostics.token.noNotifications, signIn);
          default:
            return attention((m) => wordError(error, host, m.error));
        }
      }
      if (stored.canAnswer) return works((m) => m.diagnostics.token.works);
      return attention(
        (m) => m.diagnostics.token.readOnly,
        (m) => m.diagnostics.token.readOnlyAdvice,
      );
    },
  };
}

function clockCheck(origins: readonly string[], { probe }: AccountChecksOptions): Check {
  return {
    id: 'clock',
    group: 'computer',
    title: (m) => m.diagnostics.title.clock,
    async run() {
      const answers = await Promise.allSettled(origins.map((origin) => probe.ask(origin)));
      const differences = answers.flatMap((answer) =>
        answer.status === 'fulfilled' && answer.value.aheadMs !== null
          ? [Math.abs(answer.value.aheadMs)]
          : [],
      );
      if (differences.length === 0) return absent((m) => m.diagnostics.clock.unknown);
      const worst = Math.max(...differences);
      const seconds = (worst / 1_000).toFixed(worst < clockOffMs ? 1 : 0);
      if (worst <= clockOffMs) return works((m) => m.diagnostics.clock.works(seconds));
      return attention(
        (m) => m.diagnostics.clock.off(seconds),
        (m) => m.diagnostics.clock.offAdvice,
      );
    },
  };
}
