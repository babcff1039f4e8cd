import * as v from 'valibot';
import { parsedJson } from '../parsed-json.ts';
import type { Erasable, HistoryEntry } from './history-entry.ts';
import { parseHistoryEntry } from './history-line.ts';
import { headOf, type Matcher, type NoticeHead } from './history-query.ts';
import { searchKey } from './history-text.ts';

/** What the first line of a segment tells of it. */
export interface SegmentInfo {
  readonly count: number;
  /** When the oldest and the newest of its notices were created (milliseconds since the epoch). */
  readonly from: number;
  readonly to: number;
  /** The id of a notice in it, by which a segment is known that was written and then not counted. */
  readonly sample: string;
}

/** One that was found, and where the next one may stand (bytes from the beginning). */
export interface Found {
  readonly entry: HistoryEntry;
  readonly next: number;
}

/** Enough bytes of a segment for its first line. */
export const infoBytes = 4_096;
/** The format of segments; files of another one are left alone. */
const format = 1;
const newline = 0x0a;
const keyMark = Buffer.from(',"s":"');
const entryMark = Buffer.from('","e":{');

const infoSchema = v.object({
  k: v.literal('segment'),
  v: v.literal(format),
  count: v.number(),
  from: v.number(),
  to: v.number(),
  sample: v.string(),
});
const newerSchema = v.object({
  k: v.literal('segment'),
  v: v.pipe(v.number(), v.minValue(format + 1)),
});
const headSchema = v.object({
  i: v.string(),
  t: v.string(),
  a: v.string(),
  d: v.string(),
  c: v.number(),
});

/**
 * A segment of the archive: a line about it, then one line for each notice, newest first. Each has a
 * head, a folded text to search in, and the entry, in this order, so that most lines can be passed over
 * without being parsed: inside a string every quote is escaped, so the marks between the parts occur
 * nowhere else.
 * @param entries not empty.
 */
export function encodeSegment(entries: readonly HistoryEntry[]): Buffer {
  const sorted = [...entries].sort((a, b) => b.notice.createdAt - a.notice.createdAt);
  return joined(
    sorted.map((entry) => ({ head: headOf(entry), line: Buffer.from(encodeEntry(entry)) })),
  );
}

/** What a segment says of itself; null where it is none, or of another format. */
export function segmentInfo(bytes: Buffer): SegmentInfo | null {
  const end = bytes.indexOf(newline);
  if (end === -1) return null;
  return parsedJson(infoSchema, bytes.toString('utf8', 0, end));
}

/** Whether this is a segment of a format that only a newer Suzu knows. */
export function isNewerSegment(bytes: Buffer): boolean {
  return (
    parsedJson(newerSchema, bytes.toString('utf8', 0, Math.max(0, bytes.indexOf(newline)))) !== null
  );
}

/** Everything in a segment that matches, from a place on; what is broken is passed over. */
export function* scanSegment(bytes: Buffer, matcher: Matcher, from = 0): Generator<Found> {
  const word =
    matcher.word === null ? null : Buffer.from(JSON.stringify(matcher.word).slice(1, -1));
  let start = Math.max(lineStart(bytes, from), bytes.indexOf(newline) + 1);
  while (start < bytes.length) {
    if (word !== null) {
      const hit = bytes.indexOf(word, start);
      if (hit === -1) return;
      start = bytes.lastIndexOf(newline, hit) + 1;
    }
    const end = bytes.indexOf(newline, start);
    if (end === -1) return;
    const entry = matchingEntry(bytes.subarray(start, end), matcher, word);
    start = end + 1;
    if (entry !== null) yield { entry, next: start };
  }
}

/**
 * A segment without what is erased; null when nothing of it is left, the same bytes when nothing goes.
 * A line that cannot be read goes too: nobody could tell whether it is to be erased.
 */
export function withoutErased(
  bytes: Buffer,
  isErased: (notice: Erasable) => boolean,
): Buffer | null {
  const kept: { head: NoticeHead; line: Buffer }[] = [];
  let count = 0;
  let start = bytes.indexOf(newline) + 1;
  for (let end = bytes.indexOf(newline, start); end !== -1; end = bytes.indexOf(newline, start)) {
    const line = bytes.subarray(start, end);
    const head = readHead(line);
    if (head !== null && !isErased(head)) kept.push({ head, line });
    count += 1;
    start = end + 1;
  }
  if (kept.length === 0) return null;
  return kept.length === count ? bytes : joined(kept);
}

function joined(lines: readonly { readonly head: NoticeHead; readonly line: Buffer }[]): Buffer {
  const times = lines.map(({ head }) => head.createdAt);
  const info = {
    k: 'segment',
    v: format,
    count: lines.length,
    from: Math.min(...times),
    to: Math.max(...times),
    sample: lines[0]?.head.id ?? '',
  };
  const end = Buffer.from('\n');
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(info)}\n`),
    ...lines.flatMap(({ line }) => [line, end]),
  ]);
}

function encodeEntry(entry: HistoryEntry): string {
  const { id: i, type: t, accountId: a, decision: d, createdAt: c } = headOf(entry);
  return JSON.stringify({ i, t, a, d, c, s: searchKey(entry), e: entry });
}

function matchingEntry(line: Buffer, matcher: Matcher, word: Buffer | null): HistoryEntry | null {
  const entryAt = line.indexOf(entryMark);
  if (entryAt === -1) return null;
  if (word !== null) {
    const hit = line.indexOf(word);
    if (hit === -1 || hit >= entryAt) return null;
  }
  const head = readHead(line);
  if (head === null || !matcher.matchesHead(head)) return null;
  if (word !== null) {
    const keyAt = line.indexOf(keyMark) + keyMark.length;
    const key = parsedJson(v.string(), `"${line.toString('utf8', keyAt, entryAt)}"`);
    if (key === null || !matcher.matchesKey(key)) return null;
  }
  return parseHistoryEntry(line.toString('utf8', entryAt + entryMark.length - 1, line.length - 1));
}

function readHead(line: Buffer): NoticeHead | null {
  const end = line.indexOf(keyMark);
  const head = end === -1 ? null : parsedJson(headSchema, `${line.toString('utf8', 0, end)}}`);
  if (head === null) return null;
  return { id: head.i, type: head.t, accountId: head.a, decision: head.d, createdAt: head.c };
}

function lineStart(bytes: Buffer, from: number): number {
  if (from === 0 || bytes[from - 1] === newline) return from;
  const end = bytes.indexOf(newline, from);
  return end === -1 ? bytes.length : end + 1;
}
