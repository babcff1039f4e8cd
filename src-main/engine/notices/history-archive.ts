import { type Erasable, erases, type HistoryEntry } from './history-entry.ts';
import type { Matcher } from './history-query.ts';
import {
  encodeSegment,
  isNewerSegment,
  type SegmentInfo,
  scanSegment,
  segmentInfo,
  withoutErased,
} from './history-segment.ts';
import type { PendingErasure } from './history-state.ts';

/** Where segments are kept, each under a number. */
export interface SegmentStore {
  /** Removes what a kill left half written. */
  tidy(): void;
  /** The numbers that are there, in no order. */
  list(): readonly number[];
  /** The beginning of a segment, enough for what it says of itself. */
  peek(segment: number): Buffer;
  /** On the disk, whole, when this returns; else it throws and there is none. */
  write(segment: number, bytes: Buffer): void;
  /** Does nothing where it is not there. */
  discard(segment: number): void;
  /** As `peek`, without blocking; null where it is not there (any more). */
  head(segment: number): Promise<Buffer | null>;
  /** Null where it is not there (any more). */
  read(segment: number): Promise<Buffer | null>;
  /** Replaces a segment at once, or leaves it as it was. */
  rewrite(segment: number, bytes: Buffer): Promise<void>;
  /** Does nothing where it is not there. */
  remove(segment: number): Promise<void>;
  /** In bytes; 0 where it is not there. */
  size(segment: number): Promise<number>;
}

/** A place in the archive. */
export interface ArchivePlace {
  readonly segment: number;
  /** Bytes from the segment's beginning. */
  readonly offset: number;
}

export interface ArchivePage {
  readonly entries: readonly HistoryEntry[];
  /** Where to go on; null = nothing more matches. */
  readonly next: ArchivePlace | null;
}

interface Indexed extends SegmentInfo {
  readonly bytes: number;
}

/**
 * The notices that are too many for memory, in segments that never change but for what is erased. Each
 * is read by itself, so that between two of them everything else has its turn; what reads and what
 * erases never meet in one segment.
 */
export class HistoryArchive {
  readonly #store: SegmentStore;
  /** What the segments say of themselves, by number; null = to be read (again). */
  #index: Promise<Map<number, Indexed>> | null = null;
  #lane: Promise<unknown> = Promise.resolve();

  constructor(store: SegmentStore) {
    this.#store = store;
  }

  /**
   * The newest segment that counts, where the history knows of those up to `upTo`. What lies beyond was
   * written before a kill and is removed, if its notices are still in the history; a history that knows
   * nothing of it has lost its file, and the segment is taken over. One that cannot be read counts, too,
   * so that no other is written over it.
   */
  settle(upTo: number, isHeld: (noticeId: string) => boolean): number {
    this.#store.tidy();
    let newest = upTo;
    for (const segment of [...this.#store.list()].sort((a, b) => a - b)) {
      if (segment <= upTo) continue;
      const info = this.#peek(segment);
      if (info !== null && isHeld(info.sample)) this.#store.discard(segment);
      else newest = segment;
    }
    return newest;
  }

  /** Writes a segment; on the disk when this returns. @throws when the disk does not take it. */
  write(segment: number, entries: readonly HistoryEntry[]): void {
    this.#store.write(segment, encodeSegment(entries));
    this.#index = null;
  }

  /** Removes a segment that does not count after all. */
  discard(segment: number): void {
    this.#store.discard(segment);
    this.#index = null;
  }

  /** One page of what matches, newest segment first. `isHidden`: erased, though still on the disk. */
  async search(
    matcher: Matcher,
    options: {
      readonly upTo: number;
      readonly from: ArchivePlace | null;
      readonly limit: number;
      readonly erasures: () => readonly PendingErasure[];
      readonly isOver: () => boolean;
    },
  ): Promise<ArchivePage> {
    const { upTo, from, limit, erasures, isOver } = options;
    const entries: HistoryEntry[] = [];
    if (matcher.unreadOnly) return { entries, next: null };
    for (const segment of await this.#segments(from?.segment ?? upTo)) {
      const offset = segment === from?.segment ? from.offset : 0;
      const index = await this.#indexed();
      const info = index.get(segment);
      if (info === undefined || !matcher.mayMatchTime(info.from, info.to)) continue;
      const bytes = await this.#inLane(() => this.#store.read(segment));
      if (isOver()) break;
      if (bytes === null) continue;
      const hidden = erasures()
        .filter((erasure) => segment <= erasure.upTo)
        .map(({ what }) => erases(what));
      for (const { entry, next } of scanSegment(bytes, matcher, offset)) {
        if (hidden.some((isErased) => isErased(entry.notice))) continue;
        entries.push(entry);
        if (entries.length === limit) return { entries, next: { segment, offset: next } };
      }
    }
    return { entries, next: null };
  }

  /** Erases from the disk; what was done before a failure stays done. @throws when the disk refuses. */
  async purge({ what, upTo }: PendingErasure): Promise<void> {
    const isErased = erases(what);
    const { before } = what;
    const index = await this.#indexed();
    const isWhole = what.accountId === undefined && what.noticeIds === undefined;
    for (const segment of this.#store.list()) {
      const info = index.get(segment);
      if (segment > upTo || (before !== undefined && info !== undefined && info.from >= before)) {
        continue;
      }
      const isOld = before === undefined || (info !== undefined && info.to < before);
      await this.#inLane(() =>
        isWhole && isOld ? this.#store.remove(segment) : this.#thin(segment, isErased),
      );
    }
    this.#index = null;
  }

