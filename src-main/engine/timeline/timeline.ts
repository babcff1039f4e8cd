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
  /** A page has come: before that the notes are only those that came live. */
  #isLoaded = false;
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
    if (this.#has(note.id) || this.#comesWithOlder(note)) return null;
    this.#replace([note, ...this.#notes]);
    return { kind: 'insert', note };
  }

  /**
   * The newest page, fetched after each connect (newest first). Where it meets the notes that were
   * there before the connect, the two join without a seam; where it does not, the gap is marked.
   * @param before the notes at the connect: one that came live since then says nothing of the gap.
   */
  merge(page: readonly Note[], before: readonly Note[] = this.#notes): TimelineChange {
    this.#isLoaded = true;
    const ids = new Set(page.map(({ id }) => id));
    const oldest = page.at(-1);
    if (this.#notes.length === 0) this.#hasOlder = page.length > 0;
    if (oldest !== undefined && before.length > 0 && !before.some(({ id }) => ids.has(id))) {
      this.#gapAfter = oldest.id;
    } else if (page.some(({ id }) => id === this.#gapAfter && id !== oldest?.id)) {
      this.#gapAfter = null;
    }
    this.#replace([...page, ...this.#notes.filter(({ id }) => !ids.has(id))]);
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
    const at = this.#notes.findIndex(({ id }) => id === noteId);
    if (at < 0) return null;
    if (this.#gapAfter === noteId) this.#gapAfter = this.#notes[at - 1]?.id ?? null;
    this.#replace(this.#notes.filter(({ id }) => id !== noteId));
    return { kind: 'remove', noteId };
  }

  /** In the order of time, as the window has them: a note from afar may arrive late. */
  #replace(notes: readonly Note[]): void {
    this.#notes = [...notes].sort((a, b) => b.createdAt - a.createdAt).slice(0, mostNotes);
    // A gap with nothing behind it is only the end of what is loaded.
    if (this.#notes.slice(0, -1).every(({ id }) => id !== this.#gapAfter)) this.#gapAfter = null;
  }

  /** From afar, and older than all that is loaded: as the last note it would hide what lies between. */
  #comesWithOlder({ createdAt }: Note): boolean {
    const oldest = this.#notes.at(-1);
    const isFull = this.#notes.length >= mostNotes;
    const isCut = (this.#isLoaded && this.#hasOlder) || isFull;
    return isCut && oldest !== undefined && createdAt < oldest.createdAt;
  }

  #has(noteId: string): boolean {
    return this.#notes.some(({ id }) => id === noteId);
  }
}
