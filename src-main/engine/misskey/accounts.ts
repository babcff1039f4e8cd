import type { ConnectionState } from '../streaming/connection.ts';
import type { CutOff } from '../streaming/cut-off.ts';
import { createPace, type Pace } from '../streaming/pace.ts';
import type { TimelineChange } from '../timeline/timeline.ts';
import type { TokenStore } from '../token-store.ts';
import { type Account, AccountList, type AccountStore } from './account-list.ts';
import type { Relation } from './answers/relation.ts';
import type { Me, Note, Policies } from './api/schemas.ts';
import type { Server } from './api/server-name.ts';
import type { Presence } from './link/open-link.ts';
import { AccountNotes } from './notes/account-notes.ts';
import type { EmojiChoices } from './notes/emoji-choices.ts';
import type { NewAccount } from './sign-in/sign-in.ts';
import { MisskeySource, type SourceSurroundings } from './source.ts';
import { freshAccount, profileOf, type StoredAccount } from './stored-account.ts';
import { AccountTimelines } from './timelines/account-timelines.ts';
import type { TimelineKey } from './timelines/timelines.ts';

export interface AccountsListener {
  /** Accounts were added, removed or changed. */
  onAccounts(): void;
  onState(accountId: string, state: ConnectionState): void;
  /** See `LiveNotesListener`. */
  onNoteUpdate(accountId: string, note: Note): void;
  onNoteRemove(accountId: string, noteId: string): void;
  /** Custom emojis of these names came, changed or went on the account's server. */
  onEmojis(accountId: string, names: readonly string[]): void;
  /** An open timeline changed; `reset` also when it was just opened. */
  onTimelineChange(accountId: string, key: TimelineKey, change: TimelineChange): void;
  onTimelineClosed(accountId: string, key: TimelineKey): void;
  /** See `RelationListener`. */
  onRelation(accountId: string, userId: string, change: (relation: Relation) => Relation): void;
}

export interface AccountsOptions {
  readonly store: AccountStore;
  readonly tokens: TokenStore;
  readonly around: SourceSurroundings;
  /** Knows who failed for want of a network. */
  readonly cutOff: CutOff;
  readonly listener: AccountsListener;
  /** Keeps the chosen timeline of every account connected, although nobody looks (`--trace`). */
  readonly keepTimelines: boolean;
}

/** The accounts of this profile: adds, removes, keeps and runs them. */
export class Accounts {
  /** The timelines that are pinned, and those that are looked at. */
  readonly timelines: AccountTimelines;
  /** The notes that are in view, and who holds notes besides timelines. */
  readonly notes: AccountNotes;
  readonly #options: AccountsOptions;
  readonly #list: AccountList;
  /** By origin: a server is not knocked at by a crowd. */
  readonly #paces = new Map<string, Pace>();
  #stopped = false;

