import type { ArchivePlace, HistoryArchive } from './history-archive.ts';
import type { HistoryEntry } from './history-entry.ts';
import { type HistoryQuery, matcherOf, matchesEntry } from './history-query.ts';
import type { PendingErasure } from './history-state.ts';

/** One page of what was found. */
export interface FoundEntries {
  /** Newest first. Across two pages one may come twice, if it went to the archive in between. */
  readonly entries: readonly HistoryEntry[];
  /** From where to go on; null = there is no more. */
  readonly next: string | null;
}

/** What is searched. */
export interface SearchedHistory {
  /** What is in memory, newest first. */
  readonly live: () => readonly HistoryEntry[];
  readonly archive: HistoryArchive | null;
  readonly archivedUpTo: () => number;
  /** What is still to be erased from the archive; it is not found any more. */
  readonly erasures: () => readonly PendingErasure[];
}

/**
 * Searches what is in memory, then the archive, newest first, until a page is full; nothing more is read
 * than that takes. `cursor`: where the last page ended; null or one that is no cursor = from the newest.
 * `isOver`: whether the answer is no longer wanted.
 */
export async function searchHistory(
  { live, archive, archivedUpTo, erasures }: SearchedHistory,
  query: HistoryQuery,
  options: {
    readonly cursor: string | null;
    readonly limit: number;
    readonly isOver: () => boolean;
  },
): Promise<FoundEntries> {
  const { limit, isOver } = options;
  const matcher = matcherOf(query);
  const cursor = options.cursor === null ? null : parseCursor(options.cursor);
  const found: HistoryEntry[] = [];
  if (cursor?.kind !== 'archive') {
    for (const entry of cursor === null ? live() : after(live(), cursor)) {
      if (!matchesEntry(matcher, entry)) continue;
      found.push(entry);
      if (found.length === limit) {
        return { entries: found, next: `live ${entry.notice.createdAt} ${entry.notice.id}` };
      }
    }
  }
  if (archive === null) return { entries: found, next: null };
  const from = cursor?.kind === 'archive' ? cursor : null;
  const upTo = archivedUpTo();
  const left = limit - found.length;
  const page = await archive.search(matcher, { upTo, from, limit: left, erasures, isOver });
  return { entries: [...found, ...page.entries], next: page.next && archiveCursor(page.next) };
}

type Cursor =
  | { readonly kind: 'live'; readonly createdAt: number; readonly id: string }
  | ({ readonly kind: 'archive' } & ArchivePlace);

function archiveCursor({ segment, offset }: ArchivePlace): string {
  return `archive ${segment} ${offset}`;
}

function parseCursor(text: string): Cursor | null {
  const [, createdAt, id] = /^live (\d{1,16}) (.+)$/su.exec(text) ?? [];
  if (createdAt !== undefined && id !== undefined) {
    return { kind: 'live', createdAt: Number(createdAt), id };
  }
  const [, segment, offset] = /^archive (\d{1,9}) (\d{1,12})$/u.exec(text) ?? [];
  if (segment === undefined || offset === undefined) return null;
  return { kind: 'archive', segment: Number(segment), offset: Number(offset) };
}

function after(
  entries: readonly HistoryEntry[],
  { id, createdAt }: Extract<Cursor, { kind: 'live' }>,
): readonly HistoryEntry[] {
  const at = entries.findIndex(({ notice }) => notice.id === id);
  if (at !== -1) return entries.slice(at + 1);
  // It is gone since: on with what is as old.
  return entries.filter(({ notice }) => notice.createdAt <= createdAt);
}
