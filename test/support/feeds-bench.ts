import type { CursorFile } from '../../src-main/engine/feeds/cursor-file.ts';
import { Cursors } from '../../src-main/engine/feeds/cursors.ts';
import { type FeedSecrets, noSecrets } from '../../src-main/engine/feeds/feed-secrets.ts';
import { Feeds, type NewFeed } from '../../src-main/engine/feeds/feeds.ts';
import type { FeedPreset } from '../../src-main/engine/feeds/preset.ts';
import { feedPresets } from '../../src-main/engine/feeds/preset-list.ts';
import type { FeedConnection, StoredFeed } from '../../src-main/engine/feeds/stored-feed.ts';
import type { Fetch } from '../../src-main/engine/fetch.ts';
import type { ConnectionState } from '../../src-main/engine/streaming/connection.ts';
import { CutOff } from '../../src-main/engine/streaming/cut-off.ts';
import { bellBench } from './bell-bench.ts';
import type { FakeClock } from './fake-clock.ts';
import type { FakeLineFile } from './line-file.ts';
import { playedLinks } from './played-links.ts';

export const sseOf = (host: string): FeedConnection => ({
  system: 'sse',
  url: `https://${host}/events`,
  events: [],
  silentAfter: null,
  resume: null,
});

export const mqttOf = (host: string, retained = false): FeedConnection => ({
  system: 'mqtt',
  url: `wss://${host}/mqtt`,
  topics: [{ filter: '#', qos: 1 }],
  version: 5,
  clientId: 'suzu-test',
  persistent: false,
  retained,
});

/** A feed as it is kept: `feed-build000` at `build.example`, unless said otherwise. */
export const storedFeed = (name: string, fields: Partial<StoredFeed> = {}): StoredFeed => ({
  id: `feed-${name.padEnd(8, '0')}`,
  name,
  color: '#2f6fde',
  on: true,
  connection: sseOf(`${name}.example`),
  has: { headers: [], username: false, password: false },
  preset: null,
  rule: null,
  proven: false,
  addedBy: 'user',
  ...fields,
});

export const newFeed = (name: string, fields: Partial<NewFeed> = {}): NewFeed => ({
  name,
  connection: sseOf(`${name}.example`),
  rule: null,
  preset: null,
  addedBy: 'user',
  ...fields,
});

export const bearer = (token: string): FeedSecrets => ({
  ...noSecrets,
  headers: { Authorization: `Bearer ${token}` },
});

/** Secrets as the token store has them, typed for that server. */
export const keptFor = (host: string, secrets: FeedSecrets): string =>
  JSON.stringify({ ...secrets, server: `https://${host}` });

/** What outlives a run. */
export interface FeedsDisk {
  feeds: readonly StoredFeed[];
  cursors: string | null;
  readonly tokens: Map<string, string>;
}

export const emptyDisk = (): FeedsDisk => ({ feeds: [], cursors: null, tokens: new Map() });

export interface FeedsBenchOptions {
  readonly clock?: FakeClock;
  /** The history's. */
  readonly file?: FakeLineFile;
  readonly disk?: FeedsDisk;
  readonly presets?: readonly FeedPreset[];
  readonly fetch?: Fetch;
}

/** Feeds over played links; what is stored lies open to the test, and may be taken to another run. */
export function feedsBench({
  clock,
  file,
  disk = emptyDisk(),
  presets = [],
  fetch = async () => new Response('[]'),
}: FeedsBenchOptions = {}) {
  const bell = bellBench(clock, file);
  const links = playedLinks();
  const states: [string, ConnectionState['name'] | 'off'][] = [];
  const watched: string[] = [];
  const cursorFile: CursorFile = {
    read: () => disk.cursors,
    write: (text) => {
      disk.cursors = text;
    },
  };
  /** Each part may be replaced by the test. */
  const tokens = {
    load: async (id: string) => disk.tokens.get(id) ?? null,
    save: async (id: string, token: string) => void disk.tokens.set(id, token),
    forget: async (id: string) => void disk.tokens.delete(id),
  };
  let saves = 0;
  let changes = 0;
  let drawn = 0;
  const cutOff = new CutOff();
  const feeds = new Feeds({
    store: {
      load: () => disk.feeds,
      save: (all) => {
        saves += 1;
        disk.feeds = all;
      },
    },
    tokens: {
      load: (id) => tokens.load(id),
      save: (id, token) => tokens.save(id, token),
      forget: (id) => tokens.forget(id),
    },
    cursors: new Cursors({ file: cursorFile, clock: bell.clock, log: bell.log }),
    presets: feedPresets(presets),
    around: {
      clock: bell.clock,
      random: () => {
        drawn = (drawn + 0.618) % 1;
        return drawn;
      },
      fetch,
      streamFetch: fetch,
      agent: () => {
        throw new Error('played links open nothing');
      },
      userAgent: 'Suzu/test',
      openLink: links.open,
      bell: bell.bell,
      history: bell.history,
      log: bell.log,
    },
    cutOff,
    takenColors: () => [],
    listener: {
      onFeeds: () => {
        changes += 1;
      },
      onState: (id, state) => void states.push([id, state?.name ?? 'off']),
      onEvents: (id) => void watched.push(id),
    },
  });
  return {
    bell,
    clock: bell.clock,
    links,
    disk,
    tokens,
    feeds,
    cutOff,
    states,
    /** The feed of each event that was told to who watches, oldest first. */
    watched,
    saves: () => saves,
    /** How often the listener was told that feeds changed. */
    changes: () => changes,
    /** Titles and bodies of toasts, oldest first. */
    toasts: () => bell.told.toasts.map(({ title, body }) => `${title}: ${body}`),
    /** Starts with these feeds, and brings each online. */
    async online(...stored: readonly StoredFeed[]): Promise<void> {
      disk.feeds = stored;
      await feeds.start();
      for (const { sockets } of links.all) sockets.at(-1)?.open();
    },
  };
}

/** The connection to a server is lost; resolves when the next one is open. */
export async function reconnected({ links, clock }: FeedsBench, host: string): Promise<void> {
  const { sockets } = links.of(host);
  const before = sockets.length;
  sockets.at(-1)?.end({ kind: 'closed', code: 1006 });
  for (let second = 0; second < 120 && sockets.length === before; second += 1) {
    await clock.advance(1_000);
  }
  sockets.at(-1)?.open();
}

export type FeedsBench = ReturnType<typeof feedsBench>;
