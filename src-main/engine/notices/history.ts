import type { Log } from '../log.ts';
import type { HistoryArchive } from './history-archive.ts';
import type { Erasure, HistoryEntry } from './history-entry.ts';
import type { LineFile } from './history-file.ts';
import { type HistoryLine, parseForeignLine, parseHistoryLine } from './history-line.ts';
import type { AsideKind } from './history-memory.ts';
import type { HistoryQuery } from './history-query.ts';
import { type FoundEntries, searchHistory } from './history-search.ts';
import { HistoryState } from './history-state.ts';
import type { Notice } from './notice.ts';
import type { NoticeAction } from './notice-actions.ts';
import type { Decision } from './rules.ts';

export type { HistoryEntry } from './history-entry.ts';

const usualSizes: HistorySizes = { kept: 2_000, segment: 1_000 };
/** After the disk refused a segment, or the file as a whole, so many lines pass before the next try. */
const linesBeforeRetry = 200;
/** Lines that are superseded before compaction pays. */
const slack = 2_000;

/** How much is kept. */
export interface HistoryExtent {
  readonly count: number;
  /** On the disk. */
  readonly bytes: number;
  /** When the oldest notice was created (milliseconds since the epoch); null = there is none. */
  readonly oldest: number | null;
}

/** How many notices are held where. */
export interface HistorySizes {
  /** The newest notices, which are held in memory. */
  readonly kept: number;
  /** So many more go to the archive at once. */
  readonly segment: number;
}

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
  readonly #file: LineFile;
  readonly #log: Log;
  readonly #options: HistoryOptions;
  readonly #state: HistoryState;
  readonly #sizes: HistorySizes;
  #lines = 0;
  #isWritable = true;
  /** Lines written in this run, by which the next two are counted. */
  #written = 0;
  #archiveNotBefore = 0;
  #compactNotBefore = 0;
  #purging: Promise<unknown> = Promise.resolve();

  constructor(file: LineFile, log: Log, options: HistoryOptions = {}) {
    this.#file = file;
    this.#log = log;
    this.#options = options;
    this.#sizes = options.sizes ?? usualSizes;
    const { kept, segment } = this.#sizes;
    // An archive that cannot be written must not let memory grow.
    this.#state = new HistoryState(options.archive === undefined ? kept : kept + 2 * segment);
    this.#read();
    this.#settleArchive();
    this.#archiveIfDue();
    this.#compactIfDue();
    void this.#purge();
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
    return this.#state.memory(accountId)?.isKnown(sourceId) ?? false;
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
    if (!this.hasBaseline(accountId, kind)) this.#write({ k: 'baseline', accountId, of: kind });
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
    this.#write({ k: 'notice', notice, decision, contiguous, group });
  }

  changeDecision(noticeId: string, decision: Decision): void {
    if (this.#entries.has(noticeId)) this.#write({ k: 'decision', id: noticeId, decision });
  }

  /** Remembers ids as seen without telling anybody. */
  markKnown(accountId: string, ids: readonly string[]): void {
    const unknown = ids.filter((id) => !this.isKnown(accountId, id));
    if (unknown.length > 0) this.#write({ k: 'known', accountId, ids: unknown });
  }

  /** Up to the greater of this id and the present cursor nothing is missing; sets the baseline. */
  advance(accountId: string, id: string | null): void {
    if (this.#state.memory(accountId)?.isAhead(id) ?? true) {
      this.#write({ k: 'cursor', accountId, id });
    }
  }

  /** Marks these as read, all of one account. */
  markRead(accountId: string, noticeIds: readonly string[]): void {
    const ids = noticeIds.filter((id) => this.#isUnread(accountId, id));
    if (ids.length > 0) this.#write({ k: 'reads', accountId, ids });
  }

  /** Keeps what the reader did about a notice. */
  markAnswered(noticeId: string, answer: NoticeAction): void {
    if (this.#entries.has(noticeId)) this.#write({ k: 'answered', id: noticeId, answer });
  }

  /** What was held has been told by now: it is not to be told again, not even after a restart. */
  markReleased(noticeIds: readonly string[]): void {
    const ids = noticeIds.filter((id) => {
      const entry = this.#entries.get(id);
      return entry !== undefined && isHeld(entry);
    });
    if (ids.length > 0) this.#write({ k: 'released', ids });
  }

  markAllRead(accountId: string): void {
    if (this.unread(accountId) > 0) this.#write({ k: 'read', accountId, id: null });
  }

  /** Removes notices that the server took back; should they come again, they are still known. */
  remove(accountId: string, noticeIds: readonly string[]): void {
    const ids = noticeIds.filter((id) => this.#entries.get(id)?.notice.accountId === accountId);
    if (ids.length > 0) this.#write({ k: 'remove', accountId, ids });
  }

  /** Removes all traces of an account, from the disk too. */
  forget(accountId: string): void {
    // First the archive: after a kill between the two, the next start erases what is left there.
    if (this.#state.archivedUpTo > 0) this.#writeErasure({ accountId });
    // The line stands in where the file cannot be written anew; else nothing of it remains either.
    this.#write({ k: 'forget', accountId });
    this.#compact();
    void this.#purge();
  }

  /**
   * Erases notices for good; they are gone from every list at once, and from the disk when this resolves.
   * Resolves to false when the disk refused: they are tried again with the next start. What is erased
   * stays known and does not ring again.
   */
  async erase(what: Erasure): Promise<boolean> {
    this.#writeErasure(what);
    const isGone = this.#compact();
    return (await this.#purge()) && isGone;
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
        archive: this.#options.archive ?? null,
        archivedUpTo: () => this.#state.archivedUpTo,
        erasures: () => this.#state.erasures,
      },
      query,
      { cursor, limit, isOver },
    );
  }

  /** How much is kept. */
  async extent(): Promise<HistoryExtent> {
    const archived = await this.#options.archive?.extent();
    const times = [...this.#entries.values()].map(({ notice }) => notice.createdAt);
    const oldest = [...times, ...(archived?.oldest == null ? [] : [archived.oldest])];
    return {
      count: times.length + (archived?.count ?? 0),
      bytes: this.#file.size() + (archived?.bytes ?? 0),
      oldest: oldest.length === 0 ? null : Math.min(...oldest),
    };
  }

  /** Lets the oldest notices go until no more than about so many bytes of disk are taken. */
  async shrinkTo(bytes: number): Promise<void> {
    await this.#options.archive?.shrinkTo(Math.max(0, bytes - this.#file.size()));
    if (this.#file.size() <= bytes) return;
    this.#compact();
    const size = this.#file.size();
    if (size <= bytes) return;
    // Notices of about the same length: so many of them fit.
    this.#state.keepNewest(Math.floor((this.#entries.size * bytes * 0.9) / size));
    this.#compact();
  }

  #isUnread(accountId: string, id: string): boolean {
    const entry = this.#entries.get(id);
    return entry !== undefined && !entry.read && entry.notice.accountId === accountId;
  }

  #read(): void {
    let broken = 0;
    let foreign = 0;
    for (const text of this.#file.read()) {
      this.#lines += 1;
      const line = parseHistoryLine(text);
      if (line !== null) {
        this.#state.apply(line);
        continue;
      }
      const carried = parseForeignLine(text);
      if (carried === null) broken += 1;
      else {
        this.#state.carry(carried);
        foreign += 1;
      }
    }
    if (broken > 0) this.#log.warn('history: broken lines were skipped', { broken });
    if (foreign > 0) this.#log.info('history: lines of a newer version are kept', { foreign });
  }

  #settleArchive(): void {
    const { archive } = this.#options;
    if (archive === undefined) return;
    try {
      const upTo = this.#state.archivedUpTo;
      const segment = archive.settle(upTo, (id) => this.#entries.has(id));
      if (segment > upTo) this.#state.apply({ k: 'archived', segment, ids: [] });
    } catch (error) {
      this.#log.error('history: the archive could not be read', { error: String(error) });
    }
  }

  #archiveIfDue(): void {
    const { archive } = this.#options;
    const { kept, segment: size } = this.#sizes;
    if (this.#written < this.#archiveNotBefore) return;
    while (archive !== undefined && this.#entries.size >= kept + size) {
      const segment = this.#state.archivedUpTo + 1;
      const oldest = [...this.#entries.values()].slice(0, size);
      const ids = oldest.map(({ notice }) => notice.id);
      try {
        // Entries of the archive cannot be marked as read, so they count as read.
        archive.write(
          segment,
          oldest.map((entry) => ({ ...entry, read: true })),
        );
        // From this line on they are in the archive, and before it they are not.
        if (!this.#append({ k: 'archived', segment, ids })) {
          archive.discard(segment);
          throw new Error('the line was refused');
        }
      } catch (error) {
        this.#log.error('history: could not be archived', { error: String(error) });
        this.#archiveNotBefore = this.#written + linesBeforeRetry;
        return;
      }
      this.#state.apply({ k: 'archived', segment, ids });
      this.#lines += 1;
      // The next start need not read what is in the archive.
      this.#compact();
    }
  }

  #write(line: HistoryLine): void {
    this.#state.apply(line);
    this.#lines += 1;
    this.#written += 1;
    // A full disk must not keep the bell from ringing; memory still knows.
    this.#append(line);
    this.#archiveIfDue();
    this.#compactIfDue();
  }

  #append(line: HistoryLine): boolean {
    try {
      this.#file.append(JSON.stringify(line));
      this.#tellDisk(true);
      return true;
    } catch (error) {
      if (this.#isWritable) {
        this.#log.error('history: could not be written', { error: String(error) });
      }
      this.#tellDisk(false);
      return false;
    }
  }

  #tellDisk(isWritable: boolean): void {
    if (isWritable === this.#isWritable) return;
    this.#isWritable = isWritable;
    this.#options.onDisk?.(isWritable);
  }

  #writeErasure(what: Erasure): void {
    const { nextErasure: n, archivedUpTo: upTo } = this.#state;
    this.#write({ k: 'erase', n, what, upTo });
  }

  /** Erases from the archive what is still to be erased there; one after another. */
  #purge(): Promise<boolean> {
    const done = this.#purging.then(() => this.#purgeAll());
    this.#purging = done;
    return done;
  }

  async #purgeAll(): Promise<boolean> {
    const { archive } = this.#options;
    const { erasures } = this.#state;
    if (archive === undefined || erasures.length === 0) return true;
    try {
      for (const erasure of erasures) {
        await archive.purge(erasure);
        this.#write({ k: 'purged', n: erasure.n });
      }
      // What was to be erased is named in the file until now.
      return this.#compact();
    } catch (error) {
      this.#log.error('history: could not be erased from the archive', { error: String(error) });
      return false;
    }
  }

  #compactIfDue(): void {
    if (this.#written < this.#compactNotBefore) return;
    if (this.#lines <= this.#entries.size * 2 + slack) return;
    if (!this.#compact()) this.#compactNotBefore = this.#written + linesBeforeRetry;
  }

  /** Returns whether the disk took it. */
  #compact(): boolean {
    const lines = this.#state.compacted();
    try {
      this.#file.replace(lines);
      this.#lines = lines.length;
      this.#tellDisk(true);
      return true;
    } catch (error) {
      this.#log.error('history: could not be compacted', { error: String(error) });
      return false;
    }
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
