import { isDeepStrictEqual } from 'node:util';
import { sourceColor } from '../source-color.ts';
import type { ConnectionState } from '../streaming/connection.ts';
import type { CutOff } from '../streaming/cut-off.ts';
import { createPace, type Pace } from '../streaming/pace.ts';
import type { TokenStore } from '../token-store.ts';
import type { Cursors } from './cursors.ts';
import { type Feed, FeedList, type FeedStore } from './feed-list.ts';
import { type EventPreview, previewsOf } from './feed-previews.ts';
import { rulesOf } from './feed-rules.ts';
import {
  type FeedSecrets,
  hasAll,
  namesAfter,
  namesOf,
  type SecretsChange,
} from './feed-secrets.ts';
import { FeedSource, type FeedSurroundings } from './feed-source.ts';
import type { NoticeRule } from './notices/notice-rule.ts';
import type { FeedPresets } from './preset-list.ts';
import { SecretKeeper } from './secret-keeper.ts';
import { type SeenEvent, SeenEvents } from './seen-events.ts';
import { serverOf } from './server-of.ts';
import type { FeedConnection, PortableFeed, StoredFeed } from './stored-feed.ts';

export type { Feed } from './feed-list.ts';
export type { EventPreview, RulePreview } from './feed-previews.ts';
export type { SeenEvent } from './seen-events.ts';

export interface FeedsListener {
  /** Feeds were added, removed or changed. */
  onFeeds(): void;
  /** Null = it is off. */
  onState(feedId: string, state: ConnectionState | null): void;
  /** An event came to the feed that is watched; told for each. */
  onEvents(feedId: string): void;
}

export interface FeedsOptions {
  readonly store: FeedStore;
  readonly tokens: TokenStore;
  readonly cursors: Cursors;
  readonly presets: Pick<FeedPresets, 'get'>;
  readonly around: FeedSurroundings;
  /** Knows who failed for want of a network. */
  readonly cutOff: CutOff;
  /** Colours (`#rrggbb`) that other sources have. */
  readonly takenColors: () => readonly string[];
  readonly listener: FeedsListener;
}

/** What a person says of a feed, its secrets apart. */
export interface FeedChange {
  readonly name: string;
  readonly connection: FeedConnection;
  /** Null = as its preset says, or `plainRule`. */
  readonly rule: NoticeRule | null;
}

export interface NewFeed extends FeedChange {
  /** The preset that it is made by; null = none. */
  readonly preset: string | null;
  readonly addedBy: StoredFeed['addedBy'];
}

/** The feeds of this profile: adds, removes, keeps and runs them. */
export class Feeds {
  readonly #options: FeedsOptions;
  readonly #list: FeedList;
  readonly #secrets: SecretKeeper;
  readonly #seen = new Map<string, SeenEvents>();
  /** By origin: a server is not knocked at by a crowd. */
  readonly #paces = new Map<string, Pace>();
  /** `from`: how many events it had seen before. */
  #watched: { readonly id: string; readonly from: number } | null = null;
  /** The latest start of each feed: what an earlier one waited for is of no use. */
  readonly #turns = new Map<string, symbol>();
  #stopped = false;

  constructor(options: FeedsOptions) {
    this.#options = options;
    this.#list = new FeedList(options.store);
    this.#secrets = new SecretKeeper(options.tokens);
  }

  /** In the order in which they stand. */
  all(): readonly Feed[] {
    return this.#list.all();
  }

  get(id: string): Feed | undefined {
    return this.#list.get(id);
  }

