import type { Log } from '../log.ts';
import type { LineFile } from './history-file.ts';
import { type HistoryLine, parseForeignLine, parseHistoryLine } from './history-line.ts';
import type { HistoryState } from './history-state.ts';

/** Lines that are superseded before compaction pays. */
const slack = 2_000;
/** After the disk refused to have all written anew, so many lines pass before the next try. */
const linesBeforeRetry = 200;

export interface HistoryJournalOptions {
  readonly file: LineFile;
  readonly log: Log;
  /** What the lines make; changed by each. */
  readonly state: HistoryState;
  /** Whether what happens reaches the disk, each time that this changes. */
  readonly onDisk?: (isWritable: boolean) => void;
}

/**
 * The history's file: whatever happens is one more line of it, and once most lines say nothing any more, it is
 * written anew.
 */
export class HistoryJournal {
  readonly #options: HistoryJournalOptions;
  #lines = 0;
  #written = 0;
  #compactNotBefore = 0;
  #isWritable = true;

  constructor(options: HistoryJournalOptions) {
    this.#options = options;
  }

  /** Bytes on the disk. */
  get size(): number {
    return this.#options.file.size();
  }

  /** Lines written in this run, whether or not the disk took them. */
  get written(): number {
    return this.#written;
  }

  /** Takes in what the file holds. @throws when it cannot be read. */
  read(): void {
    const { file, log, state } = this.#options;
    let broken = 0;
    let foreign = 0;
    for (const text of file.read()) {
      this.#lines += 1;
      const line = parseHistoryLine(text);
      if (line !== null) {
        state.apply(line);
        continue;
      }
      const carried = parseForeignLine(text);
      if (carried === null) broken += 1;
      else {
        state.carry(carried);
        foreign += 1;
      }
    }
    if (broken > 0) log.warn('history: broken lines were skipped', { broken });
    if (foreign > 0) log.info('history: lines of a newer version are kept', { foreign });
  }

  /** What the line says is so from now on, though the disk may refuse it. */
  write(line: HistoryLine): void {
    this.#options.state.apply(line);
    this.#lines += 1;
    this.#written += 1;
    // A full disk must not keep the bell from ringing; memory still knows.
    this.#append(line);
  }

  /** As `write`, but nothing changes when the disk refuses. Returns whether it took the line. */
  writeIfTaken(line: HistoryLine): boolean {
    if (!this.#append(line)) return false;
    this.#options.state.apply(line);
    this.#lines += 1;
    return true;
  }

  /** Compacts where it pays. */
  compactIfDue(): void {
    if (this.#written < this.#compactNotBefore) return;
    if (this.#lines <= this.#options.state.entries.size * 2 + slack) return;
    if (!this.compact()) this.#compactNotBefore = this.#written + linesBeforeRetry;
  }

  /** Writes the file anew, with only what still says something. Returns whether the disk took it. */
  compact(): boolean {
    const { file, log, state } = this.#options;
    const lines = state.compacted();
    try {
      file.replace(lines);
      this.#lines = lines.length;
      this.#tellDisk(true);
      return true;
    } catch (error) {
      log.error('history: could not be compacted', { error: String(error) });
      return false;
    }
  }

  #append(line: HistoryLine): boolean {
    const { file, log } = this.#options;
    try {
      file.append(JSON.stringify(line));
      this.#tellDisk(true);
      return true;
    } catch (error) {
      if (this.#isWritable) log.error('history: could not be written', { error: String(error) });
      this.#tellDisk(false);
      return false;
    }
  }

  #tellDisk(isWritable: boolean): void {
    if (isWritable === this.#isWritable) return;
    this.#isWritable = isWritable;
    this.#options.onDisk?.(isWritable);
  }
}
