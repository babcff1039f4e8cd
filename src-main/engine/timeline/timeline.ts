import type { Note } from '../misskey/api/schemas.ts';
import { changeIn, findIn, putInside, removeInside } from '../misskey/notes/note-places.ts';

/** A change to a timeline, as the window and the trace are told. */
export type TimelineChange =
  | { readonly kind: 'reset' }
  | TimelineInsertion
  | TimelineUpdate
  | TimelineRemoval
  /** Notes came that are not taken, see `hold`. */
  | { readonly kind: 'behind' }
  | { readonly kind: 'older'; readonly notes: readonly Note[]; readonly hasOlder: boolean };

export interface TimelineInsertion {
  readonly kind: 'insert';
  readonly note: Note;
  /** Only so many notes are left, the newest ones. */
  readonly most: number;
}

/** The note, or one nested in it, is another than before. */
export interface TimelineUpdate {
  readonly kind: 'update';
  readonly note: Note;
}

export interface TimelineRemoval {
  readonly kind: 'remove';
  readonly noteId: string;
}

/** Notes kept at most; a reader who goes further down fetches them again. */
const mostNotes = 400;
/** With so many, no new one is taken while somebody reads further down: older pages need room too. */
const mostWhileHeld = 300;
/** Notes kept when a new one comes and nobody reads further down. */
const mostAtTop = 150;

/** The notes of one timeline, newest first, bounded. Each method returns what changed, if anything did. */
export class Timeline {
  #notes: readonly Note[] = [];
  #hasOlder = true;
  /** A page has come: before that the notes are only those that came live. */
  #isLoaded = false;
  #gapAfter: string | null = null;
  #isHeld = false;
  #isBehind = false;

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

  /** Newer notes came and were not taken, see `hold`. */
  get isBehind(): boolean {
    return this.#isBehind;
  }

  /**
   * While it is held, because the reader is further down in it, new notes push no others out: when there
   * is no room left, they are not taken. Returns whether such notes are to be fetched now.
   */
  hold(isHeld: boolean): boolean {
    this.#isHeld = isHeld;
    return !isHeld && this.#isBehind;
  }

  /** A note that was just posted. */
  insert(note: Note): TimelineChange | null {
    if (this.#has(note.id) || this.#comesWithOlder(note)) return null;
    if (this.#isHeld && this.#notes.length >= mostWhileHeld) {
      if (this.#isBehind) return null;
      this.#isBehind = true;
      return { kind: 'behind' };
    }
    const most = this.#isHeld ? mostNotes : mostAtTop;
    this.#replace([note, ...this.#notes], most);
    return { kind: 'insert', note, most };
  }

  /**
   * The newest page, fetched after each connect (newest first). Where it meets the notes that were
   * there before the connect, the two join without a seam; where it does not, the gap is marked.
   * @param before the notes at the connect: one that came live since then says nothing of the gap.
   */
  merge(page: readonly Note[], before: readonly Note[] = this.#notes): TimelineChange {
    this.#isLoaded = true;
    this.#isBehind = false;
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

  /** The note with this id, at the top or nested. */
  find(noteId: string): Note | null {
    for (const note of this.#notes) {
      const found = findIn(note, noteId);
      if (found !== null) return found;
    }
    return null;
  }

  /** Changes a note wherever it stands: at the top, and nested in others (see `changeIn`). */
  change(noteId: string, change: (note: Note) => Note): TimelineUpdate[] {
    return this.#map((note) => changeIn(note, noteId, change));
  }

  /** The note is gone: those in which it was nested stay, without it. */
  remove(noteId: string): (TimelineUpdate | TimelineRemoval)[] {
    const at = this.#notes.findIndex(({ id }) => id === noteId);
    const changes: (TimelineUpdate | TimelineRemoval)[] = [];
    if (at >= 0) {
      if (this.#gapAfter === noteId) this.#gapAfter = this.#notes[at - 1]?.id ?? null;
      this.#replace(this.#notes.filter(({ id }) => id !== noteId));
      changes.push({ kind: 'remove', noteId });
    }
    return [...changes, ...this.#map((note) => removeInside(note, noteId))];
  }

  /** Keeps where a note stands; the returned function undoes its removal. */
  keepPlace(noteId: string): () => (TimelineInsertion | TimelineUpdate)[] {
    const kept = this.find(noteId);
    if (kept === null) return () => [];
    const isAtTop = this.#has(noteId);
    const isBeforeGap = this.#gapAfter === noteId;
    return () => {
      const changes: (TimelineInsertion | TimelineUpdate)[] = [];
      if (isAtTop && !this.#has(noteId)) {
        this.#replace([...this.#notes, kept]);
        if (isBeforeGap) this.#gapAfter = noteId;
        changes.push({ kind: 'insert', note: kept, most: mostNotes });
      }
      return [...changes, ...this.#map((note) => putInside(note, kept))];
    };
  }

  #map(change: (note: Note) => Note): TimelineUpdate[] {
    const updates: TimelineUpdate[] = [];
    const notes = this.#notes.map((before) => {
      const note = change(before);
      if (note !== before) updates.push({ kind: 'update', note });
      return note;
    });
    if (updates.length > 0) this.#notes = notes;
    return updates;
  }

  /** In the order of time, as the window has them: a note from afar may arrive late. */
  #replace(notes: readonly Note[], most = mostNotes): void {
    const sorted = [...notes].sort((a, b) => b.createdAt - a.createdAt);
    this.#notes = sorted.slice(0, most);
    if (sorted.length > most) this.#hasOlder = true;
    // A gap with nothing behind it is only the end of what is loaded.
    if (this.#notes.slice(0, -1).every(({ id }) => id !== this.#gapAfter)) this.#gapAfter = null;
  }

  /** From afar, and older than all that is loaded: as the last note it would hide what lies between. */
  #comesWithOlder({ createdAt }: Note): boolean {
    const oldest = this.#notes.at(-1);
    const isFull = this.#notes.length >= (this.#isHeld ? mostNotes : mostAtTop);
    const isCut = (this.#isLoaded && this.#hasOlder) || isFull;
    return isCut && oldest !== undefined && createdAt < oldest.createdAt;
  }

  #has(noteId: string): boolean {
    return this.#notes.some(({ id }) => id === noteId);
  }
}
