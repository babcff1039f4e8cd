import { Demo } from '../demo/demo.ts';
import { Accounts } from '../engine/misskey/accounts.ts';
import { OwnSignIns } from '../engine/misskey/inbox/own-sign-ins.ts';
import { streamOpener } from '../engine/misskey/link/stream-opener.ts';
import type { SignIn } from '../engine/misskey/sign-in/sign-in.ts';
import { accountEvents } from '../ipc/account-events.ts';
import { createDemoStarter } from './demo-starter.ts';
import type { Later, Parts } from './parts.ts';
import { buildSignIn } from './sign-in.ts';

/** The user's accounts, and the ways to come by one. */
export interface AccountParts {
  readonly accounts: Accounts;
  readonly signIn: SignIn;
  readonly demo: Demo;
  /** Adds the demo's account and feeds, and leads to the account. Rejects when the demo cannot be started. */
  readonly startDemo: () => Promise<void>;
}

/** Makes the accounts, which connect once they are started. */
export function buildAccounts(
  parts: Pick<Parts, 'foundation' | 'notices' | 'system'>,
  later: Later<'feeds' | 'desktop' | 'window' | 'tray'>,
): AccountParts {
  const { clock, host, commandLine, log, messages, profile, safeMode, trace, userAgent } =
    parts.foundation;
  const { bell, history } = parts.notices;
  const { cutOff, fetch, network, tokens } = parts.system;

  const ownSignIns = new OwnSignIns(clock);
  const accounts = new Accounts({
    store: {
      load: () => profile.get().accounts,
      save: (stored) => profile.change({ accounts: stored }),
    },
    tokens,
    around: {
      clock,
      random: Math.random,
      fetch,
      socketOpener: streamOpener(userAgent, network.streamAgent),
      bell,
      history,
      log,
      isOwnSignIn: (origin) => ownSignIns.take(origin),
    },
    cutOff,
    keepTimelines: commandLine.trace && !safeMode,
    listener: accountEvents({
      trace,
      feed: () => later.window().feed,
      renewEmojis: (accountId, names) => later.desktop().images.renewEmojis(accountId, names),
      onOnline: () => later.desktop().images.forgetFailures(),
      onChange: () => later.tray().tray.update(),
    }),
  });
  const signIn = buildSignIn({ ...parts, accounts, ownSignIns }, later);
  const demo = new Demo(host.asset('demo'));
  const startDemo = createDemoStarter({
    demo,
    fetch,
    clock,
    accounts,
    feeds: () => later.feeds().feeds,
    messages,
    go: (to) => later.window().feed.go(to),
  });
  return { accounts, signIn, demo, startDemo };
}
