import type { Log } from '../log.ts';
import { type HistoryLine, parseHistoryLine } from './history-line.ts';
import { type AsideKind, HistoryMemory } from './history-memory.ts';
import type { Notice } from './notice.ts';
import type { NoticeAction } from './notice-actions.ts';
import type { Decision } from './rules.ts';

/** A notice as it is kept: with what became of it. */
export interface HistoryEntry {
  readonly notice: Notice;
  readonly decision: Decision;
  readonly read: boolean;
  /** What the reader did about it; null = nothing. */
  readonly answered: NoticeAction | null;
  /** Whether it was held and has been told since, in a digest. */
  readonly released: boolean;
  /** The id of the notice that its group began with: its own, if it began one or stands alone. */
  readonly group: string;
}

/** Where the history is kept: lines that are only ever appended, and now and then written anew. */
export interface LineFile {
  /** All lines; an unfinished last line (the app was killed) is not among them. */
  read(): string[];
  /** The line is on its way to the disk when this returns; it survives a kill of the app. */
  append(line: string): void;
  /** Replaces everything at once, or leaves the old content as it was. */
  replace(lines: readonly string[]): void;
}

/** The newest notices that are kept; older ones go when the file is compacted. */
const kept = 2_000;
/** Lines that are superseded before compaction pays. */
const slack = 2_000;
/**
 * The notices kept on disk with their decisions, and what is needed to neither miss nor repeat one:
 * the ids already seen and, per account, up to where nothing is missing.
 */
export class History {
  readonly #file: LineFile;
  readonly #log: Log;
  readonly #entries = new Map<string, HistoryEntry>();
  /** Who joined a group, by its id, in the order in which they came. */
  readonly #groups = new Map<string, Set<string>>();
  readonly #memories = new Map<string, HistoryMemory>();
  #lines = 0;

  constructor(file: LineFile, log: Log) {
    this.#file = file;
    this.#log = log;
    let broken = 0;
    for (const text of file.read()) {
      const line = parseHistoryLine(text);
      if (line === null) broken += 1;
      else this.#apply(line);
      this.#lines += 1;
    }
    if (broken > 0) log.warn('history: broken lines were skipped', { broken });
    this.#compactIfDue();
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
    return [id, ...(this.#groups.get(id) ?? [])]
      .flatMap((one) => this.#entries.get(one) ?? [])
      .reverse()
      .sort((a, b) => b.notice.createdAt - a.notice.createdAt);
  }

  /** Every account of which something is kept. */
  accountIds(): string[] {
    return [...this.#memories.keys()];
  }

  isKnown(accountId: string, sourceId: string): boolean {
    return this.#memories.get(accountId)?.isKnown(sourceId) ?? false;
  }

  /**
   * Whether the account was connected before, so that what is new since then may ring. One live notice
   * is enough: whatever followed it is new, even if Suzu was killed before it had a baseline. What comes
   * beside the notifications has a baseline of its own.
   */
  hasBaseline(accountId: string, kind: AsideKind | null = null): boolean {
    return this.#memories.get(accountId)?.hasBaseline(kind) ?? false;
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
    return this.#memories.get(accountId)?.catchUpFrom() ?? null;
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
    if (this.#memory(accountId).isAhead(id)) {
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
    // The line stands in where the file cannot be written anew; else nothing of it remains either.
    this.#write({ k: 'forget', accountId });
    this.#compact();
  }

  #write(line: HistoryLine): void {
    this.#apply(line);
    this.#lines += 1;
    try {
      this.#file.append(JSON.stringify(line));
    } catch (error) {
      // A full disk must not keep the bell from ringing; memory still knows.
      this.#log.error('history: could not be written', { error: String(error) });
    }
    this.#compactIfDue();
  }

  #apply(line: HistoryLine): void {
    switch (line.k) {
      case 'notice': {
        const { notice, decision, contiguous, group } = line;
        this.#place({
          notice,
          decision,
          read: false,
          answered: null,
          released: false,
          group: group ?? notice.id,
        });
        const memory = this.#memory(notice.accountId);
        memory.remember(notice.sourceId);
        if (contiguous) memory.raiseCursor(notice.sourceId);
        break;
      }
      case 'decision': {
        const entry = this.#entries.get(line.id);
        if (entry) this.#entries.set(line.id, { ...entry, decision: line.decision });
        break;
      }
      case 'answered': {
        const entry = this.#entries.get(line.id);
        if (entry) this.#entries.set(line.id, { ...entry, answered: line.answer });
        break;
      }
      case 'released':
        for (const id of line.ids) {
          const entry = this.#entries.get(id);
          if (entry) this.#entries.set(id, { ...entry, released: true });
        }
        break;
      case 'known':
        for (const id of line.ids) this.#memory(line.accountId).remember(id);
        break;
      case 'baseline':
        this.#memory(line.accountId).setBaseline(line.of);
        break;
      case 'cursor':
        this.#memory(line.accountId).raiseCursor(line.id);
        break;
      case 'read':
        this.#applyRead(line.accountId, line.id === null ? null : new Set([line.id]));
        break;
      case 'reads':
        this.#applyRead(line.accountId, new Set(line.ids));
        break;
      case 'remove':
        for (const id of line.ids) this.#drop(id);
        break;
      case 'forget':
        this.#applyForget(line.accountId);
        break;
    }
    this.#dropOldest();
  }

  /** `ids`: null = all of the account. */
  #applyRead(accountId: string, ids: ReadonlySet<string> | null): void {
    for (const id of ids ?? this.#entries.keys()) {
      const entry = this.#entries.get(id);
      if (entry === undefined || entry.read || entry.notice.accountId !== accountId) continue;
      this.#entries.set(id, { ...entry, read: true });
    }
  }

