import { cutAt } from '../lines.ts';
import type { ConnectionState } from '../streaming/connection.ts';
import type { RunningRules } from './feed-rules.ts';
import type { FeedSource } from './feed-source.ts';
import { mostOfName, type StoredFeed } from './stored-feed.ts';

/** Where feeds are kept between runs. */
export interface FeedStore {
  load(): readonly StoredFeed[];
  save(feeds: readonly StoredFeed[]): void;
}

/** A feed while Suzu runs. */
export interface Feed {
  readonly stored: StoredFeed;
  /** Null while it is off. */
  readonly state: ConnectionState | null;
  /** Which secrets it has; their values are nobody's business but the server's. */
  readonly secrets: {
    readonly headers: readonly string[];
    /** Null = none, or not known as long as the keyring is shut. */
    readonly username: string | null;
    readonly hasPassword: boolean;
  };
  /** Why its own rule cannot be read: it rings by the plain one meanwhile. Null = it can. */
  readonly ruleProblem: RunningRules['problem'];
}

/** With what only the feeds themselves know of one. */
export interface RunningFeed extends Feed {
  /** Null while it is off, or waits for what it proves itself with. */
  readonly source: FeedSource | null;
}

/** The feeds of this profile, in their order: what is kept of each, and what is known on this run. */
export class FeedList {
  readonly #store: FeedStore;
  readonly #feeds = new Map<string, RunningFeed>();

  constructor(store: FeedStore) {
    this.#store = store;
  }

  all(): RunningFeed[] {
    return [...this.#feeds.values()];
  }

  get(id: string): RunningFeed | undefined {
    return this.#feeds.get(id);
  }

  /** Brings in what was kept; of two with one id the first. */
  load(): readonly StoredFeed[] {
    for (const feed of this.#store.load()) {
      if (!this.#feeds.has(feed.id)) this.#place(feed);
    }
    return this.all().map(({ stored }) => stored);
  }

  /** The name, or one like it that no feed has: a preset names every feed on a server after that server. */
  freeName(name: string): string {
    const taken = new Set(this.all().map(({ stored }) => stored.name));
    let free = name;
    for (let number = 2; taken.has(free); number += 1) {
      const mark = ` #${number}`;
      free = `${cutAt(name, mostOfName - mark.length)}${mark}`;
    }
    return free;
  }

  /** Adds a feed, or replaces what is kept of it. */
  put(stored: StoredFeed): void {
    this.#place(stored);
    this.#save();
  }

  /** Changes what is kept of a feed, if it is there. */
  change(id: string, changes: Partial<StoredFeed>): void {
    const feed = this.#feeds.get(id);
    if (feed !== undefined) this.put({ ...feed.stored, ...changes });
  }

  /** Changes what is known of a feed on this run. */
  update(id: string, changes: Partial<Omit<RunningFeed, 'stored'>>): void {
    const feed = this.#feeds.get(id);
    if (feed !== undefined) this.#feeds.set(id, { ...feed, ...changes });
  }

  remove(id: string): void {
    this.#feeds.delete(id);
    this.#save();
  }

  /** Moves a feed to another place, counted from 0; one too large means the end. */
  move(id: string, index: number): void {
    const feed = this.#feeds.get(id);
    if (feed === undefined) return;
    const rest = this.all().filter((one) => one !== feed);
    this.#feeds.clear();
    for (const one of rest.toSpliced(index, 0, feed)) this.#feeds.set(one.stored.id, one);
    this.#save();
  }

  #place(stored: StoredFeed): void {
    const before = this.#feeds.get(stored.id);
    const { headers, password } = stored.has;
    this.#feeds.set(stored.id, {
      state: stored.on ? { name: 'connecting' } : null,
      ruleProblem: null,
      source: null,
      ...before,
      secrets: { headers, username: before?.secrets.username ?? null, hasPassword: password },
      stored,
    });
  }

  /** The demo's feeds live as long as their server: no longer than this run. */
  #save(): void {
    const stored = this.all().map((feed) => feed.stored);
    this.#store.save(stored.filter(({ addedBy }) => addedBy !== 'demo'));
  }
}
