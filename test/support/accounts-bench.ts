import * as v from 'valibot';
import type { AccountStore } from '../../src-main/engine/misskey/account-list.ts';
import { Accounts } from '../../src-main/engine/misskey/accounts.ts';
import { userSchema } from '../../src-main/engine/misskey/api/schemas.ts';
import { startingChoices } from '../../src-main/engine/misskey/notes/emoji-choices.ts';
import type { NewAccount } from '../../src-main/engine/misskey/sign-in/sign-in.ts';
import type { StoredAccount } from '../../src-main/engine/misskey/stored-account.ts';
import { startingPins } from '../../src-main/engine/misskey/timelines/pins.ts';
import type { ConnectionState } from '../../src-main/engine/streaming/connection.ts';
import { CutOff } from '../../src-main/engine/streaming/cut-off.ts';
import { paceTimes } from '../../src-main/engine/streaming/pace.ts';
import type { TokenStore } from '../../src-main/engine/token-store.ts';
import { bellBench } from './bell-bench.ts';
import { fakeApi } from './fake-api.ts';
import { fakeSockets } from './fake-socket.ts';
import { rawMe, rawUser } from './samples.ts';

export const example = { origin: 'https://example.social', host: 'example.social' };
export const elsewhere = { origin: 'https://other.example', host: 'other.example' };
export const alice = 'alice@example.social';

export const stored = (username: string, fields: Partial<StoredAccount> = {}): StoredAccount => ({
  id: `${username}@example.social`,
  origin: example.origin,
  userId: `user-${username}`,
  username,
  name: username,
  avatarUrl: null,
  color: '#2f6fde',
  timelines: startingPins,
  timeline: 'home',
  presence: 'stream',
  addedBy: 'miauth',
  canAnswer: true,
  emojis: startingChoices,
  ...fields,
});

/** An account that was just granted; tokens are named after their owners, as the played server knows. */
export const newAccount = (username: string, token = `token-of-${username}`): NewAccount => ({
  server: example,
  token,
  user: v.parse(userSchema, rawUser({ id: `user-${username}`, username, name: username })),
});

/** Accounts over played sockets and a played server; what is stored lies open to the test. */
export function accountsBench({
  keepTimelines = false,
}: {
  readonly keepTimelines?: boolean;
} = {}) {
  const bell = bellBench();
  const api = fakeApi();
  const sockets = fakeSockets();
  const opened: string[] = [];
  const saves: (readonly StoredAccount[])[] = [];
  const disk: { accounts: readonly StoredAccount[] } = { accounts: [] };
  const tokens = new Map<string, string>();
  const states: [string, ConnectionState['name']][] = [];
  let accountChanges = 0;
  api.answer('i', ({ token }) => {
    const username = token?.match(/token-of-(\w+)/)?.[1] ?? 'alice';
    return rawMe({ id: `user-${username}`, username, name: `${username} at present` });
  });
  api.answer('i/notifications', () => []);
  api.answer('notes/timeline', () => []);
  api.answer('notes/local-timeline', () => []);
  const store: AccountStore = {
    load: () => disk.accounts,
    save: (all) => {
      disk.accounts = all;
      saves.push(all);
    },
  };
  /** Each part may be replaced by the test. */
  const tokenStore: { -readonly [Part in keyof TokenStore]: TokenStore[Part] } = {
    load: async (id) => tokens.get(id) ?? null,
    save: async (id, token) => void tokens.set(id, token),
    forget: async (id) => void tokens.delete(id),
  };
  const accounts = new Accounts({
    cutOff: new CutOff(),
    store,
    tokens: tokenStore,
    keepTimelines,
    around: {
      clock: bell.clock,
      random: () => 0,
      fetch: api.fetch,
      socketOpener: (origin, token) => (handlers) => {
        opened.push(`${origin} ${token}`);
        return sockets.open(handlers);
      },
      bell: bell.bell,
      history: bell.history,
      log: bell.log,
      isOwnSignIn: () => false,
    },
    listener: {
      onAccounts: () => {
        accountChanges += 1;
      },
      onState: (id, { name }) => void states.push([id, name]),
      onTimelineChange: () => {},
      onTimelineClosed: () => {},
      onRelation: () => {},
      onNoteUpdate: () => {},
      onEmojis: () => {},
      onNoteRemove: () => {},
    },
  });
  return {
    bell,
    api,
    sockets,
    /** Origin and token of every socket, oldest first. */
    opened,
    saves,
    /** What is kept; a test may put something there before it starts. */
    disk,
    tokens,
    tokenStore,
    states,
    accounts,
    /** The next account on the same server gets its turn to connect. */
    turn: () => bell.clock.advance(paceTimes.gap),
    /** How often the listener was told that accounts changed. */
    accountChanges: () => accountChanges,
    ids: () => accounts.all().map((account) => account.stored.id),
  };
}

export type AccountsBench = ReturnType<typeof accountsBench>;
