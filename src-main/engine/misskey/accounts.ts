import type { Clock, Timer } from '../streaming/clock.ts';
import type { ConnectionState } from '../streaming/connection.ts';
import type { TimelineChange } from '../timeline/timeline.ts';
import type { Me, User } from './schemas.ts';
import type { Server } from './server-name.ts';
import type { NewAccount } from './sign-in.ts';
import { MisskeySource, type SourceSurroundings } from './source.ts';
import type { TimelineStatus } from './timeline-feed.ts';
import type { TimelineName } from './timelines.ts';

/** An account as it is kept, without its token. */
export interface StoredAccount {
  /** `alice@example.social`; only the host for one that came by the command line. */
  readonly id: string;
  /** `https://example.social`. */
  readonly origin: string;
  /** Null until the server said who it is; so are the next three. */
  readonly userId: string | null;
  readonly username: string | null;
  readonly name: string | null;
  readonly avatarUrl: string | null;
  /** `#rrggbb`. */
  readonly color: string;
  /** The timeline that was looked at last. */
  readonly timeline: TimelineName;
  readonly addedBy: 'miauth' | 'token' | 'command-line' | 'demo';
}

/** Where accounts are kept between runs. */
export interface AccountStore {
  load(): readonly StoredAccount[];
  save(accounts: readonly StoredAccount[]): void;
}

/** Where tokens are kept between runs. */
export interface TokenStore {
  /** Null when there is none, or it cannot be read at present. */
  load(accountId: string): Promise<string | null>;
  save(accountId: string, token: string): Promise<void>;
  forget(accountId: string): Promise<void>;
}

/** An account while Suzu runs. */
export interface Account {
  readonly stored: StoredAccount;
  readonly state: ConnectionState;
  /** What the server last said of the account on this run. */
  readonly me: Me | null;
  /** Null while there is no token to connect with. */
  readonly source: MisskeySource | null;
}

export interface AccountsListener {
  /** Accounts were added, removed or changed. */
  onAccounts(): void;
  onState(accountId: string, state: ConnectionState): void;
  onTimelineChange(accountId: string, change: TimelineChange): void;
  onTimelineStatus(accountId: string, status: TimelineStatus): void;
}

export interface AccountsOptions {
  readonly store: AccountStore;
  readonly tokens: TokenStore;
  readonly around: SourceSurroundings;
  readonly listener: AccountsListener;
  /** Keeps the chosen timeline of every account connected, although nobody looks (`--trace`). */
  readonly keepTimelines: boolean;
}

/** Told apart on light and on dark by people with any colour vision; a name always stands beside. */
const colors = ['#b8860b', '#2f6fde', '#2e8b57', '#c2477f', '#7a5cd6', '#d2691e', '#1796a5'];

/** Accounts on one host connect this far apart (ms), so that a server is not knocked at by a crowd. */
const staggerMs = 1_500;

/** The accounts of this profile: adds, removes, keeps and runs them. */
export class Accounts {
  readonly #options: AccountsOptions;
  readonly #clock: Clock;
  readonly #accounts = new Map<string, Account>();
  readonly #starts = new Set<Timer>();
  #stopped = false;

  constructor(options: AccountsOptions) {
    this.#options = options;
    this.#clock = options.around.clock;
  }

