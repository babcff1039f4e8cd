import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** An event for a server that reads them from a file. */
export interface FileEvent {
  readonly id?: string;
  /** Its name; for servers of event streams. */
  readonly event?: string;
  /** What it says; sent as it is when it is a text, as JSON otherwise. */
  readonly data: unknown;
  /** The server sends half of it and stops there, the first time; it says `cut` then. */
  readonly cut?: true;
}

/** A file of events, one a line, that servers pass on as it grows; it outlives them. */
export interface EventFile {
  readonly path: string;
  /** A shell adds an event to the end. */
  append(...events: readonly FileEvent[]): Promise<void>;
  remove(): Promise<void>;
}

/** Makes an empty one. */
export async function eventFile(): Promise<EventFile> {
  const folder = await mkdtemp(join(tmpdir(), 'suzu-events-'));
  const path = join(folder, 'events');
  await writeFile(path, '');
  return {
    path,
    async append(...events) {
      const lines = events.map((event) =>
        JSON.stringify({
          ...event,
          data: typeof event.data === 'string' ? event.data : JSON.stringify(event.data),
        }),
      );
      await run('sh', ['-c', 'printf "%s\\n" "$@" >> "$0"', path, ...lines]);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
