import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { appCommand } from '../../scripts/lib/app.mjs';
import { commandIn, entryFields, startsAtLogin } from './desktop-entry.ts';

/** A program that the session started at login. */
export interface Autostarted {
  readonly pid: number;
  /** The entry's file. */
  readonly file: string;
  readonly command: readonly string[];
  readonly exited: Promise<number | null>;
  /** Ends it at once, with everything that it started. */
  kill(): Promise<void>;
}

/** The user's autostart folder in a desktop. */
export function autostartFolder(env: NodeJS.ProcessEnv): string {
  return join(env['XDG_CONFIG_HOME'] ?? '', 'autostart');
}

/** What `desktop-file-validate` says of an entry; empty = it is valid. */
export async function validateEntry(file: string): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)('desktop-file-validate', [file]).catch(
    (error: { stdout: string; stderr: string }) => error,
  );
  return `${stdout}${stderr}`;
}

/** Starts what stands in the autostart folder, as a session does when the user logs in. */
export async function logIn(env: NodeJS.ProcessEnv): Promise<readonly Autostarted[]> {
  const folder = autostartFolder(env);
  const names = await readdir(folder).catch(() => []);
  const started: Autostarted[] = [];
  for (const name of names.filter((one) => one.endsWith('.desktop'))) {
    const file = join(folder, name);
    const text = await readFile(file, 'utf8');
    if (!startsAtLogin(text)) continue;
    const tried = entryFields(text).get('TryExec');
    if (tried !== undefined) await access(tried);
    started.push(await start(file, commandIn(text), env));
  }
  return started;
}

async function start(
  file: string,
  command: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Autostarted> {
  const [program, ...args] = command;
  if (program === undefined) throw new Error(`${file} starts nothing`);
  // What running from source needs in a container; the rest is the session's own.
  const source = await appCommand([]);
  const child: ChildProcess = spawn(program, args, {
    env: { ...env, ...source.env },
    stdio: 'ignore',
    detached: true,
  });
  await once(child, 'spawn');
  const { pid = 0 } = child;
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    pid,
    file,
    command,
    exited,
    async kill() {
      try {
        process.kill(-pid, 'SIGKILL');
      } catch {
        // It has ended.
      }
      await exited;
    },
  };
}
