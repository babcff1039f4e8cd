import type { Note } from '../api/schemas.ts';
import type { NoteHolder } from './live-notes.ts';
import { changeIn, findIn, putInside, removeInside } from './note-places.ts';

/** Holds one note by itself, with what is nested in it. */
export class SingleNote implements NoteHolder {
  #note: Note;
  readonly #onChange: (note: Note) => void;
  readonly #onGone: () => void;

  /** @param onGone the note itself is gone: there is nothing to hold any more. */
  constructor(note: Note, onChange: (note: Note) => void, onGone: () => void) {
    this.#note = note;
    this.#onChange = onChange;
    this.#onGone = onGone;
  }

  find(noteId: string): Note | null {
    return findIn(this.#note, noteId);
  }

  change(noteId: string, change: (note: Note) => Note): readonly Note[] {
    return this.#replace(changeIn(this.#note, noteId, change));
  }

  remove(noteId: string): readonly Note[] {
    if (noteId !== this.#note.id) return this.#replace(removeInside(this.#note, noteId));
    this.#onGone();
    return [];
  }

  keepPlace(noteId: string): () => readonly Note[] {
    const inner = findIn(this.#note, noteId);
    // Shown alone it was closed, and its reader is elsewhere by now.
    if (inner === null || noteId === this.#note.id) return () => [];
    return () => this.#replace(putInside(this.#note, inner));
  }

  #replace(note: Note): readonly Note[] {
    if (note === this.#note) return [];
    this.#note = note;
    this.#onChange(note);
    return [note];
  }
}
