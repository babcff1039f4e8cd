import * as v from 'valibot';
import type { Log } from '../log.ts';
import { parsedJson } from '../parsed-json.ts';
import type { Clock, Timer } from '../streaming/clock.ts';
import type { CursorFile } from './cursor-file.ts';
import type { FeedCursor } from './feed-link.ts';

export interface CursorsOptions {
  readonly file: CursorFile;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Ms between two writes, however quickly events come; the first is written at once, for without any cursor a
 * feed does not know that there was a gap. A kill in between replays what is known by its id.
 */
const writeEvery = 1_000;
const longestValue = 4_096;

const contentSchema = v.object({
  cursors: v.record(v.string(), v.record(v.string(), v.string())),
});

/** From where each feed goes on, on the next run, too. */
export class Cursors {
  readonly #options: CursorsOptions;
  /** By feed and by part of it. */
  readonly #values: Map<string, Map<string, string>>;
  #timer: Timer | null = null;
  #isUnwritten = false;
  #hasFailed = false;

  constructor(options: CursorsOptions) {
    this.#options = options;
    this.#values = read(options);
  }

  /** The cursor of one part of a feed. */
  of(feedId: string, part: string): FeedCursor {
    return {
      get: () => this.#values.get(feedId)?.get(part) ?? null,
      set: (value) => this.#set(feedId, part, value),
    };
  }

  /** The feed begins anew. */
  forget(feedId: string): void {
    if (this.#values.delete(feedId)) this.#changed();
  }

  /** Forgets all others. */
  keepOnly(feedIds: readonly string[]): void {
    for (const feedId of this.#values.keys()) {
      if (!feedIds.includes(feedId)) this.forget(feedId);
    }
  }

  /** Writes what is not written yet. */
  flush(): void {
    if (this.#isUnwritten) this.#write();
  }

  /** Writes what is not written yet; nothing runs after this. */
  stop(): void {
    this.#timer?.cancel();
    this.#timer = null;
    this.flush();
  }

  #set(feedId: string, part: string, value: string): void {
    if (value.length > longestValue) return;
    const ofFeed = this.#values.get(feedId) ?? new Map<string, string>();
    if (ofFeed.get(part) === value) return;
    ofFeed.set(part, value);
    this.#values.set(feedId, ofFeed);
    this.#changed();
  }

  #changed(): void {
    this.#isUnwritten = true;
    if (this.#timer !== null) return;
    this.#write();
    this.#timer = this.#options.clock.setTimeout(() => {
      this.#timer = null;
      if (this.#isUnwritten && !this.#hasFailed) this.#changed();
    }, writeEvery);
  }

  #write(): void {
    const { file, log } = this.#options;
    const cursors = Object.fromEntries(
      [...this.#values].map(([feedId, ofFeed]) => [feedId, Object.fromEntries(ofFeed)]),
    );
    try {
      file.write(JSON.stringify({ version: 1, cursors }));
      this.#isUnwritten = false;
      this.#hasFailed = false;
    } catch (error) {
      // Once, not each second; the next change tries again.
      if (!this.#hasFailed)
        log.error('feeds: cursors could not be written', { error: String(error) });
      this.#hasFailed = true;
    }
  }
}

/** What cannot be read costs what happened while Suzu was away, and no more. */
function read({ file, log }: CursorsOptions): Map<string, Map<string, string>> {
  const broken = (error: string) => {
    log.error('feeds: cursors could not be read', { error });
    return new Map<string, Map<string, string>>();
  };
  let text: string | null;
  try {
    text = file.read();
  } catch (error) {
    return broken(String(error));
  }
  if (text === null) return new Map();
  const content = parsedJson(contentSchema, text);
  if (content === null) return broken('broken');
  return new Map(
    Object.entries(content.cursors).map(([feedId, parts]) => [
      feedId,
      new Map(Object.entries(parts)),
    ]),
  );
}