  /** Removes the oldest segments until no more than so many bytes are left. Returns whether any went. */
  async shrinkTo(bytes: number): Promise<boolean> {
    const index = await this.#indexed();
    let left = [...index.values()].reduce((sum, info) => sum + info.bytes, 0);
    let hasShrunk = false;
    for (const [segment, info] of [...index].sort(([a], [b]) => a - b)) {
      if (left <= bytes) break;
      await this.#inLane(() => this.#store.remove(segment));
      left -= info.bytes;
      hasShrunk = true;
    }
    if (hasShrunk) this.#index = null;
    return hasShrunk;
  }

  /** How much there is. `oldest`: milliseconds since the epoch; null = nothing. */
  async extent(): Promise<{ count: number; bytes: number; oldest: number | null }> {
    const all = [...(await this.#indexed()).values()];
    return {
      count: all.reduce((sum, { count }) => sum + count, 0),
      bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
      oldest: all.length === 0 ? null : Math.min(...all.map(({ from }) => from)),
    };
  }

  #peek(segment: number): SegmentInfo | null {
    try {
      return segmentInfo(this.#store.peek(segment));
    } catch {
      return null;
    }
  }

  /** The segments up to this one, newest first. */
  async #segments(upTo: number): Promise<number[]> {
    const index = await this.#indexed();
    return [...index.keys()].filter((segment) => segment <= upTo).sort((a, b) => b - a);
  }

  async #thin(segment: number, isErased: (notice: Erasable) => boolean): Promise<void> {
    const bytes = await this.#store.read(segment);
    if (bytes === null || isNewerSegment(bytes)) return;
    const left = withoutErased(bytes, isErased);
    if (left === null) await this.#store.remove(segment);
    else if (left !== bytes) await this.#store.rewrite(segment, left);
  }

  #indexed(): Promise<Map<number, Indexed>> {
    this.#index ??= this.#readIndex().catch((error: unknown) => {
      this.#index = null;
      throw error;
    });
    return this.#index;
  }

  async #readIndex(): Promise<Map<number, Indexed>> {
    const index = new Map<number, Indexed>();
    for (const segment of this.#store.list()) {
      const [head, bytes] = await Promise.all([
        this.#store.head(segment),
        this.#store.size(segment),
      ]);
      const info = head === null ? null : segmentInfo(head);
      if (info !== null) index.set(segment, { ...info, bytes });
    }
    return index;
  }

  #inLane<Result>(act: () => Promise<Result>): Promise<Result> {
    const result = this.#lane.then(act, act);
    this.#lane = result.catch(() => undefined);
    return result;
  }
}
