import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { parsedJson } from '../parsed-json.ts';
import type { FeedEvent } from './feed-event.ts';
import type { FeedCursor } from './feed-link.ts';

/** Topics of which the last message is remembered. */
const mostTopics = 100;

const keptSchema = v.array(v.tuple([v.string(), v.string()]));

/**
 * Which message a topic had last. A broker sends the one that it keeps again with each connection; it is
 * news only when it is another one than Suzu heard before.
 */
export class RetainedMarks {
  readonly #cursor: FeedCursor;
  /** By topic, the one that was heard last at the end; both shortened to a few letters. */
  readonly #last: Map<string, string>;

  constructor(cursor: FeedCursor) {
    this.#cursor = cursor;
    this.#last = new Map(parsedJson(keptSchema, cursor.get() ?? '[]') ?? []);
  }

  /** Whether this is the message that the topic had last. */
  isLast({ name, text }: FeedEvent): boolean {
    return this.#last.get(short(name)) === short(text);
  }

  /** It rang, or did before. */
  heard(event: FeedEvent): void {
    const topic = short(event.name);
    this.#last.delete(topic);
    this.#last.set(topic, short(event.text));
    for (const oldest of this.#last.keys()) {
      if (this.#last.size <= mostTopics) break;
      this.#last.delete(oldest);
    }
    this.#keep();
  }

  /** It rings for nobody; what rang before on its topic would be news again. */
  passed({ name }: FeedEvent): void {
    if (this.#last.delete(short(name))) this.#keep();
  }

  #keep(): void {
    this.#cursor.set(JSON.stringify([...this.#last]));
  }
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}
