import { randomUUID } from 'node:crypto';
import { openExternal } from '../desktop/links.ts';
import type { Accounts } from '../engine/misskey/accounts.ts';
import type { OwnSignIns } from '../engine/misskey/inbox/own-sign-ins.ts';
import { openCallback } from '../engine/misskey/sign-in/miauth-callback.ts';
import { SignIn } from '../engine/misskey/sign-in/sign-in.ts';
import type { Later, Parts } from './parts.ts';

/** What signing in needs of the accounts that are being built. */
export interface SignInParts extends Pick<Parts, 'foundation' | 'system'> {
  readonly accounts: Accounts;
  readonly ownSignIns: OwnSignIns;
}

/** Makes signing in through the browser, and leads the user to the account that it brings. */
export function buildSignIn(
  { foundation, system, accounts, ownSignIns }: SignInParts,
  later: Later<'window'>,
): SignIn {
  const { clock, locale, log, messages } = foundation;
  return new SignIn({
    clock,
    fetch: system.fetch,
    uuid: randomUUID,
    openCallback,
    openBrowser: (url) =>
      void openExternal(url, log).then((opened) => {
        const text = messages().error.signInBrowser;
        if (!opened) later.window().feed.setBanner({ id: 'browser', severity: 'warning', text });
      }),
    callbackPage: (outcome) => {
      const { title, [outcome]: text } = messages().callback;
      return { language: locale(), title, text };
    },
    onState: (state) => {
      ownSignIns.follow(state);
      later.window().feed.signInChanged();
    },
    onAccount: (account) =>
      void accounts.add(account, 'miauth').then((accountId) => {
        const { feed, window } = later.window();
        feed.go({ view: 'timeline', accountId });
        feed.signInEnded({ phase: 'done', accountId });
        window.show();
      }),
  });
}