  constructor(options: AccountsOptions) {
    this.#options = options;
    this.#list = new AccountList(options.store);
    this.timelines = new AccountTimelines({
      all: () => this.all(),
      get: (id) => this.get(id),
      change: (id, changes) => {
        if (this.#list.change(id, changes)) options.listener.onAccounts();
      },
      keepChosen: options.keepTimelines,
    });
    this.notes = new AccountNotes({ all: () => this.all(), get: (id) => this.get(id) });
  }

  /** In the order in which they stand. */
  all(): Account[] {
    return this.#list.all();
  }

  get(accountId: string): Account | undefined {
    return this.#list.get(accountId);
  }

  /** Loads and starts what is stored. */
  async start(): Promise<void> {
    const stored = this.#list.load();
    this.#options.listener.onAccounts();
    for (const { id, addedBy } of stored) {
      const isGuest = addedBy === 'guest';
      const token = isGuest ? null : await this.#options.tokens.load(id);
      // A keyring may take its time: meanwhile the account may be gone, or have a newer token.
      if (!this.#isIdle(id)) continue;
      if (token === null && !isGuest) {
        this.#setState(id, { name: 'refused', reason: 'token-missing' });
      } else this.#run(id, token);
    }
  }

  /** Nothing runs after this. */
  stop(): void {
    this.#stopped = true;
    for (const { source } of this.#list.all()) source?.stop();
  }

  /** Adds an account, or gives the one that is there already its new token. Returns its id. */
  async add(
    { server, token, user }: NewAccount,
    addedBy: StoredAccount['addedBy'],
  ): Promise<string> {
    const known = this.#owned(server.origin, user.id);
    const id = known?.stored.id ?? this.#list.freeId(`${user.username}@${server.host}`);
    const base = known?.stored ?? this.#fresh(id, server, addedBy);
    this.#list.put({ ...base, ...profileOf(user) });
    // Whoever is signed in sees more than the guest did.
    const guest = this.#guestOf(server.origin);
    if (guest !== undefined) await this.remove(guest.stored.id);
    await this.#useToken(id, token);
    return id;
  }

  /**
   * Adds or replaces the account of a server by its token alone; who it is comes with the first
   * answer, however late. An account that came this way is known by its server. Returns its id.
   */
  async addByToken(server: Server, token: string): Promise<string> {
    const known = this.#list.find(
      ({ origin, addedBy }) => origin === server.origin && addedBy === 'command-line',
    );
    const id = known?.stored.id ?? this.#list.freeId(server.host);
    if (known === undefined) this.#list.put(this.#fresh(id, server, 'command-line'));
    await this.#useToken(id, token);
    return id;
  }

  /** Watches a server as a guest; one that is watched already goes on. Returns its id. */
  watchServer(server: Server): string {
    const known = this.#guestOf(server.origin);
    if (known !== undefined) return known.stored.id;
    const id = this.#list.freeId(server.host);
    this.#list.put(this.#fresh(id, server, 'guest'));
    this.#run(id, null);
    this.#options.listener.onAccounts();
    return id;
  }

  /** Moves an account to another place, counted from 0; one too large means the end. */
  move(accountId: string, index: number): void {
    this.#list.move(accountId, index);
    this.#options.listener.onAccounts();
  }

  /** Changes how an account learns what happens. */
  setPresence(accountId: string, presence: Presence): void {
    const account = this.#list.get(accountId);
    if (account === undefined || account.stored.presence === presence) return;
    this.#list.change(accountId, { presence });
    account.source?.setPresence(presence);
    this.#options.listener.onAccounts();
  }

  /** Forgets an account with its token and all its notices. */
  async remove(accountId: string): Promise<void> {
    const account = this.#list.get(accountId);
    if (account === undefined) return;
    account.source?.stop();
    this.#options.cutOff.forget(accountId);
    this.#list.remove(accountId);
    this.#options.around.bell.forget(accountId);
    this.#options.listener.onAccounts();
    await this.#options.tokens.forget(accountId);
  }

  /** Changes what the account's emoji picker shows first. */
  changeEmojis(accountId: string, change: (choices: EmojiChoices) => EmojiChoices): void {
    const stored = this.#list.get(accountId)?.stored;
    if (stored !== undefined) this.#list.put({ ...stored, emojis: change(stored.emojis) });
  }

  /** The computer woke up, was unlocked, or the network came back. */
  nudge(): void {
    for (const { source } of this.#list.all()) source?.nudge();
  }

  /** The way to the servers changed: every connection is made anew. */
  reconnect(): void {
    for (const { source } of this.#list.all()) source?.reconnect();
  }

  /** Whether the account is there and nothing was started for it yet. */
  #isIdle(id: string): boolean {
    return this.#list.get(id)?.source === null;
  }

  #run(id: string, token: string | null): void {
    const account = this.#list.get(id);
    if (account === undefined || this.#stopped) return;
    const { listener, around } = this.#options;
    account.source?.stop();
    const source = new MisskeySource(
      { id, origin: account.stored.origin },
      {
        token,
        presence: account.stored.presence,
        provenMisskey: account.stored.userId !== null,
        pace: this.#paceOf(account.stored.origin),
      },
      around,
      {
        onState: (state) => this.#setState(id, state),
        onMe: (me) => void this.#learn(id, token, me),
        onGuestPolicies: (policies) => this.#learnPolicies(id, { policies }),
        onNoteUpdate: (note) => listener.onNoteUpdate(id, note),
        onNoteRemove: (noteId) => listener.onNoteRemove(id, noteId),
        onEmojis: (names) => listener.onEmojis(id, names),
        onTimelineChange: (key, change) => listener.onTimelineChange(id, key, change),
        onTimelineClosed: (key) => listener.onTimelineClosed(id, key),
        onRelation: (userId, change) => listener.onRelation(id, userId, change),
        onForbidden: () => this.#setCanAnswer(id, false),
      },
    );
    this.#list.update(id, { source });
    source.start();
    this.timelines.apply(id);
    this.notes.apply(id);
  }

  async #useToken(id: string, token: string): Promise<void> {
    // The demo's account lives as long as its server: no longer than this run.
    const isDemo = this.#list.get(id)?.stored.addedBy === 'demo';
    this.#setCanAnswer(id, true);
    this.#run(id, token);
    this.#options.listener.onAccounts();
    // Last, because a keyring may wait for the user to type its password.
    if (!isDemo) await this.#options.tokens.save(id, token);
  }

  async #learn(id: string, token: string | null, me: Me): Promise<void> {
    const account = this.#list.get(id);
    if (account === undefined) return;
    const twin = this.#owned(account.stored.origin, me.id);
    if (token !== null && twin !== undefined && twin.stored.id !== id) {
      // The command line named an account that is here already: it only brought a new token.
      await this.remove(id);
      await this.#useToken(twin.stored.id, token);
      return;
    }
    const before = account.stored.userId;
    if (before !== null && before !== me.id) this.#options.around.bell.forget(id);
    this.#list.update(id, { me });
    this.#list.change(id, profileOf(me));
    this.#learnPolicies(id, me);
  }

  /** The server may allow other timelines now. */
  #learnPolicies(id: string, { policies }: { readonly policies: Policies }): void {
    this.#list.update(id, { policies });
    this.#options.listener.onAccounts();
    this.timelines.apply(id);
  }

  #guestOf(wanted: string): Account | undefined {
    return this.#list.find(({ origin, addedBy }) => origin === wanted && addedBy === 'guest');
  }

  #owned(wanted: string, wantedUserId: string): Account | undefined {
    return this.#list.find(({ origin, userId }) => origin === wanted && userId === wantedUserId);
  }

  #fresh(id: string, server: Server, addedBy: StoredAccount['addedBy']): StoredAccount {
    const others = this.all().map(({ stored }) => stored);
    return freshAccount(id, server, addedBy, others);
  }

  #setCanAnswer(id: string, canAnswer: boolean): void {
    if (this.#list.get(id)?.stored.canAnswer === canAnswer) return;
    if (this.#list.change(id, { canAnswer })) this.#options.listener.onAccounts();
  }

  #setState(id: string, state: ConnectionState): void {
    this.#list.update(id, { state });
    this.#options.listener.onState(id, state);
    this.#options.cutOff.heard(id, state, () => this.#list.get(id)?.source?.nudge());
  }

  #paceOf(origin: string): Pace {
    const pace = this.#paces.get(origin) ?? createPace(this.#options.around.clock);
    this.#paces.set(origin, pace);
    return pace;
  }
}
