import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoServer, type DemoServer } from '../../src-main/demo/server.ts';
import { demoPictures } from './demo.ts';
import { test as base, type Launch } from './desktop.ts';
import { poll } from './desktop-recording.ts';
import type { RunningApp } from './electron-app.ts';
import type { TraceLine } from './trace.ts';

/** A Misskey server with an account, and the way to start Suzu signed in to it. */
export interface Misskey {
  readonly server: DemoServer;
  readonly origin: string;
  /** The account's token. */
  readonly token: string;
  /** `--account` and `--token-file` for the account, and `--trace`. */
  readonly args: readonly string[];
  /** Starts Suzu with `args` and whatever else is asked for, and waits until it is online and caught up. */
  launchOnline(options?: Parameters<Launch>[0]): Promise<RunningApp>;
}

interface SuzuThings {
  misskey: Misskey;
  /** A profile that outlives the app, for tests that start it again. */
  profile: string;
}

/** Playwright's `test` with a desktop session and a Misskey server, on real time and real sockets. */
export const test = base.extend<SuzuThings>({
  profile: async ({ desktop: _desktop }, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'suzu-kept-profile-'));
    await use(profile);
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  },
  misskey: async ({ launch }, use) => {
    const server = createDemoServer({ picturesDir: demoPictures });
    const origin = await server.start();
    const token = server.issueToken(server.account);
    const folder = await mkdtemp(join(tmpdir(), 'suzu-token-'));
    const tokenFile = join(folder, 'token');
    await writeFile(tokenFile, token, { mode: 0o600 });
    const args = [`--account=${origin}`, `--token-file=${tokenFile}`, '--trace'];
    await use({
      server,
      origin,
      token,
      args,
      async launchOnline(options = {}) {
        const app = await launch({ ...options, args: [...args, ...(options.args ?? [])] });
        await app.trace.waitFor(isState('online'));
        await poll('caught up account', () => caughtUp(app.userDataDir));
        return app;
      },
    });
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  },
});

/** The history says up to where nothing is missing once the first catch-up has ended. */
async function caughtUp(profile: string): Promise<true | undefined> {
  const history = await readFile(join(profile, 'history.jsonl'), 'utf8').catch(() => '');
  return history.includes('"k":"cursor"') ? true : undefined;
}

type StreamLine = Extract<TraceLine, { at: 'stream' }>;

/** Whether a line of the trace says that a stream entered a state. */
export function isState(state: StreamLine['state'], reason?: string) {
  return (line: TraceLine): boolean =>
    line.at === 'stream' &&
    line.state === state &&
    (reason === undefined || line.reason === reason);
}

/** Whether a line of the trace tells what became of the toast of a notification. */
export function isToast(notificationId: string | null, result = 'shown') {
  return (line: TraceLine): boolean =>
    line.at === 'toast' &&
    notificationId !== null &&
    line.id.endsWith(`/${notificationId}`) &&
    line.result === result;
}

export { expect } from '@playwright/test';
