import type { Note } from '../api/schemas.ts';

/**
 * The same note stands in many places: by itself, inside what renotes or quotes it, and above its
 * answers. These look at all the places within one note, which is nested two levels deep at most.
 */

/** The note with this id: the note itself, or one nested in it. */
export function findIn(note: Note, noteId: string): Note | null {
  if (note.id === noteId) return note;
  return (
    (note.renote && findIn(note.renote, noteId)) ??
    (note.reply && findIn(note.reply, noteId)) ??
    null
  );
}

/** The note with that one changed wherever it stands in it; the very same object when nothing changed. */
export function changeIn(note: Note, noteId: string, change: (note: Note) => Note): Note {
  const itself = note.id === noteId ? change(note) : note;
  const renote = itself.renote && changeIn(itself.renote, noteId, change);
  const reply = itself.reply && changeIn(itself.reply, noteId, change);
  const isSame = renote === itself.renote && reply === itself.reply;
  return isSame ? itself : { ...itself, renote, reply };
}

/** The note without that one inside it, as the server packs it when the original is gone (PROTOCOL §6). */
export function removeInside(note: Note, noteId: string): Note {
  const without = (inner: Note | null) =>
    inner === null || inner.id === noteId ? null : removeInside(inner, noteId);
  const renote = without(note.renote);
  const reply = without(note.reply);
  return renote === note.renote && reply === note.reply ? note : { ...note, renote, reply };
}

/** Undoes `removeInside`: the inner note stands again wherever it is named and missing. */
export function putInside(note: Note, inner: Note): Note {
  const at = (place: Note | null, id: string | null) => {
    if (place !== null) return putInside(place, inner);
    return id === inner.id ? inner : null;
  };
  const renote = at(note.renote, note.renoteId);
  const reply = at(note.reply, note.replyId);
  return renote === note.renote && reply === note.reply ? note : { ...note, renote, reply };
}

/**
 * The copies of notes in a list, by id: whole ones stand at the top or are renoted; an answered one
 * comes without its poll and without what is nested in it (PROTOCOL §6).
 */
export function copiesIn(notes: readonly Note[]): {
  readonly whole: ReadonlyMap<string, Note>;
  readonly answered: ReadonlyMap<string, Note>;
} {
  const whole = new Map<string, Note>();
  const answered = new Map<string, Note>();
  const collect = (note: Note | null, into: Map<string, Note>) => {
    if (note === null) return;
    into.set(note.id, note);
    collect(note.renote, into);
    collect(note.reply, answered);
  };
  for (const note of notes) collect(note, whole);
  return { whole, answered };
}
