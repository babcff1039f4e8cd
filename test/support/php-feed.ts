import { fileURLToPath } from 'node:url';
import type { Recording } from './desktop-recording.ts';
import { type EventFile, eventFile, type FileEvent } from './event-file.ts';
import { freePort } from './free-port.ts';
import { type RealProgram, startProgram } from './real-program.ts';

const script = fileURLToPath(new URL('feed-servers/sse.php', import.meta.url));

/** An event stream that PHP serves. */
export interface PhpFeed {
  /** `http://127.0.0.1:PORT`; the same after a restart. */
  readonly origin: string;
  /**
   * The stream's address. The query says how the script behaves: `ends=N` (events an answer), `gzip`,
   * `silent` (no comments).
   */
  url(query?: string): string;
  /** What PHP said since it was last started; `listener {"last":…}` for each who came, with the `Last-Event-ID`. */
  readonly log: Recording<string>;
  /** Adds events to the file that the script reads, by a shell. Works while the server is gone, too. */
  publish(...events: readonly FileEvent[]): Promise<void>;
  start(): Promise<void>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Ends it for good and removes its file. */
  remove(): Promise<void>;
}

/** Starts `php -S` with the script. @param token what it wants as a bearer; null = nothing. */
export async function startPhpFeed(token: string | null = null): Promise<PhpFeed> {
  const events: EventFile = await eventFile();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port.number}`;
  const start = () =>
    startProgram({
      command: [
        'php',
        '-d',
        'zlib.output_compression=Off',
        '-S',
        `127.0.0.1:${port.number}`,
        script,
      ],
      env: {
        FEED_EVENTS: events.path,
        // Each answer keeps a worker for itself until it ends.
        PHP_CLI_SERVER_WORKERS: '6',
        ...(token === null ? {} : { FEED_TOKEN: token }),
      },
      ready: 'Development Server',
      lastSignal: 'INT',
    });
  let server: RealProgram = await start();
  return {
    origin,
    url: (query = '') => `${origin}/events${query === '' ? '' : `?${query}`}`,
    get log() {
      return server.lines;
    },
    publish: (...all) => events.append(...all),
    async start() {
      server = await start();
    },
    kill: () => server.kill(),
    async remove() {
      await server.kill();
      port.release();
      await events.remove();
    },
  };
}
