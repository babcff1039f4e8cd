import type { DemoServer } from '../../src-main/demo/server.ts';

/** What a server was asked to tell of single notes. */
export interface SeenCaptures {
  /** The ids of the notes that are captured now, by all connections together. */
  readonly now: ReadonlySet<string>;
  /** The most that were captured at once. */
  readonly most: number;
  /** How many frames asked for a note, or let one go. */
  readonly frames: number;
  stop(): void;
}

/** The server keeps only its last frames; they are read this often (ms). */
const readEveryMs = 50;

/** Follows what clients capture, from now on. */
export function followCaptures(server: DemoServer): SeenCaptures {
  const now = new Set<string>();
  let most = 0;
  let frames = 0;
  let last = server.frames.at(-1);
  const read = () => {
    const news = server.frames.slice(last === undefined ? 0 : server.frames.lastIndexOf(last) + 1);
    last = server.frames.at(-1);
    for (const { text } of news) {
      const { type, body }: { type?: unknown; body?: { id?: unknown } } = JSON.parse(text);
      const id = String(body?.id);
      if (type === 'subNote') now.add(id);
      else if (type === 'unsubNote') now.delete(id);
      else continue;
      frames += 1;
      most = Math.max(most, now.size);
    }
  };
  const timer = setInterval(read, readEveryMs);
  return {
    get now() {
      read();
      return now;
    },
    get most() {
      read();
      return most;
    },
    get frames() {
      read();
      return frames;
    },
    stop: () => clearInterval(timer),
  };
}