  /**
   * Loads and starts what is stored; all are listed when this returns, and resolves once the keyring gave or
   * refused what each needs. None waits for another.
   */
  async start(): Promise<void> {
    const stored = this.#list.load();
    this.#options.cursors.keepOnly(stored.map(({ id }) => id));
    this.#options.listener.onFeeds();
    await Promise.all(stored.map(({ id }) => this.#begin(id)));
  }

  /** Nothing runs after this. */
  stop(): void {
    this.#stopped = true;
    for (const { source } of this.#list.all()) source?.stop();
    this.#options.cursors.stop();
  }

  /**
   * Adds a feed, numbered if another has its name, and connects it; its secrets are kept as soon as the keyring
   * takes them. Returns its id.
   */
  add({ name, connection, rule, preset, addedBy }: NewFeed, secrets: FeedSecrets): string {
    const id = this.#freeId();
    const has = namesOf(secrets);
    const others = this.#list.all().map(({ stored }) => stored.color);
    const color = sourceColor([...this.#options.takenColors(), ...others]);
    this.#secrets.set({ id, connection, has }, secrets);
    const fixed = { id, name: this.#list.freeName(name), color, preset, addedBy };
    this.#list.put({ ...fixed, connection, rule, has, on: true, proven: false });
    void this.#begin(id);
    // Nobody waits for it: a keyring may want the user to type its password. The demo's feeds are never kept.
    if (addedBy !== 'demo') void this.#secrets.keep({ id, has });
    return id;
  }

  /**
   * Changes a feed. Only another connection or other secrets make it connect anew. Another server gets no secret
   * that was typed for the one before: what is to be kept is missing there. Resolves once the change is in
   * effect; other secrets are kept as soon as the keyring takes them.
   * @param secrets null = as they are.
   */
  async change(
    id: string,
    { name, connection, rule }: FeedChange,
    secrets: SecretsChange | null,
  ): Promise<void> {
    const feed = this.#list.get(id);
    if (feed === undefined) return;
    const { stored } = feed;
    const has = secrets === null ? stored.has : namesAfter(secrets, stored.has.password);
    this.#list.change(id, { name, connection, rule, has });
    if (isElsewhere(connection, stored.connection)) this.#renew(id);
    const now = { id, connection, has };
    const hasOthers = secrets !== null && (await this.#secrets.change(now, secrets, stored));
    if (this.#list.get(id) === undefined) {
      // Removed while the keyring took its time: nothing of it is to be kept after all.
      await this.#secrets.forget(id);
      return;
    }
    // Whoever has just typed them wants to know at once whether they are right.
    if (hasOthers) this.#list.change(id, { proven: false });
    const isSame = isDeepStrictEqual(connection, stored.connection) && !hasOthers;
    if (isSame && this.#list.get(id)?.source) this.#applyRules(id);
    else await this.#begin(id);
    if (hasOthers && stored.addedBy !== 'demo') void this.#secrets.keep(now);
  }

  /**
   * Puts a feed in place as another Suzu had it, over the one that is that feed here, if there is one. What it
   * proves itself with is not handed on: a new one waits until it is typed. Nor does a file make Suzu speak to a
   * server that this feed did not speak to before: until the user has looked at it, the feed is off.
   * @returns whether that is so.
   */
  restore({ id, name, color, on, connection, has, preset, rule }: PortableFeed): boolean {
    const here = this.#list.get(id)?.stored;
    const isKnown = here !== undefined && serverOf(here.connection) === serverOf(connection);
    const what = { id, name, color, preset, rule };
    this.#list.put(
      isKnown
        ? { ...here, ...what, on, connection }
        : {
            ...{ ...what, on: false, connection: this.#ownOf(connection), has, proven: false },
            addedBy: 'user',
          },
    );
    if (here !== undefined && isElsewhere(connection, here.connection)) this.#renew(id);
    void this.#begin(id);
    return on && !isKnown;
  }

  /** Forgets a feed with its secrets and all its notices. */
  async remove(id: string): Promise<void> {
    const feed = this.#list.get(id);
    if (feed === undefined) return;
    const { around, cursors, cutOff, listener } = this.#options;
    (feed.source ?? this.#idleSource(feed))?.leave();
    this.#list.remove(id);
    this.#turns.delete(id);
    this.#seen.delete(id);
    cutOff.forget(id);
    cursors.forget(id);
    around.bell.forget(id);
    listener.onFeeds();
    await this.#secrets.forget(id);
  }

  /** Moves a feed to another place, counted from 0; one too large means the end. */
  move(id: string, index: number): void {
    this.#list.move(id, index);
    this.#options.listener.onFeeds();
  }

  /** One that is off keeps all that it has, and does not connect. */
  setOn(id: string, on: boolean): void {
    const feed = this.#list.get(id);
    if (feed === undefined || feed.stored.on === on) return;
    this.#list.change(id, { on });
    void this.#begin(id);
  }

  /** Tries again at once, also after a refusal. */
  retry(id: string): void {
    if (this.#stopped) return;
    const feed = this.#list.get(id);
    if (feed?.source) feed.source.retry();
    else void this.#begin(id);
  }

  /** The computer woke up, was unlocked, or the network came back. */
  nudge(): void {
    for (const { source } of this.#list.all()) source?.nudge();
  }

  /** The way to the servers changed: every connection is made anew. */
  reconnect(): void {
    for (const { source } of this.#list.all()) source?.reconnect();
  }

  /** From now on `onEvents` tells of this feed's events; null = of none's. */
  watch(id: string | null): void {
    this.#watched = id === null ? null : { id, from: this.#seenOf(id).count };
  }

  /** The last events of a feed, newest first, and how many came since it is watched. */
  seen(id: string): { readonly events: readonly SeenEvent[]; readonly count: number } {
    const seen = this.#seen.get(id);
    if (seen === undefined) return { events: [], count: 0 };
    const from = this.#watched?.id === id ? this.#watched.from : 0;
    return { events: seen.newest(), count: seen.count - from };
  }

  /** What a rule would make of the last events, in the order of `seen`; null = the preset's, or the plain one. */
  preview(id: string, rule: NoticeRule | null): readonly EventPreview[] {
    const feed = this.#list.get(id);
    if (feed === undefined) return [];
    const { presets, around } = this.#options;
    const rules = rulesOf({ ...feed.stored, rule }, presets);
    return previewsOf(this.seen(id).events, rules, around.clock.now());
  }

  /** Starts or stops a feed as it is to be now, with what it proves itself with. */
  async #begin(id: string): Promise<void> {
    const feed = this.#list.get(id);
    if (feed === undefined || this.#stopped) return;
    feed.source?.stop();
    this.#list.update(id, { source: null });
    this.#applyRules(id);
    const { on, has } = feed.stored;
    const turn = Symbol(id);
    this.#turns.set(id, turn);
    if (!on) {
      this.#setState(id, null);
      return;
    }
    const known = this.#secrets.known(feed.stored);
    if (known === undefined) this.#setState(id, { name: 'connecting' });
    const secrets = known ?? (await this.#secrets.load(feed.stored));
    // A keyring may take its time: meanwhile the feed may be gone, off, or changed.
    if (this.#turns.get(id) !== turn || this.#stopped) return;
    const { headers, password } = has;
    this.#list.update(id, {
      secrets: { headers, username: secrets.username, hasPassword: password },
    });
    this.#options.listener.onFeeds();
    if (hasAll(secrets, has)) this.#run(id, secrets);
    else this.#setState(id, { name: 'refused', reason: 'feed-secrets' });
  }

  /** Another server knows nothing of where the feed was with the one before, which is heard no more. */
  #renew(id: string): void {
    const feed = this.#list.get(id);
    feed?.source?.leave();
    this.#list.update(id, { source: null });
    if (feed?.stored.on) this.#setState(id, { name: 'connecting' });
    this.#options.cursors.forget(id);
    this.#list.change(id, { proven: false });
  }

  #run(id: string, secrets: FeedSecrets): void {
    const feed = this.#list.get(id);
    if (feed === undefined) return;
    const source = this.#sourceOf(feed.stored, secrets);
    this.#list.update(id, { source });
    source.start();
  }

  /** The source of a feed that is off; null where the keyring would have to be asked for it. */
  #idleSource({ stored }: Feed): FeedSource | null {
    const secrets = this.#secrets.known(stored);
    return secrets === undefined || this.#stopped ? null : this.#sourceOf(stored, secrets);
  }

  #sourceOf(stored: StoredFeed, secrets: FeedSecrets): FeedSource {
    const { around, cursors, listener, presets } = this.#options;
    const { id, connection, preset, proven } = stored;
    return new FeedSource({
      id,
      connection,
      secrets,
      rules: rulesOf(stored, presets),
      catchUp: presets.get(preset ?? '')?.catchUp?.(connection) ?? null,
      proven,
      pace: this.#paceOf(connection),
      cursor: (part) => cursors.of(id, part),
      keepCursors: () => cursors.flush(),
      seen: this.#seenOf(id),
      around,
      listener: {
        onState: (state) => this.#setState(id, state),
        onProven: () => this.#list.change(id, { proven: true }),
        onEvent: () => {
          if (this.#watched?.id === id) listener.onEvents(id);
        },
      },
    });
  }

  #applyRules(id: string): void {
    const feed = this.#list.get(id);
    if (feed === undefined) return;
    const rules = rulesOf(feed.stored, this.#options.presets);
    feed.source?.setRules(rules);
    this.#list.update(id, { ruleProblem: rules.problem });
    this.#options.listener.onFeeds();
  }

  #setState(id: string, state: ConnectionState | null): void {
    const before = this.#list.get(id);
    if (before === undefined || (before.state === null && state === null)) return;
    this.#list.update(id, { state });
    this.#options.listener.onState(id, state);
    if (state === null) this.#options.cutOff.forget(id);
    else this.#options.cutOff.heard(id, state, () => this.#list.get(id)?.source?.nudge());
  }

  #seenOf(id: string): SeenEvents {
    const seen = this.#seen.get(id) ?? new SeenEvents();
    this.#seen.set(id, seen);
    return seen;
  }

  #paceOf({ url }: FeedConnection): Pace {
    // `ws:` and `http:` are one server.
    const { host } = new URL(url);
    const pace = this.#paces.get(host) ?? createPace(this.#options.around.clock);
    this.#paces.set(host, pace);
    return pace;
  }

  /** Two clients of a broker with one id throw each other out. What somebody chose may be all that it allows. */
  #ownOf(connection: FeedConnection): FeedConnection {
    if (connection.system !== 'mqtt' || !connection.clientId.startsWith('suzu-')) return connection;
    return { ...connection, clientId: `suzu-${named(this.#draw())}` };
  }

  /** Eight letters and digits that no other feed has. */
  #freeId(): string {
    let drawn = this.#draw();
    while (this.#list.get(`feed-${named(drawn)}`) !== undefined) drawn = (drawn + 1) % names;
    return `feed-${named(drawn)}`;
  }

  #draw(): number {
    return Math.floor(this.#options.around.random() * names);
  }
}

/** As many as there are names of eight letters and digits. */
const names = 36 ** 8;

function named(drawn: number): string {
  return drawn.toString(36).padStart(8, '0');
}

function isElsewhere(now: FeedConnection, before: FeedConnection): boolean {
  return now.system !== before.system || now.url !== before.url;
}
