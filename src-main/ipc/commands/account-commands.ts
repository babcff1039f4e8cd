import type { Feeds } from '../../engine/feeds/feeds.ts';
import type { Messages } from '../../engine/messages/index.ts';
import type { Accounts } from '../../engine/misskey/accounts.ts';
import { links } from '../../engine/misskey/api/links.ts';
import type { SignIn } from '../../engine/misskey/sign-in/sign-in.ts';
import type { AccountCalls } from '../contract.ts';
import { wordSignInError } from '../views/error-words.ts';
import type { WindowFeed } from '../window-feed.ts';
import type { Commands } from './commands.ts';
import { done, fail } from './server-calls.ts';

export interface AccountCommandsOptions {
  readonly accounts: Accounts;
  readonly feeds: Feeds;
  readonly signIn: SignIn;
  readonly feed: WindowFeed;
  readonly messages: () => Messages;
  readonly chooseWeakStorage: (allow: boolean) => void;
  readonly startDemo: () => Promise<void>;
}

/** Signing in and out, and what belongs to an account as such. */
export function createAccountCommands({
  accounts,
  feeds,
  signIn,
  feed,
  messages,
  chooseWeakStorage,
  startDemo,
}: AccountCommandsOptions): Commands<AccountCalls> {
  return {
    startSignIn(server) {
      void signIn.start(server);
    },

    cancelSignIn() {
      signIn.cancel();
      feed.signInChanged();
    },

    reopenSignInPage() {
      signIn.reopenPage();
    },

    async signInWithToken(typed, token) {
      const failed = await signIn.withToken(typed, token);
      if (failed === null) return done;
      return fail(wordSignInError(failed.error, failed.server?.host ?? typed, messages().error));
    },

    async signOut(accountId) {
      const account = accounts.get(accountId);
      if (account === undefined) return;
      const { origin, addedBy } = account.stored;
      await accounts.remove(accountId);
      feed.accountRemoved(accountId);
      if (addedBy === 'demo') await removeDemoFeeds(feeds);
      // Nothing was signed in that could be revoked.
      if (addedBy === 'demo' || addedBy === 'guest') return;
      feed.signInEnded({
        phase: 'signed-out',
        host: new URL(origin).host,
        revokeUrl: links.connectedApps(origin),
      });
    },

    async watchServer(typed) {
      const { server, error } = await signIn.findServer(typed);
      if (error !== null) {
        return fail(wordSignInError(error, server?.host ?? typed, messages().error));
      }
      const accountId = accounts.watchServer(server);
      feed.go({ view: 'timeline', accountId });
      return done;
    },

    moveAccount(accountId, index) {
      accounts.move(accountId, index);
    },

    setPresence(accountId, presence) {
      accounts.setPresence(accountId, presence);
    },

    async startDemo() {
      try {
        await startDemo();
        return done;
      } catch {
        return fail(messages().error.demoFailed);
      }
    },

    chooseWeakStorage,
  };
}

/** Whoever leaves the demo leaves all of it: its feeds came with its account. */
async function removeDemoFeeds(feeds: Pick<Feeds, 'all' | 'remove'>): Promise<void> {
  const demo = feeds.all().filter(({ stored }) => stored.addedBy === 'demo');
  await Promise.all(demo.map(({ stored }) => feeds.remove(stored.id)));
}
