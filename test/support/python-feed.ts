import { fileURLToPath } from 'node:url';
import type { Recording } from './desktop-recording.ts';
import { eventFile, type FileEvent } from './event-file.ts';
import { freePort } from './free-port.ts';
import { type RealProgram, startProgram } from './real-program.ts';

const script = fileURLToPath(new URL('feed-servers/websocket.py', import.meta.url));

/** What the server does to all who listen. */
export type PythonOrder =
  | { readonly close: number; readonly reason?: string }
  /** Base64. */
  | { readonly bytes: string }
  /** It reads nothing any more, and so answers no ping. */
  | { readonly deaf: true };

/** A plain WebSocket that Python's `websockets` serves. */
export interface PythonFeed {
  /** `ws://127.0.0.1:PORT/`; the same after a restart. With `?since=ID`, what came after that event is sent first. */
  readonly url: string;
  /**
   * What it said since it was last started: `{"listener": PATH, "headers": {…}}` for each who came, and
   * `{"heard": TEXT}` for what they sent.
   */
  readonly log: Recording<string>;
  /** Adds events to the file that the server reads, by a shell; their `data` is sent. */
  publish(...events: readonly FileEvent[]): Promise<void>;
  order(order: PythonOrder): void;
  start(): Promise<void>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Ends it for good and removes its file. */
  remove(): Promise<void>;
}

/** Starts the server. */
export async function startPythonFeed(): Promise<PythonFeed> {
  const events = await eventFile();
  const port = await freePort();
  const start = () =>
    startProgram({
      command: ['/usr/bin/python3', script, String(port.number), events.path],
      ready: 'ready',
    });
  let server: RealProgram = await start();
  return {
    url: `ws://127.0.0.1:${port.number}/`,
    get log() {
      return server.lines;
    },
    publish: (...all) => events.append(...all),
    order: (order) => server.tell(JSON.stringify(order)),
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
