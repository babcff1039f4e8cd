import type { Log } from '../log.ts';
import type { HistoryArchive } from './history-archive.ts';
import { HistoryDisk, type HistoryExtent, type HistorySizes } from './history-disk.ts';
import type { Erasure, HistoryEntry } from './history-entry.ts';
import type { LineFile } from './history-file.ts';
import type { AsideKind } from './history-memory.ts';
import type { HistoryQuery } from './history-query.ts';
import { type FoundEntries, searchHistory } from './history-search.ts';
import { HistoryState } from './history-state.ts';
import type { Notice } from './notice.ts';
import type { NoticeAction } from './notice-actions.ts';
import type { Decision } from './rules.ts';

export type { HistoryEntry } from './history-entry.ts';

const usualSizes: HistorySizes = { kept: 2_000, segment: 1_000 };

export interface HistoryOptions {
  readonly sizes?: HistorySizes;
  /** Where older notices go; without one they go for good. */
  readonly archive?: HistoryArchive;
  /** Whether what happens reaches the disk, each time that this changes. */
  readonly onDisk?: (isWritable: boolean) => void;
}

/**
 * The notices kept on disk with their decisions, and what is needed to neither miss nor repeat one:
 * the ids already seen and, per account, up to where nothing is missing. The newest are in memory, the
 * older ones in the archive alone.
 */
export class History {
  readonly #archive: HistoryArchive | null;
  readonly #state: HistoryState;
  readonly #disk: HistoryDisk;

  /** Reads what is kept. @throws when it cannot be read. */
  constructor(file: LineFile, log: Log, options: HistoryOptions = {}) {
    const { sizes = usualSizes, archive } = options;
    this.#archive = archive ?? null;
    // An archive that cannot be written must not let memory grow.
    const most = archive === undefined ? sizes.kept : sizes.kept + 2 * sizes.segment;
    this.#state = new HistoryState(most);
    this.#disk = new HistoryDisk({ ...options, file, log, state: this.#state, sizes });
  }