  #isUnread(accountId: string, id: string): boolean {
    const entry = this.#entries.get(id);
    return entry !== undefined && !entry.read && entry.notice.accountId === accountId;
  }

  #applyForget(accountId: string): void {
    this.#memories.delete(accountId);
    for (const [id, entry] of this.#entries) {
      if (entry.notice.accountId === accountId) this.#drop(id);
    }
  }

  #dropOldest(): void {
    for (const id of this.#entries.keys()) {
      if (this.#entries.size <= kept) return;
      this.#drop(id);
    }
  }

  #place(entry: HistoryEntry): void {
    const { notice, group } = entry;
    this.#entries.set(notice.id, entry);
    if (group === notice.id) return;
    const joined = this.#groups.get(group) ?? new Set();
    this.#groups.set(group, joined.add(notice.id));
  }

  #drop(id: string): void {
    const group = this.#entries.get(id)?.group ?? id;
    this.#entries.delete(id);
    const joined = this.#groups.get(group);
    if (joined?.delete(id) && joined.size === 0) this.#groups.delete(group);
  }

  #memory(accountId: string): HistoryMemory {
    const found = this.#memories.get(accountId);
    if (found) return found;
    const memory = new HistoryMemory();
    this.#memories.set(accountId, memory);
    return memory;
  }

  #compactIfDue(): void {
    if (this.#lines > this.#entries.size * 2 + slack) this.#compact();
  }

  #compact(): void {
    const lines: HistoryLine[] = [];
    for (const [accountId, { ids, cursor, baselines }] of this.#memories) {
      lines.push({ k: 'known', accountId, ids: [...ids] });
      for (const kind of baselines) lines.push({ k: 'baseline', accountId, of: kind });
      if (cursor !== undefined) lines.push({ k: 'cursor', accountId, id: cursor });
    }
    const released: string[] = [];
    for (const entry of this.#entries.values()) {
      const { notice, decision, read, answered, group } = entry;
      lines.push({ k: 'notice', notice, decision, contiguous: false, group });
      if (read) lines.push({ k: 'read', accountId: notice.accountId, id: notice.id });
      if (answered !== null) lines.push({ k: 'answered', id: notice.id, answer: answered });
      if (entry.released) released.push(notice.id);
    }
    if (released.length > 0) lines.push({ k: 'released', ids: released });
    try {
      this.#file.replace(lines.map((line) => JSON.stringify(line)));
      this.#lines = lines.length;
    } catch (error) {
      this.#log.error('history: could not be compacted', { error: String(error) });
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
export function openHistory(file: LineFile, log: Log, onUnreadable: () => void): History {
  try {
    return new History(file, log);
  } catch (error) {
    log.error('history: could not be read', { error: String(error) });
    onUnreadable();
    return new History({ read: () => [], append: () => {}, replace: () => {} }, log);
  }
}
