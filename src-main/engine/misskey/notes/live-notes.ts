import { isDeepStrictEqual } from 'node:util';
import type { Note } from '../api/schemas.ts';
import { type Mark, NoteFreshness } from './note-freshness.ts';
import { copiesIn } from './note-places.ts';

/** Something that holds notes of an account: an open timeline, or the note that is shown alone. */
export interface NoteHolder {
  /** The note with this id, at the top or nested; null when it is not held. */
  find(noteId: string): Note | null;
  /**
   * Changes the note wherever it stands (see `changeIn`). Returns the notes at the top that are other
   * objects than before.
   */
  change(noteId: string, change: (note: Note) => Note): readonly Note[];
  /**
   * The note is gone: takes it away from the top, and out of what is nested (see `removeInside`).
   * Returns the notes at the top that are other objects than before.
   */
  remove(noteId: string): readonly Note[];
  /**
   * Keeps where the note stands before it is removed. The returned function undoes the `remove`, and
   * returns the notes at the top that are other objects than before.
   */
  keepPlace(noteId: string): () => readonly Note[];
}

export interface LiveNotesListener {
  /** A note changed, or one nested in it; told once, in however many places it stands. */
  onNoteUpdate(note: Note): void;
  /** A note is gone from wherever it stood. */
  onNoteRemove(noteId: string): void;
}

/**
 * All notes of one account that are held anywhere. What changes a note (an event of the stream, an
 * answer of the user, a fresh copy) goes through here, and reaches every place in which it stands, so
 * that all copies of a note are alike.
 */
export class LiveNotes {
  readonly #listener: LiveNotesListener;
  readonly #freshness: NoteFreshness;
  readonly #holders = new Set<NoteHolder>();

  /** @param monotonic milliseconds of a clock that never goes back. */
  constructor(listener: LiveNotesListener, monotonic: () => number) {
    this.#listener = listener;
    this.#freshness = new NoteFreshness(monotonic);
  }

  /** From now on the holder's notes are kept up to date, until the returned function is called. */
  hold(holder: NoteHolder): () => void {
    this.#holders.add(holder);
    return () => {
      this.#holders.delete(holder);
    };
  }

  /** The note as it stands now; null when nobody holds it. */
  find(noteId: string): Note | null {
    for (const holder of this.#holders) {
      const note = holder.find(noteId);
      if (note !== null) return note;
    }
    return null;
  }

  /**
   * Changes a note in all places. `change` is called once and returns the note as it is to be, or the
   * very same object for no change; what is nested in the note stays as it is.
   * @returns the note as it stands then; null when nobody holds it.
   */
  change(noteId: string, change: (note: Note) => Note): Note | null {
    // Also when nothing changes: an answer on its way may know less than what is shown.
    this.#freshness.changed(noteId);
    const before = this.find(noteId);
    if (before === null) return null;
    const after = change(before);
    if (after !== before) this.#replaceAll(after);
    return after === before ? before : this.find(noteId);
  }

  /**
   * The user changed the note, and the server has yet to confirm it: until the returned function is
   * called, no answer that the server gave to something else takes the change away.
   */
  pending(noteId: string): () => void {
    return this.#freshness.pending(noteId);
  }

  /** To be taken before notes are asked for; `fromAnswer` takes it. */
  mark(): Mark {
    return this.#freshness.mark();
  }

  /**
   * Notes of an answer of the HTTP API, as they are to be held: what they say of themselves and of what
   * they renote is the newest there is, unless something changed it since the question. All other
   * places follow. Notes that are gone since are left out.
   * @param mark taken before the question.
   */
  fromAnswer(notes: readonly Note[], mark: Mark): Note[] {
    return this.#settle(notes, (copy) => {
      const held = this.find(copy.id);
      if (!this.#freshness.isTrue(copy.id, mark)) return held ?? copy;
      this.#freshness.refreshed(copy.id, mark.at);
      this.#freshness.answered(copy.id);
      return copy;
    });
  }

  /**
   * A note that was just posted, as the stream sends it, as it is to be held: the stream packs notes for
   * nobody in particular (PROTOCOL §3), so whatever is held of it or of what it renotes stays.
   * @returns null when the note is gone already.
   */
  fromStream(note: Note): Note | null {
    if (this.find(note.id) === null) this.#freshness.refreshed(note.id, this.mark().at);
    return this.#settle([note], (copy) => this.#alongside(copy))[0] ?? null;
  }

  /** When what is held of the note was asked for, in monotonic milliseconds; -∞ when it only came along. */
  askedAt(noteId: string): number {
    return this.#freshness.askedAt(noteId);
  }

  /** When the last answer about the note was taken, in monotonic milliseconds; -∞ for none. */
  answeredAt(noteId: string): number {
    return this.#freshness.answeredAt(noteId);
  }

  /** Whether an answer about the note that was asked for at the mark is to be believed. */
  isTrue(noteId: string, mark: Mark): boolean {
    return this.#freshness.isTrue(noteId, mark);
  }

  /** The server said that the note is gone: takes it out of all places. */
  remove(noteId: string): void {
    this.#freshness.gone(noteId);
    if (this.find(noteId) === null) return;
    this.#tellAll((holder) => holder.remove(noteId));
    this.#listener.onNoteRemove(noteId);
  }

  /**
   * As `remove`, while the server has yet to confirm it.
   * @returns what puts the note back where it stood, as it was; whatever came back by itself stays.
   */
  takeAway(noteId: string): () => void {
    const places = [...this.#holders].map((holder) => ({
      holder,
      putBack: holder.keepPlace(noteId),
    }));
    this.remove(noteId);
    return () => {
      this.#freshness.back(noteId);
      const putBack = new Map(places.map((place) => [place.holder, place.putBack]));
      this.#tellAll((holder) => putBack.get(holder)?.() ?? []);
    };
  }

  /**
   * Makes all copies alike, those in the notes and those that are held. A note that is only there as an
   * answered one is packed without its poll and the own reaction.
   */
  #settle(notes: readonly Note[], settled: (copy: Note) => Note): Note[] {
    const { whole, answered } = copiesIn(notes);
    const own = new Map<string, Note>();
    for (const [id, copy] of whole) own.set(id, settled(copy));
    for (const [id, copy] of answered) if (!whole.has(id)) own.set(id, this.#alongside(copy));
    for (const note of own.values()) this.#replaceAll(note);
    const rebuilt = (note: Note | null): Note | null =>
      note === null || this.#freshness.isGone(note.id)
        ? null
        : {
            ...(own.get(note.id) ?? note),
            renote: rebuilt(note.renote),
            reply: rebuilt(note.reply),
          };
    return notes.flatMap((note) => rebuilt(note) ?? []);
  }

  /** What is held of the note, and of the copy what that lacks. */
  #alongside(copy: Note): Note {
    const held = this.find(copy.id);
    return held === null ? copy : { ...held, poll: held.poll ?? copy.poll };
  }

  /** Makes all copies of the note alike; what is nested in each stays. */
  #replaceAll(note: Note): void {
    const { renote: _renote, reply: _reply, ...own } = note;
    this.#tellAll((holder) =>
      holder.change(note.id, (copy) => {
        const next = { ...copy, ...own };
        return isDeepStrictEqual(next, copy) ? copy : next;
      }),
    );
  }

  #tellAll(act: (holder: NoteHolder) => readonly Note[]): void {
    const changed = new Map<string, Note>();
    for (const holder of this.#holders) {
      for (const note of act(holder)) if (!changed.has(note.id)) changed.set(note.id, note);
    }
    for (const note of changed.values()) this.#listener.onNoteUpdate(note);
  }
}