  /** Every notice that is held in memory, by its id, in the order in which they came. */
  get #entries(): ReadonlyMap<string, HistoryEntry> {
    return this.#state.entries;
  }

  /** Newest first by the server's time. */
  newest(limit: number = Number.POSITIVE_INFINITY): HistoryEntry[] {
    return [...this.#entries.values()]
      .reverse()
      .sort((a, b) => b.notice.createdAt - a.notice.createdAt)
      .slice(0, limit);
  }

  get(noticeId: string): HistoryEntry | undefined {
    return this.#entries.get(noticeId);
  }

  /** Unread notices of one account. */
  unread(accountId: string): number {
    let count = 0;
    for (const entry of this.#entries.values()) {
      if (!entry.read && entry.notice.accountId === accountId) count += 1;
    }
    return count;
  }

  /** What is held, unread and not told since, of all accounts, in the order in which it came. */
  held(): HistoryEntry[] {
    return [...this.#entries.values()].filter(isHeld);
  }

  /** All entries of one account, in the order in which they came. */
  of(accountId: string): HistoryEntry[] {
    return [...this.#entries.values()].filter(({ notice }) => notice.accountId === accountId);
  }

  /** Everything of the group that a notice is in, newest first; none when it is not kept (any more). */
  group(noticeId: string): HistoryEntry[] {
    // The notice that a group began with may be gone while others of it remain.
    const id = this.#entries.get(noticeId)?.group ?? noticeId;
    return [id, ...this.#state.joined(id)]
      .flatMap((one) => this.#entries.get(one) ?? [])
      .reverse()
      .sort((a, b) => b.notice.createdAt - a.notice.createdAt);
  }

  /** Every account of which something is kept. */
  accountIds(): string[] {
    return [...this.#state.accountIds];
  }

  isKnown(accountId: string, sourceId: string): boolean {
    return (
      (this.#state.memory(accountId)?.isKnown(sourceId) ?? false) ||
      // A feed that repeats more than the memory holds must not ring for what is still in the list.
      this.#entries.has(`${accountId}/${sourceId}`)
    );
  }

  /**
   * Whether the account was connected before, so that what is new since then may ring. One live notice
   * is enough: whatever followed it is new, even if Suzu was killed before it had a baseline. What comes
   * beside the notifications has a baseline of its own.
   */
  hasBaseline(accountId: string, kind: AsideKind | null = null): boolean {
    return this.#state.memory(accountId)?.hasBaseline(kind) ?? false;
  }

  /** From here on what is unknown of this kind is new. */
  setBaseline(accountId: string, kind: AsideKind): void {
    if (!this.hasBaseline(accountId, kind))
      this.#disk.write({ k: 'baseline', accountId, of: kind });
  }

  /**
   * From where to ask for what was missed: some ids before the newest that is surely known, because
   * ids of one millisecond do not follow the order of time (PROTOCOL §7). Null = from the beginning.
   */
  catchUpFrom(accountId: string): string | null {
    return this.#state.memory(accountId)?.catchUpFrom() ?? null;
  }

  /**
   * Keeps a notice. `contiguous`: nothing before it is missing. `group`: the id of the notice that its
   * group began with; null for one that begins a group or stands alone.
   */
  add(notice: Notice, decision: Decision, contiguous: boolean, group: string | null = null): void {
    this.#disk.write({ k: 'notice', notice, decision, contiguous, group });
  }

  changeDecision(noticeId: string, decision: Decision): void {
    if (this.#entries.has(noticeId)) this.#disk.write({ k: 'decision', id: noticeId, decision });
  }

  /** Remembers ids as seen without telling anybody. */
  markKnown(accountId: string, ids: readonly string[]): void {
    const unknown = ids.filter((id) => !this.isKnown(accountId, id));
    if (unknown.length > 0) this.#disk.write({ k: 'known', accountId, ids: unknown });
  }

  /** Up to the greater of this id and the present cursor nothing is missing; sets the baseline. */
  advance(accountId: string, id: string | null): void {
    if (this.#state.memory(accountId)?.isAhead(id) ?? true) {
      this.#disk.write({ k: 'cursor', accountId, id });
    }
  }

  /** Marks these as read, all of one account. */
  markRead(accountId: string, noticeIds: readonly string[]): void {
    const ids = noticeIds.filter((id) => this.#isUnread(accountId, id));
    if (ids.length > 0) this.#disk.write({ k: 'reads', accountId, ids });
  }

  /** Keeps what the reader did about a notice. */
  markAnswered(noticeId: string, answer: NoticeAction): void {
    if (this.#entries.has(noticeId)) this.#disk.write({ k: 'answered', id: noticeId, answer });
  }

  /** What was held has been told by now: it is not to be told again, not even after a restart. */
  markReleased(noticeIds: readonly string[]): void {
    const ids = noticeIds.filter((id) => {
      const entry = this.#entries.get(id);
      return entry !== undefined && isHeld(entry);
    });
    if (ids.length > 0) this.#disk.write({ k: 'released', ids });
  }

  markAllRead(accountId: string): void {
    if (this.unread(accountId) > 0) this.#disk.write({ k: 'read', accountId, id: null });
  }

  /** Removes notices that the server took back; should they come again, they are still known. */
  remove(accountId: string, noticeIds: readonly string[]): void {
    const ids = noticeIds.filter((id) => this.#entries.get(id)?.notice.accountId === accountId);
    if (ids.length > 0) this.#disk.write({ k: 'remove', accountId, ids });
  }

  /** Removes all traces of an account, from the disk too. */
  forget(accountId: string): void {
    this.#disk.forget(accountId);
  }

  /**
   * Erases notices for good; they are gone from every list at once, and from the disk when this resolves.
   * Resolves to false when the disk refused: they are tried again with the next start. What is erased
   * stays known and does not ring again.
   */
  erase(what: Erasure): Promise<boolean> {
    return this.#disk.erase(what);
  }

  /** One page of the notices that match, newest first; see `searchHistory`. */
  search(
    query: HistoryQuery,
    cursor: string | null,
    limit: number,
    isOver: () => boolean = () => false,
  ): Promise<FoundEntries> {
    return searchHistory(
      {
        live: () => this.newest(),
        archive: this.#archive,
        archivedUpTo: () => this.#state.archivedUpTo,
        erasures: () => this.#state.erasures,
      },
      query,
      { cursor, limit, isOver },
    );
  }

  /** How much is kept. */
  extent(): Promise<HistoryExtent> {
    return this.#disk.extent();
  }

  /** Lets the oldest notices go until no more than about so many bytes of disk are taken. */
  shrinkTo(bytes: number): Promise<void> {
    return this.#disk.shrinkTo(bytes);
  }

  #isUnread(accountId: string, id: string): boolean {
    const entry = this.#entries.get(id);
    return entry !== undefined && !entry.read && entry.notice.accountId === accountId;
  }
}

function isHeld({ decision, read, released }: HistoryEntry): boolean {
  return decision.decision === 'held' && !read && !released;
}

/**
 * Opens the history. A file that cannot be read is left alone, and the notices of this run are kept in
 * memory only; `onUnreadable` is then called.
 */
export function openHistory(
  file: LineFile,
  log: Log,
  onUnreadable: () => void,
  options: HistoryOptions = {},
): History {
  try {
    return new History(file, log, options);
  } catch (error) {
    log.error('history: could not be read', { error: String(error) });
    onUnreadable();
    const nowhere = { read: () => [], append: () => {}, replace: () => {}, size: () => 0 };
    return new History(nowhere, log);
  }
}
