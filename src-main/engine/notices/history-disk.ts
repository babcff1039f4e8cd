import type { HistoryArchive } from './history-archive.ts';
import type { Erasure } from './history-entry.ts';
import { HistoryJournal, type HistoryJournalOptions } from './history-journal.ts';
import type { HistoryLine } from './history-line.ts';

/** After the disk refused a segment, so many lines pass before it is asked again. */
const linesBeforeRetry = 200;

/** How many notices are held where. */
export interface HistorySizes {
  /** The newest notices, which are held in memory. */
  readonly kept: number;
  /** So many more go to the archive at once. */
  readonly segment: number;
}

/** How much is kept. */
export interface HistoryExtent {
  readonly count: number;
  /** On the disk. */
  readonly bytes: number;
  /** When the oldest notice was created (milliseconds since the epoch); null = there is none. */
  readonly oldest: number | null;
}

export interface HistoryDiskOptions extends HistoryJournalOptions {
  readonly sizes: HistorySizes;
  /** Where older notices go; without one they go for good. */
  readonly archive?: HistoryArchive;
}

/** Where the history is kept: the newest in the journal, and from there on in the archive, until they are erased. */
export class HistoryDisk {
  readonly #options: HistoryDiskOptions;
  readonly #journal: HistoryJournal;
  #archiveNotBefore = 0;
  #purging: Promise<unknown> = Promise.resolve();

  /** Reads what is there into the state, and goes on with what was left undone. @throws when it cannot be read. */
  constructor(options: HistoryDiskOptions) {
    this.#options = options;
    this.#journal = new HistoryJournal(options);
    this.#journal.read();
    this.#settleArchive();
    this.#archiveIfDue();
    this.#journal.compactIfDue();
    void this.#purge();
  }

  /** What the line says is so from now on, though the disk may refuse it. */
  write(line: HistoryLine): void {
    this.#journal.write(line);
    this.#archiveIfDue();
    this.#journal.compactIfDue();
  }

  /** Removes all traces of an account. */
  forget(accountId: string): void {
    // First the archive: after a kill between the two, the next start erases what is left there.
    if (this.#options.state.archivedUpTo > 0) this.#writeErasure({ accountId });
    // The line stands in where the file cannot be written anew; else nothing of it remains either.
    this.write({ k: 'forget', accountId });
    this.#journal.compact();
    void this.#purge();
  }

  /** Resolves when it is gone from the disk; to false when the disk refused. */
  async erase(what: Erasure): Promise<boolean> {
    this.#writeErasure(what);
    const isGone = this.#journal.compact();
    return (await this.#purge()) && isGone;
  }

  /** How much is kept. */
  async extent(): Promise<HistoryExtent> {
    const { archive, state } = this.#options;
    const archived = await archive?.extent();
    const times = [...state.entries.values()].map(({ notice }) => notice.createdAt);
    const oldest = [...times, ...(archived?.oldest == null ? [] : [archived.oldest])];
    return {
      count: times.length + (archived?.count ?? 0),
      bytes: this.#journal.size + (archived?.bytes ?? 0),
      oldest: oldest.length === 0 ? null : Math.min(...oldest),
    };
  }

  /** Lets the oldest notices go until no more than about so many bytes of disk are taken. */
  async shrinkTo(bytes: number): Promise<void> {
    const { archive, state } = this.#options;
    await archive?.shrinkTo(Math.max(0, bytes - this.#journal.size));
    if (this.#journal.size <= bytes) return;
    this.#journal.compact();
    const { size } = this.#journal;
    if (size <= bytes) return;
    // Notices of about the same length: so many of them fit.
    state.keepNewest(Math.floor((state.entries.size * bytes * 0.9) / size));
    this.#journal.compact();
  }

  #settleArchive(): void {
    const { archive, log, state } = this.#options;
    if (archive === undefined) return;
    try {
      const upTo = state.archivedUpTo;
      const segment = archive.settle(upTo, (id) => state.entries.has(id));
      if (segment > upTo) state.apply({ k: 'archived', segment, ids: [] });
    } catch (error) {
      log.error('history: the archive could not be read', { error: String(error) });
    }
  }

  #archiveIfDue(): void {
    const { archive, log, sizes, state } = this.#options;
    if (this.#journal.written < this.#archiveNotBefore) return;
    while (archive !== undefined && state.entries.size >= sizes.kept + sizes.segment) {
      const segment = state.archivedUpTo + 1;
      const oldest = [...state.entries.values()].slice(0, sizes.segment);
      const ids = oldest.map(({ notice }) => notice.id);
      try {
        // Entries of the archive cannot be marked as read, so they count as read.
        archive.write(
          segment,
          oldest.map((entry) => ({ ...entry, read: true })),
        );
        // From this line on they are in the archive, and before it they are not.
        if (!this.#journal.writeIfTaken({ k: 'archived', segment, ids })) {
          archive.discard(segment);
          throw new Error('the line was refused');
        }
      } catch (error) {
        log.error('history: could not be archived', { error: String(error) });
        this.#archiveNotBefore = this.#journal.written + linesBeforeRetry;
        return;
      }
      // The next start need not read what is in the archive.
      this.#journal.compact();
    }
  }

  #writeErasure(what: Erasure): void {
    const { nextErasure: n, archivedUpTo: upTo } = this.#options.state;
    this.write({ k: 'erase', n, what, upTo });
  }

  /** Erases from the archive what is still to be erased there; one after another. */
  #purge(): Promise<boolean> {
    const done = this.#purging.then(() => this.#purgeAll());
    this.#purging = done;
    return done;
  }

  async #purgeAll(): Promise<boolean> {
    const { archive, log, state } = this.#options;
    const { erasures } = state;
    if (archive === undefined || erasures.length === 0) return true;
    try {
      for (const erasure of erasures) {
        await archive.purge(erasure);
        this.write({ k: 'purged', n: erasure.n });
      }
      // What was to be erased is named in the file until now.
      return this.#journal.compact();
    } catch (error) {
      log.error('history: could not be erased from the archive', { error: String(error) });
      return false;
    }
  }
}
