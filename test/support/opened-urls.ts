import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { poll } from './desktop-recording.ts';

/** The addresses that a program of the virtual desktop wanted to open in a browser. */
export interface OpenedUrls {
  /** Add to the program's environment: the desktop's `xdg-open` then writes here. */
  readonly env: Readonly<Record<string, string>>;
  /** The addresses so far, in order. */
  all(): Promise<readonly string[]>;
  /** The address at `index`, the first when left out, once it is there. */
  waitFor(index?: number, timeoutMs?: number): Promise<string>;
  remove(): Promise<void>;
}

/** Begins a list of opened addresses, kept with the desktop that `env` names. */
export function recordOpenedUrls(env: NodeJS.ProcessEnv): OpenedUrls {
  const file = join(env['XDG_RUNTIME_DIR'] ?? '', `opened-${randomUUID()}`);
  const all = async () => {
    const text = await readFile(file, 'utf8').catch(() => '');
    return text.split('\n').slice(0, -1);
  };
  return {
    env: { SUZU_OPENED_URLS: file },
    all,
    waitFor: (index = 0, timeoutMs) =>
      poll(`opened address ${index + 1}`, async () => (await all())[index], timeoutMs),
    remove: () => rm(file, { force: true }),
  };
}
