import type { Note } from '../misskey/schemas.ts';

/** A change to a timeline, as the window and the trace are told. */
export type TimelineChange =
  | { readonly kind: 'reset' }
  | { readonly kind: 'insert'; readonly note: Note }
  | { readonly kind: 'update'; readonly note: Note }
  | { readonly kind: 'remove'; readonly noteId: string }
  | { readonly kind: 'older'; readonly notes: readonly Note[]; readonly hasOlder: boolean };

/** Notes kept at most; a reader who goes further down fetches them again. */
const mostNotes = 400;

/** The notes of one timeline, newest first, bounded. Each method returns what changed, if anything did. */
export class Timeline {
  #notes: readonly Note[] = [];
  #hasOlder = true;
  #gapAfter: string | null = null;

  get notes(): readonly Note[] {
    return this.#notes;
  }

  get hasOlder(): boolean {
    return this.#hasOlder;
  }

  /** The note after which some are missing, because a gap was too large to fill. */
  get gapAfter(): string | null {
    return this.#gapAfter;
  }

  /** A note that was just posted. */
  insert(note: Note): TimelineChange | null {
    if (this.#has(note.id)) return null;
    this.#notes = [note, ...this.#notes].slice(0, mostNotes);
    return { kind: 'insert', note };
  }

  /**
   * The newest page, fetched after each connect (newest first). Where it meets the notes that are
   * there, the two join without a seam; where it does not, the gap is marked.
   */
  merge(page: readonly Note[]): TimelineChange {
    const older = this.#notes.filter((note) => !page.some(({ id }) => id === note.id));
    const joined = older.length < this.#notes.length;
    const oldest = page.at(-1);
    if (this.#notes.length === 0) this.#hasOlder = page.length > 0;
    this.#gapAfter = joined || older.length === 0 || oldest === undefined ? null : oldest.id;
    this.#notes = [...page, ...older].sort((a, b) => b.createdAt - a.createdAt).slice(0, mostNotes);
    return { kind: 'reset' };
  }

  /** The page that follows the oldest note. */
  append(page: readonly Note[]): TimelineChange {
    const notes = page.filter(({ id }) => !this.#has(id));
    const room = mostNotes - this.#notes.length;
    const added = notes.slice(0, room);
    this.#notes = [...this.#notes, ...added];
    this.#hasOlder = page.length > 0 && this.#notes.length < mostNotes;
    return { kind: 'older', notes: added, hasOlder: this.#hasOlder };
  }

  remove(noteId: string): TimelineChange | null {
    if (!this.#has(noteId)) return null;
    this.#notes = this.#notes.filter(({ id }) => id !== noteId);
    return { kind: 'remove', noteId };
  }

  #has(noteId: string): boolean {
    return this.#notes.some(({ id }) => id === noteId);
  }
}
