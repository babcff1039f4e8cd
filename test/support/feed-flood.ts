import { fileURLToPath } from 'node:url';
import type { FeedSystem } from '../../src-main/engine/feeds/stored-feed.ts';
import { startProgram } from './real-program.ts';

const script = fileURLToPath(new URL('feed-servers/flood.mjs', import.meta.url));

/** A program that floods feeds with events of the kind `noise`, and sends `news` between them. */
export interface FeedFlood {
  /** Where it serves an event stream and a WebSocket: `127.0.0.1:PORT`. */
  readonly host: string;
  /** Floods one of them from now on. */
  start(system: FeedSystem, perSecond: number): void;
  /** How many it has sent since; a listener who lags gets fewer. */
  stop(system: FeedSystem): Promise<number>;
  /** Sends `{"kind": "news", "title": …}` after all else. */
  say(system: FeedSystem, title: string): void;
  remove(): Promise<void>;
}

/** @param broker where it publishes to the topic `flood`: the port of a broker, without WebSocket */
export async function startFeedFlood(broker: number): Promise<FeedFlood> {
  const program = await startProgram({
    command: [process.execPath, script, `mqtt://127.0.0.1:${broker}`],
    ready: 'ready ',
  });
  const isReady = (line: string) => line.startsWith('ready ');
  const port = (await program.lines.waitFor(isReady)).split(' ')[1];
  const sent = () => program.lines.all.filter((line) => line.startsWith('sent '));
  return {
    host: `127.0.0.1:${port}`,
    start: (to, perSecond) => program.tell(JSON.stringify({ to, perSecond })),
    async stop(to) {
      const before = sent().length;
      program.tell(JSON.stringify({ to, perSecond: 0 }));
      const line = await program.lines
        .waitFor(() => sent().length > before)
        .then(() => sent()[before]);
      return Number(line?.split(' ')[1]);
    },
    say: (to, title) => program.tell(JSON.stringify({ to, say: title })),
    remove: () => program.kill(),
  };
}
