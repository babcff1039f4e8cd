import * as v from 'valibot';
import { parsedJson } from '../../parsed-json.ts';
import type { FeedCursor } from '../feed-link.ts';

/** From where a stream goes on. The cursor keeps both as JSON, so that neither is ever taken for the other. */
export interface Position {
  /** The last event id; empty = none. */
  readonly id: string;
  /** What `SseConnection.resume` made of the last event; empty = nothing. */
  readonly mark: string;
}

/**
 * Characters of an id; servers and what stands before them take about 8 kB of headers. A longer one is
 * ignored, like one with NUL.
 */
export const longestId = 2_048;

const positionSchema = v.object({
  id: v.optional(v.string(), ''),
  mark: v.optional(v.string(), ''),
});

export function readPosition(cursor: FeedCursor): Position {
  return parsedJson(positionSchema, cursor.get() ?? '') ?? { id: '', mark: '' };
}

export function keepPosition(cursor: FeedCursor, { id, mark }: Position): void {
  cursor.set(JSON.stringify({ ...(id === '' ? {} : { id }), ...(mark === '' ? {} : { mark }) }));
}

/**
 * The `Last-Event-ID` header: the id's UTF-8 bytes, each as one character, as Node wants them. Null where there
 * is none, or none that can stand in a header.
 */
export function lastEventId({ id }: Position): string | null {
  const bytes = Buffer.from(id, 'utf8').toString('latin1');
  return bytes !== '' && isHeaderValue(bytes) ? bytes : null;
}

/** Whether Node would send it: no control characters, and one byte for each character. */
export function isHeaderValue(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}
