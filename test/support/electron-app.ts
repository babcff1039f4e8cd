import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from '@playwright/test';
import { appCommand, packagedCommand } from '../../scripts/lib/app.mjs';
import { poll, Recording } from './desktop-recording.ts';
import { type ElectronProcess, electronProcesses } from './electron-processes.ts';
import { readTrace, type StdoutTrace } from './trace.ts';

export interface LaunchOptions {
  /** The environment of the desktop to run in. */
  readonly desktop: NodeJS.ProcessEnv;
  /** The app's own arguments. */
  readonly args?: readonly string[];
  /** The profile; a temporary one, removed when the app has ended, when left out. */
  readonly userDataDir?: string;
  /** Added to the desktop's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether `window()` is wanted. Off, nothing is different from what a user runs. */
  readonly driveWindow?: boolean;
  /** The app's folder; the project when left out. */
  readonly directory?: string;
  /** A packaged app's program, in place of the project's source. */
  readonly program?: string;
}

/** How the app ended; one of the two is null. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A running app, started as a user starts it from source. */
export interface RunningApp {
  readonly pid: number;
  readonly userDataDir: string;
  readonly trace: StdoutTrace['lines'];
  /** Lines of stdout that are no trace. */
  readonly strangers: StdoutTrace['strangers'];
  readonly stderr: Recording<string>;
  readonly exited: Promise<Exit>;
  /** The app's only window, once there is one. Needs `driveWindow`. */
  window(timeoutMs?: number): Promise<Page>;
  /** The app's live processes. */
  processes(): readonly ElectronProcess[];
  /** Asks it to end, as the end of a session does, and waits until it has. */
  quit(): Promise<Exit>;
  /** Ends it at once, as a crash would, with everything that it started. */
  kill(): Promise<Exit>;
}

/**
 * Runs the built app on the real runtime, as its own process and without Playwright's hooks inside
 * it: those need the official Electron's default app. The caller ends it with `quit` or `kill`.
 */
export async function launchSuzu(options: LaunchOptions): Promise<RunningApp> {
  const ownProfile = options.userDataDir === undefined;
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'suzu-profile-')));
  const args = [
    `--user-data-dir=${userDataDir}`,
    ...(options.driveWindow ? ['--remote-debugging-port=0'] : []),
    ...(options.args ?? []),
  ];
  const app =
    options.program === undefined
      ? await appCommand(args, options.directory)
      : packagedCommand(options.program, args);
  const [program, ...words] = app.command;
  const child = spawn(program, words, {
    env: { ...options.desktop, ...app.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  await once(child, 'spawn');
  const { pid = 0 } = child;
  const stderr = new Recording<string>('line of stderr');
  createInterface({ input: child.stderr }).on('line', (line) => stderr.add(line));
  const { lines, strangers } = readTrace(child.stdout);

  const exited = new Promise<Exit>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  }).then(async (exit) => {
    killGroup(pid);
    if (ownProfile) await rm(userDataDir, { recursive: true, force: true, maxRetries: 3 });
    return exit;
  });
  const browser = lazily(() => connectDevTools(stderr));
  return {
    pid,
    userDataDir,
    trace: lines,
    strangers,
    stderr,
    exited,
    async window(timeoutMs) {
      const { contexts } = await browser
        .get()
        .then((connected) => ({ contexts: connected.contexts() }));
      return poll(
        'window',
        async () => contexts.flatMap((context) => context.pages())[0],
        timeoutMs,
      );
    },
    processes: () => electronProcesses(pid),
    async quit() {
      await browser.given()?.then((connected) => connected.close());
      child.kill('SIGTERM');
      return exited;
    },
    async kill() {
      killGroup(pid);
      return exited;
    },
  };
}

/** Chromium tells on stderr where its DevTools listen when it chose the port itself. */
async function connectDevTools(stderr: Recording<string>): Promise<Browser> {
  const line = await stderr.waitFor((text) => text.startsWith('DevTools listening on '));
  return chromium.connectOverCDP(line.replace('DevTools listening on ', ''));
}

/** Makes something when it is first asked for, and once. */
function lazily<T>(make: () => Promise<T>) {
  let made: Promise<T> | undefined;
  return {
    get() {
      made ??= make();
      return made;
    },
    /** What was made, without making it. */
    given: () => made,
  };
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // Nothing is left.
  }
}
