import { createParser } from 'eventsource-parser';

/** What the lines up to a blank one said. */
export interface StreamBlock {
  /** The id that they set; empty = none from here on; null = they say nothing of it. */
  readonly id: string | null;
  /** What they dispatch; null where they hold no data. */
  readonly event: { readonly name: string; readonly text: string } | null;
}

/** The body of one answer, read as an event stream (HTML standard, “Server-sent events”). */
export interface EventStream {
  /** Takes the next bytes, cut anywhere; returns the blocks that they completed, oldest first. */
  read(bytes: Uint8Array): readonly StreamBlock[];
  /** Ms after which the server wants to be asked again; null = it has said nothing. */
  readonly retryMs: number | null;
  /** There was more without a blank line than Suzu takes: nothing further is read. */
  readonly isTooLarge: boolean;
}

/** Characters between two blank lines, without comments. */
export const largestBlock = 4 * 1024 * 1024;
/** Ms: whatever a server says, the feed is asked again within an hour. */
export const longestRetry = 3_600_000;

/** The event's name where the stream gives none. */
const defaultName = 'message';

export function createEventStream(): EventStream {
  // “Streams must be decoded using the UTF-8 decode algorithm”: it drops one BOM, and what is no UTF-8 becomes U+FFFD.
  const decoder = new TextDecoder();
  let blocks: StreamBlock[] = [];
  let retryMs: number | null = null;
  /** Characters since the last blank line, without comments. */
  let pending = 0;
  /** The character before the next one. */
  let last = '';
  let isTooLarge = false;

  const parser = createParser({
    onEvent({ id, event = defaultName, data }) {
      // `onId` told of the same block.
      if (id !== undefined) blocks.pop();
      blocks.push({ id: id ?? null, event: { name: event, text: data } });
    },
    // Before `onEvent`, and also where that does not follow: “set the last event ID string” comes before
    // “if the data buffer is an empty string, … return”.
    onId: (id) => void blocks.push({ id, event: null }),
    onRetry(ms) {
      retryMs = Math.min(ms, longestRetry);
    },
    onComment({ length }) {
      pending = Math.max(0, pending - length - ':\n'.length);
    },
  });
  // The parser drops a BOM of its own accord, one of three characters (“ï»¿”) included: after this one, a
  // second that stands in the stream begins a field's name, as the standard has it.
  parser.feed('\uFEFF');

  /**
   * The parser's own bound leaves out lines that it skips, and counts a line of data by its data: one of
   * nothing but `data` would take thirty times its size in memory.
   */
  const measure = (text: string) => {
    const joined = last + text;
    const blank = endOfLastBlankLine(joined);
    pending = blank === -1 ? pending + text.length : joined.length - blank;
    last = joined.slice(-1);
  };

  return {
    read(bytes) {
      blocks = [];
      if (isTooLarge) return blocks;
      const text = decoder.decode(bytes, { stream: true });
      measure(text);
      parser.feed(text);
      isTooLarge = pending > largestBlock;
      return blocks;
    },
    get retryMs() {
      return retryMs;
    },
    get isTooLarge() {
      return isTooLarge;
    },
  };
}

/** -1 where there is none. Lines end with CR, LF or CRLF: only in this does a CR or LF not stand for itself. */
function endOfLastBlankLine(text: string): number {
  const start = Math.max(
    text.lastIndexOf('\n\n'),
    text.lastIndexOf('\n\r'),
    text.lastIndexOf('\r\r'),
  );
  return start === -1 ? -1 : start + 2;
}
