import { BoundedMap } from '../../bounded-map.ts';

/** A moment before notes were asked for; see `NoteFreshness`. */
export interface Mark {
  /** Changes that had been made by then. */
  readonly change: number;
  /** Monotonic milliseconds. */
  readonly at: number;
}

/** Notes remembered at most: many more than are ever changed while an answer is on its way. */
const mostRemembered = 5_000;

/**
 * Tells how far an answer of the server can be trusted about a note. Whatever changed the note after
 * the answer was asked for may be in it or not, and would be lost or counted twice.
 */
export class NoteFreshness {
  readonly #monotonic: () => number;
  #changes = 0;
  /** By note, the number of its last change. */
  readonly #changed = new BoundedMap<string, number>(mostRemembered);
  /** By note, when the newest answer that could be trusted was asked for, in monotonic milliseconds. */
  readonly #askedAt = new BoundedMap<string, number>(mostRemembered);
  readonly #answeredAt = new BoundedMap<string, number>(mostRemembered);
  /** By note, how many answers of the user the server has yet to confirm. */
  readonly #pending = new Map<string, number>();
  readonly #gone = new BoundedMap<string, true>(mostRemembered);

  constructor(monotonic: () => number) {
    this.#monotonic = monotonic;
  }

  /** To be taken before notes are asked for. */
  mark(): Mark {
    return { change: this.#changes, at: this.#monotonic() };
  }

  /** The note was changed by something that an answer on its way may not know. */
  changed(noteId: string): void {
    this.#changes += 1;
    this.#changed.set(noteId, this.#changes);
  }

  /** Until the returned function is called, no answer about the note can be trusted. */
  pending(noteId: string): () => void {
    this.#pending.set(noteId, (this.#pending.get(noteId) ?? 0) + 1);
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      const left = (this.#pending.get(noteId) ?? 0) - 1;
      if (left > 0) this.#pending.set(noteId, left);
      else this.#pending.delete(noteId);
      this.changed(noteId);
    };
  }

  /** Whether an answer that was asked for at the mark can be trusted about the note. */
  isTrue(noteId: string, mark: Mark): boolean {
    const isKnown = (this.#changed.get(noteId) ?? 0) <= mark.change;
    // Answers may overtake each other.
    return isKnown && !this.#pending.has(noteId) && mark.at >= this.askedAt(noteId);
  }

  /** What is held of the note now is as of that time, in monotonic milliseconds. */
  refreshed(noteId: string, at: number): void {
    if (at > this.askedAt(noteId)) this.#askedAt.set(noteId, at);
  }

  /** An answer about the note was taken just now. */
  answered(noteId: string): void {
    this.#answeredAt.set(noteId, this.#monotonic());
  }

  /** When the last answer about the note was taken, in monotonic milliseconds; -∞ for none. */
  answeredAt(noteId: string): number {
    return this.#answeredAt.get(noteId) ?? Number.NEGATIVE_INFINITY;
  }

  /** When what is held of the note was asked for, in monotonic milliseconds; -∞ for what only came along. */
  askedAt(noteId: string): number {
    return this.#askedAt.get(noteId) ?? Number.NEGATIVE_INFINITY;
  }

  /** The note is gone: answers on their way may still have it. */
  gone(noteId: string): void {
    this.#gone.set(noteId, true);
  }

  /** The note is there after all. */
  back(noteId: string): void {
    this.#gone.delete(noteId);
  }

  isGone(noteId: string): boolean {
    return this.#gone.has(noteId);
  }
}
