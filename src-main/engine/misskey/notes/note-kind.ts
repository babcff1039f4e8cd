import type { Note } from '../api/schemas.ts';

/** What kind of note it is: by itself, a renote without words of its own, or one that quotes another. */
export type NoteKind = 'note' | 'renote' | 'quote';

/** Tells a pure renote from a quote by whether it adds anything of its own (PROTOCOL §6). */
export function noteKind(note: Note): NoteKind {
  if (note.renoteId === null) return 'note';
  const hasOwnContent =
    note.text !== null ||
    note.cw !== null ||
    note.files.length > 0 ||
    note.poll !== null ||
    note.replyId !== null;
  return hasOwnContent ? 'quote' : 'renote';
}

/** The note that answers to this one are about: what is renoted, where it is a pure renote. */
export function meantNote(note: Note): Note {
  return noteKind(note) === 'renote' && note.renote !== null ? note.renote : note;
}
