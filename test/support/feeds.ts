import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import * as v from 'valibot';
import { profileVersion } from '../../src-main/desktop/settings-migrations.ts';
import { type NoticeRule, plainRule } from '../../src-main/engine/feeds/notices/notice-rule.ts';
import type { FeedConnection, StoredFeed } from '../../src-main/engine/feeds/stored-feed.ts';
import { record } from './desktop-bus.ts';
import type { RunningApp } from './electron-app.ts';
import { type Mosquitto, type MosquittoOptions, startMosquitto } from './mosquitto.ts';
import { type FrontOptions, type NginxFront, startNginxFront } from './nginx-front.ts';
import { type PhpFeed, startPhpFeed } from './php-feed.ts';
import { type PythonFeed, startPythonFeed } from './python-feed.ts';
import { test as base } from './suzu.ts';
import type { TraceLine } from './trace.ts';

/** Starts servers that are not ours; they are gone with the test. */
export interface FeedServers {
  php(token?: string): Promise<PhpFeed>;
  python(): Promise<PythonFeed>;
  mosquitto(options?: MosquittoOptions): Promise<Mosquitto>;
  nginx(target: string, options?: FrontOptions): Promise<NginxFront>;
}

interface FeedThings {
  servers: FeedServers;
  /** Starts Suzu in the test's profile with these feeds, and with the trace; without them, with those that it has. */
  launchFeeds(feeds?: readonly StoredFeed[], options?: LaunchFeedsOptions): Promise<RunningApp>;
}

interface LaunchFeedsOptions {
  readonly driveWindow?: boolean;
  readonly args?: readonly string[];
}

/** Playwright's `test` with servers for feeds. */
export const test = base.extend<FeedThings>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern to know what is needed.
  servers: async ({}, use) => {
    const all: { remove(): Promise<void> }[] = [];
    const kept = async <Server extends { remove(): Promise<void> }>(starting: Promise<Server>) => {
      const server = await starting;
      all.push(server);
      return server;
    };
    await use({
      php: (token) => kept(startPhpFeed(token)),
      python: () => kept(startPythonFeed()),
      mosquitto: (options) => kept(startMosquitto(options)),
      nginx: (target, options) => kept(startNginxFront(target, options)),
    });
    await Promise.all(all.map((server) => server.remove()));
  },
  launchFeeds: async ({ launch, profile }, use) => {
    await use(async (feeds, { driveWindow = false, args = [] } = {}) => {
      if (feeds !== undefined) await keepFeeds(profile, feeds);
      const app = await launch({
        userDataDir: profile,
        driveWindow,
        args: ['--hidden', '--trace', ...args],
      });
      return app;
    });
  },
});

/** A feed as the settings keep it. `rule` is laid over the plain one; null = as Suzu would. */
export function aFeed(
  id: string,
  connection: FeedConnection,
  rule: Partial<NoticeRule> | null = null,
): StoredFeed {
  return {
    id: `feed-${id.padEnd(8, '0')}`,
    name: `The ${id} feed`,
    color: '#966208',
    on: true,
    connection,
    has: { headers: [], username: false, password: false },
    preset: null,
    rule: rule === null ? null : { ...plainRule, ...rule },
    proven: false,
    addedBy: 'user',
  };
}

/** Writes the feeds that Suzu finds at its next start; all else in the profile stays. */
export async function keepFeeds(profile: string, feeds: readonly StoredFeed[]): Promise<void> {
  const path = join(profile, 'settings.json');
  const before = record(JSON.parse(await readFile(path, 'utf8').catch(() => '{}')));
  await writeFile(path, JSON.stringify({ ...before, version: profileVersion, feeds }));
}

export const sse = (
  url: string,
  fields: Partial<Extract<FeedConnection, { system: 'sse' }>> = {},
): FeedConnection => ({
  system: 'sse',
  url,
  events: [],
  silentAfter: null,
  resume: null,
  ...fields,
});

export const webSocket = (
  url: string,
  fields: Partial<Extract<FeedConnection, { system: 'websocket' }>> = {},
): FeedConnection => ({
  system: 'websocket',
  url,
  protocols: [],
  hello: [],
  silentAfter: null,
  resume: null,
  ...fields,
});

export const mqtt = (
  url: string,
  fields: Partial<Extract<FeedConnection, { system: 'mqtt' }>> = {},
): FeedConnection => ({
  system: 'mqtt',
  url,
  topics: [{ filter: 'home/#', qos: 1 }],
  version: 4,
  clientId: 'suzu-test',
  persistent: false,
  retained: false,
  ...fields,
});

/** Whether a line of the trace tells that a feed's stream entered a state. */
export function feedIs(feed: StoredFeed, state: string, reason?: string) {
  return (line: TraceLine): boolean =>
    line.at === 'stream' &&
    line.account === feed.id &&
    line.state === state &&
    (reason === undefined || line.reason === reason);
}

/** Whether a line of the trace tells that a toast with this title was shown. */
export function toastSays(title: string, result = 'shown') {
  return (line: TraceLine): boolean =>
    line.at === 'toast' && line.result === result && line.title === title;
}

/** How often a feed came online. */
export function timesOnline(app: RunningApp, feed: StoredFeed): number {
  return app.trace.all.filter(feedIs(feed, 'online')).length;
}

/** What the window is told of a feed's state, as the sentence that its reader gets. */
export async function wordsOf(page: Page, feed: StoredFeed): Promise<string> {
  const snapshot = v.parse(snapshotSchema, await page.evaluate('suzu.getSnapshot()'));
  return snapshot.feeds.find(({ id }) => id === feed.id)?.stateText ?? '';
}

const snapshotSchema = v.object({
  feeds: v.array(v.object({ id: v.string(), stateText: v.string() })),
});
