import { type Erasure, erases, type HistoryEntry } from './history-entry.ts';
import type { ForeignLine, HistoryLine } from './history-line.ts';
import { HistoryMemory } from './history-memory.ts';

/** Something to erase from the archive's segments up to `upTo`. */
export interface PendingErasure {
  readonly n: number;
  readonly what: Erasure;
  readonly upTo: number;
}

/** Lines of a newer Suzu that are carried along; of more, the newest. */
const mostForeign = 2_000;

/** What the lines of the history's file come to, one after another. */
export class HistoryState {
  readonly #most: number;
  readonly #entries = new Map<string, HistoryEntry>();
  /** Who joined a group, by its id, in the order in which they came. */
  readonly #groups = new Map<string, Set<string>>();
  readonly #memories = new Map<string, HistoryMemory>();
  readonly #erasures = new Map<number, PendingErasure>();
  #foreign: ForeignLine[] = [];
  #archivedUpTo = 0;
  #lastErasure = 0;

  /** @param most so many notices are held; of more, the oldest go. */
  constructor(most: number) {
    this.#most = most;
  }

  /** In the order in which they came. */
  get entries(): ReadonlyMap<string, HistoryEntry> {
    return this.#entries;
  }

  /** The archive's newest segment. */
  get archivedUpTo(): number {
    return this.#archivedUpTo;
  }

  /** What is still to be erased from the archive. */
  get erasures(): readonly PendingErasure[] {
    return [...this.#erasures.values()];
  }

  /** A number for the next erasure. */
  get nextErasure(): number {
    return this.#lastErasure + 1;
  }

  get accountIds(): readonly string[] {
    return [...this.#memories.keys()];
  }

  /** Who joined the group, but for the one that it began with. */
  joined(group: string): Iterable<string> {
    return this.#groups.get(group) ?? [];
  }

  memory(accountId: string): HistoryMemory | undefined {
    return this.#memories.get(accountId);
  }

  apply(line: HistoryLine): void {
    switch (line.k) {
      case 'notice':
        this.#applyNotice(line);
        break;
      case 'decision':
        this.#change(line.id, { decision: line.decision });
        break;
      case 'answered':
        this.#change(line.id, { answered: line.answer });
        break;
      case 'released':
        for (const id of line.ids) this.#change(id, { released: true });
        break;
      case 'known':
        for (const id of line.ids) this.#memoryOf(line.accountId).remember(id);
        break;
      case 'baseline':
        this.#memoryOf(line.accountId).setBaseline(line.of);
        break;
      case 'cursor':
        this.#memoryOf(line.accountId).raiseCursor(line.id);
        break;
      case 'read':
        this.#applyRead(line.accountId, line.id === null ? null : [line.id]);
        break;
      case 'reads':
        this.#applyRead(line.accountId, line.ids);
        break;
      case 'remove':
        for (const id of line.ids) this.#drop(id);
        break;
      case 'archived':
        for (const id of line.ids) this.#drop(id);
        this.#archivedUpTo = Math.max(this.#archivedUpTo, line.segment);
        break;
      case 'erase':
        this.#applyErase(line);
        break;
      case 'purged':
        this.#erasures.delete(line.n);
        break;
      case 'forget':
        this.#memories.delete(line.accountId);
        this.#erase({ accountId: line.accountId });
        break;
    }
    this.#dropBeyond(this.#most);
  }

  /** Carries a line of a newer Suzu along. A notice in it is known, so that it does not ring again. */
  carry(line: ForeignLine): void {
    if (this.#foreign.length >= mostForeign) this.#foreign.shift();
    this.#foreign.push(line);
    const { accountId, sourceId } = line;
    if (accountId !== null && sourceId !== null) this.#memoryOf(accountId).remember(sourceId);
  }

  /** Lets all but so many of the newest notices go. */
  keepNewest(count: number): void {
    this.#dropBeyond(count);
  }

  /** The shortest lines that come to the same, as they stand in the file. */
  compacted(): string[] {
    const lines: HistoryLine[] = [];
    // Before the notices: what is still here has not been erased.
    for (const { n, what, upTo } of this.#erasures.values())
      lines.push({ k: 'erase', n, what, upTo });
    if (this.#archivedUpTo > 0) lines.push({ k: 'archived', segment: this.#archivedUpTo, ids: [] });
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
    return [...lines.map((line) => JSON.stringify(line)), ...this.#foreign.map(({ text }) => text)];
  }

  #applyNotice(line: Extract<HistoryLine, { k: 'notice' }>): void {
    const { notice, decision, contiguous, group } = line;
    this.#place({
      notice,
      decision,
      read: false,
      answered: null,
      released: false,
      group: group ?? notice.id,
    });
    const memory = this.#memoryOf(notice.accountId);
    memory.remember(notice.sourceId);
    if (contiguous) memory.raiseCursor(notice.sourceId);
  }

  /** `ids`: null = all of the account. */
  #applyRead(accountId: string, ids: readonly string[] | null): void {
    for (const id of ids ?? this.#entries.keys()) {
      const entry = this.#entries.get(id);
      if (entry === undefined || entry.read || entry.notice.accountId !== accountId) continue;
      this.#entries.set(id, { ...entry, read: true });
    }
  }

  #applyErase({ n, what, upTo }: Extract<HistoryLine, { k: 'erase' }>): void {
    this.#lastErasure = Math.max(this.#lastErasure, n);
    this.#erase(what);
    if (upTo > 0) this.#erasures.set(n, { n, what, upTo });
  }

  #erase(what: Erasure): void {
    const isErased = erases(what);
    for (const [id, { notice }] of this.#entries) if (isErased(notice)) this.#drop(id);
    if (what.noticeIds !== undefined) return;
    const { accountId, before } = what;
    this.#foreign = this.#foreign.filter(
      ({ text, createdAt }) =>
        (accountId !== undefined && !text.includes(accountId)) ||
        (before !== undefined && (createdAt === null || createdAt >= before)),
    );
  }

  #change(id: string, changes: Partial<HistoryEntry>): void {
    const entry = this.#entries.get(id);
    if (entry) this.#entries.set(id, { ...entry, ...changes });
  }

  #dropBeyond(count: number): void {
    for (const id of this.#entries.keys()) {
      if (this.#entries.size <= count) return;
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

  #memoryOf(accountId: string): HistoryMemory {
    const found = this.#memories.get(accountId);
    if (found) return found;
    const memory = new HistoryMemory();
    this.#memories.set(accountId, memory);
    return memory;
  }
}