  /** In the order in which they were added. */
  all(): Account[] {
    return [...this.#accounts.values()];
  }

  get(accountId: string): Account | undefined {
    return this.#accounts.get(accountId);
  }

  /** Loads and starts what is stored. */
  async start(): Promise<void> {
    const stored = this.#options.store.load();
    for (const account of stored) this.#place(account);
    this.#options.listener.onAccounts();
    const perHost = new Map<string, number>();
    for (const { id, origin } of stored) {
      const token = await this.#options.tokens.load(id);
      const before = perHost.get(origin) ?? 0;
      perHost.set(origin, before + 1);
      // A keyring may take its time: meanwhile the account may be gone, or have a newer token.
      if (!this.#isIdle(id)) continue;
      if (token === null) this.#setState(id, { name: 'refused', reason: 'token-missing' });
      else if (before === 0) this.#run(id, token);
      else {
        this.#after(before * staggerMs, () => {
          if (this.#isIdle(id)) this.#run(id, token);
        });
      }
    }
  }

  /** Nothing runs after this. */
  stop(): void {
    this.#stopped = true;
    for (const timer of this.#starts) timer.cancel();
    for (const { source } of this.#accounts.values()) source?.stop();
  }

  /** Adds an account, or gives the one that is there already its new token. Returns its id. */
  async add(
    { server, token, user }: NewAccount,
    addedBy: StoredAccount['addedBy'],
  ): Promise<string> {
    const known = this.#find(server.origin, user.id);
    const id = known?.stored.id ?? this.#freeId(`${user.username}@${server.host}`);
    const base = known?.stored ?? this.#fresh(id, server, addedBy);
    this.#put({ ...base, ...profileOf(user) });
    await this.#useToken(id, token);
    return id;
  }

  /**
   * Adds or replaces the account of a server by its token alone; who it is comes with the first
   * answer, however late. An account that came this way is known by its server. Returns its id.
   */
  async addByToken(server: Server, token: string): Promise<string> {
    const known = this.all().find(
      ({ stored }) => stored.origin === server.origin && stored.addedBy === 'command-line',
    );
    const id = known?.stored.id ?? this.#freeId(server.host);
    if (known === undefined) this.#put(this.#fresh(id, server, 'command-line'));
    await this.#useToken(id, token);
    return id;
  }

  /** Forgets an account with its token and all its notices. */
  async remove(accountId: string): Promise<void> {
    const account = this.#accounts.get(accountId);
    if (account === undefined) return;
    account.source?.stop();
    this.#accounts.delete(accountId);
    this.#save();
    this.#options.around.bell.forget(accountId);
    this.#options.listener.onAccounts();
    await this.#options.tokens.forget(accountId);
  }

  /** Opens one timeline of one account; those of the others are closed. */
  openTimeline(accountId: string, name: TimelineName): void {
    const account = this.#accounts.get(accountId);
    if (account === undefined) return;
    if (account.stored.timeline !== name) this.#put({ ...account.stored, timeline: name });
    this.closeTimelines(accountId);
    account.source?.openTimeline(name);
  }

  /** Closes the timelines of all accounts, or of all but one. */
  closeTimelines(exceptAccountId: string | null = null): void {
    if (this.#options.keepTimelines) return;
    for (const [id, { source }] of this.#accounts) {
      if (id !== exceptAccountId) source?.closeTimeline();
    }
  }

  /** The computer woke up, was unlocked, or the network came back. */
  nudge(): void {
    for (const { source } of this.#accounts.values()) source?.nudge();
  }

  /** Whether the account is there and nothing was started for it yet. */
  #isIdle(id: string): boolean {
    return this.#accounts.get(id)?.source === null;
  }

  #run(id: string, token: string): void {
    const account = this.#accounts.get(id);
    if (account === undefined || this.#stopped) return;
    const { listener, around } = this.#options;
    const looked = account.source?.timeline !== null && account.source !== null;
    account.source?.stop();
    const source = new MisskeySource(
      { id, origin: account.stored.origin },
      token,
      account.stored.userId !== null,
      around,
      {
        onState: (state) => this.#setState(id, state),
        onMe: (me) => void this.#learn(id, token, me),
        onTimelineChange: (change) => listener.onTimelineChange(id, change),
        onTimelineStatus: (status) => listener.onTimelineStatus(id, status),
      },
    );
    this.#update(id, { source });
    source.start();
    // Whoever looked at the timeline goes on looking after a new token.
    if (this.#options.keepTimelines || looked) {
      source.openTimeline(account.stored.timeline);
    }
  }

  async #useToken(id: string, token: string): Promise<void> {
    // The demo's account lives as long as its server: no longer than this run.
    const isDemo = this.#accounts.get(id)?.stored.addedBy === 'demo';
    this.#save();
    this.#run(id, token);
    this.#options.listener.onAccounts();
    // Last, because a keyring may wait for the user to type its password.
    if (!isDemo) await this.#options.tokens.save(id, token);
  }

  async #learn(id: string, token: string, me: Me): Promise<void> {
    const account = this.#accounts.get(id);
    if (account === undefined) return;
    const twin = this.#find(account.stored.origin, me.id);
    if (twin !== undefined && twin.stored.id !== id) {
      // The command line named an account that is here already: it only brought a new token.
      await this.remove(id);
      await this.#useToken(twin.stored.id, token);
      return;
    }
    const before = account.stored.userId;
    if (before !== null && before !== me.id) this.#options.around.bell.forget(id);
    this.#update(id, { me, stored: { ...account.stored, ...profileOf(me) } });
    this.#save();
    this.#options.listener.onAccounts();
  }

  #find(origin: string, userId: string): Account | undefined {
    return this.all().find(({ stored }) => stored.origin === origin && stored.userId === userId);
  }

  #freeId(wanted: string): string {
    let id = wanted;
    for (let n = 2; this.#accounts.has(id); n += 1) id = `${wanted}#${n}`;
    return id;
  }

  #fresh(id: string, { origin }: Server, addedBy: StoredAccount['addedBy']): StoredAccount {
    const taken = new Set(this.all().map(({ stored }) => stored.color));
    const color = colors.find((candidate) => !taken.has(candidate)) ?? '#808080';
    return {
      id,
      origin,
      userId: null,
      username: null,
      name: null,
      avatarUrl: null,
      color,
      timeline: 'home',
      addedBy,
    };
  }

  #put(stored: StoredAccount): void {
    this.#place(stored);
    this.#save();
  }

  #place(stored: StoredAccount): void {
    const before = this.#accounts.get(stored.id);
    this.#accounts.set(stored.id, {
      state: { name: 'connecting' },
      me: null,
      source: null,
      ...before,
      stored,
    });
  }

  #update(id: string, changes: Partial<Account>): void {
    const account = this.#accounts.get(id);
    if (account !== undefined) this.#accounts.set(id, { ...account, ...changes });
  }

  #setState(id: string, state: ConnectionState): void {
    this.#update(id, { state });
    this.#options.listener.onState(id, state);
  }

  #save(): void {
    this.#options.store.save(
      this.all()
        .map(({ stored }) => stored)
        .filter(({ addedBy }) => addedBy !== 'demo'),
    );
  }

  #after(ms: number, callback: () => void): void {
    const timer = this.#clock.setTimeout(() => {
      this.#starts.delete(timer);
      callback();
    }, ms);
    this.#starts.add(timer);
  }
}

function profileOf({ id, username, name, avatarUrl }: User) {
  return { userId: id, username, name, avatarUrl };
}
