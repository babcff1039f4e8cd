import type { Log } from '../log.ts';
import { type HistoryLine, parseHistoryLine } from './history-line.ts';
import type { Notice } from './notice.ts';
import type { Decision } from './rules.ts';

/** A notice as it is kept: with what became of it. */
export interface HistoryEntry {
  readonly notice: Notice;
  readonly decision: Decision;
  readonly read: boolean;
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
/** Ids per account by which a notice that comes again is known. */
const knownIds = 1_000;

/** What is known of one account's notices. */
interface Memory {
  /** Ids in the order in which they became known, oldest first. */
  readonly known: Set<string>;
  /** Up to here nothing is missing; undefined before the first connect set a baseline. */
  cursor: string | null | undefined;
}

/**
 * The notices kept on disk with their decisions, and what is needed to neither miss nor repeat one:
 * the ids already seen and, per account, up to where nothing is missing.
 */
export class History {
  readonly #file: LineFile;
  readonly #log: Log;
  readonly #entries = new Map<string, HistoryEntry>();
  readonly #memories = new Map<string, Memory>();
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

  /** Newest first by the server's time; `before` is the id of the last entry of the page before. */
  newest(limit: number, before: string | null = null): HistoryEntry[] {
    const all = [...this.#entries.values()]
      .reverse()
      .sort((a, b) => b.notice.createdAt - a.notice.createdAt);
    if (before === null) return all.slice(0, limit);
    const last = all.findIndex((entry) => entry.notice.id === before);
    return last < 0 ? [] : all.slice(last + 1, last + 1 + limit);
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

  /** Every account of which something is kept. */
  accountIds(): string[] {
    return [...this.#memories.keys()];
  }

  isKnown(accountId: string, sourceId: string): boolean {
    return this.#memories.get(accountId)?.known.has(sourceId) ?? false;
  }

  /**
   * Whether the account was connected before, so that what is new since then may ring. One live notice
   * is enough: whatever followed it is new, even if Suzu was killed before it had a baseline.
   */
  hasBaseline(accountId: string): boolean {
    const memory = this.#memories.get(accountId);
    return memory !== undefined && (memory.cursor !== undefined || memory.known.size > 0);
  }

  /**
   * From where to ask for what was missed: some ids before the newest that is surely known, because
   * ids of one millisecond do not follow the order of time (PROTOCOL §7). Null = from the beginning.
   */
  catchUpFrom(accountId: string): string | null {
    const memory = this.#memories.get(accountId);
    if (memory === undefined || memory.cursor === null) return null;
    const { cursor } = memory;
    const known = [...memory.known].sort();
    if (cursor === undefined) return known[0] ?? null;
    const seen = known.filter((id) => id <= cursor);
    return seen.at(-10) ?? seen[0] ?? cursor;
  }

  /** Keeps a notice. `contiguous`: nothing before it is missing. */
  add(notice: Notice, decision: Decision, contiguous: boolean): void {
    this.#write({ k: 'notice', notice, decision, contiguous });
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
    if (isAhead(id, this.#memories.get(accountId)?.cursor)) {
      this.#write({ k: 'cursor', accountId, id });
    }
  }

  markRead(noticeId: string): void {
    const entry = this.#entries.get(noticeId);
    if (entry !== undefined && !entry.read) {
      this.#write({ k: 'read', accountId: entry.notice.accountId, id: noticeId });
    }
  }

  markAllRead(accountId: string): void {
    if (this.unread(accountId) > 0) this.#write({ k: 'read', accountId, id: null });
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
        const { notice, decision, contiguous } = line;
        this.#entries.set(notice.id, { notice, decision, read: false });
        this.#remember(notice.accountId, notice.sourceId);
        if (contiguous) this.#raiseCursor(notice.accountId, notice.sourceId);
        break;
      }
      case 'decision': {
        const entry = this.#entries.get(line.id);
        if (entry) this.#entries.set(line.id, { ...entry, decision: line.decision });
        break;
      }
      case 'known':
        for (const id of line.ids) this.#remember(line.accountId, id);
        break;
      case 'cursor':
        this.#raiseCursor(line.accountId, line.id);
        break;
      case 'read':
        this.#applyRead(line.accountId, line.id);
        break;
      case 'forget':
        this.#applyForget(line.accountId);
        break;
    }
    this.#dropOldest();
  }

  #applyRead(accountId: string, noticeId: string | null): void {
    for (const [id, entry] of this.#entries) {
      if (entry.read || entry.notice.accountId !== accountId) continue;
      if (noticeId === null || noticeId === id) this.#entries.set(id, { ...entry, read: true });
    }
  }

  #applyForget(accountId: string): void {
    this.#memories.delete(accountId);
    for (const [id, entry] of this.#entries) {
      if (entry.notice.accountId === accountId) this.#entries.delete(id);
    }
  }

  #dropOldest(): void {
    for (const id of this.#entries.keys()) {
      if (this.#entries.size <= kept) return;
      this.#entries.delete(id);
    }
  }

  #memory(accountId: string): Memory {
    const found = this.#memories.get(accountId);
    if (found) return found;
    const memory: Memory = { known: new Set(), cursor: undefined };
    this.#memories.set(accountId, memory);
    return memory;
  }

  #raiseCursor(accountId: string, id: string | null): void {
    const memory = this.#memory(accountId);
    if (isAhead(id, memory.cursor)) memory.cursor = id;
  }

  #remember(accountId: string, sourceId: string): void {
    const { known } = this.#memory(accountId);
    known.add(sourceId);
    for (const id of known) {
      if (known.size <= knownIds) break;
      known.delete(id);
    }
  }

  #compactIfDue(): void {
    if (this.#lines > this.#entries.size * 2 + slack) this.#compact();
  }

  #compact(): void {
    const lines: HistoryLine[] = [];
    for (const [accountId, { known, cursor }] of this.#memories) {
      lines.push({ k: 'known', accountId, ids: [...known] });
      if (cursor !== undefined) lines.push({ k: 'cursor', accountId, id: cursor });
    }
    for (const { notice, decision, read } of this.#entries.values()) {
      lines.push({ k: 'notice', notice, decision, contiguous: false });
      if (read) lines.push({ k: 'read', accountId: notice.accountId, id: notice.id });
    }
    try {
      this.#file.replace(lines.map((line) => JSON.stringify(line)));
      this.#lines = lines.length;
    } catch (error) {
      this.#log.error('history: could not be compacted', { error: String(error) });
    }
  }
}

/** Ids of one server sort as strings in the order of time (PROTOCOL §7). */
function isAhead(id: string | null, cursor: string | null | undefined): boolean {
  return cursor === undefined || (id !== null && (cursor === null || id > cursor));
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
