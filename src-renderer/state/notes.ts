import type { AccountId, DetailView, NoteView } from '../../src-main/ipc/contract.ts';

/** The note with `change` made to every note within it that it is about, itself included. */
type NoteChange = (note: NoteView) => NoteView;

/**
 * How deep renotes and quotes are looked through: a renote of a quote of a quote. Servers send no
 * more.
 */
const deepest = 3;

/** Puts a new version of a note in every place where it stands, each its own copy. */
export function noteUpdate(updated: NoteView): NoteChange {
  return within((note) => (isNote(note, updated.accountId, updated.id) ? copy(updated) : note));
}

/** Takes a note out of those that renote or quote it: these say then that it is gone. */
export function innerRemoval(accountId: AccountId, noteId: string): NoteChange {
  return within((note) =>
    note.renote !== null && isNote(note.renote, accountId, noteId)
      ? { ...note, renote: null, renoteGone: true }
      : note,
  );
}

/** The list after a change; the same list when nothing in it changed. */
export function changedNotes(notes: readonly NoteView[], change: NoteChange): readonly NoteView[] {
  let isChanged = false;
  const next = notes.map((note) => {
    const changed = change(note);
    isChanged ||= changed !== note;
    return changed;
  });
  return isChanged ? next : notes;
}

/** The note that is shown alone after a change, with the one that it answers. */
export function changedDetail(detail: DetailView | null, change: NoteChange): DetailView | null {
  if (detail?.kind !== 'note') return detail;
  const note = change(detail.note);
  const replyTo = detail.replyTo === null ? null : change(detail.replyTo);
  return note === detail.note && replyTo === detail.replyTo ? detail : { ...detail, note, replyTo };
}

/** The note that has something to say: of a pure renote, what it renotes. */
export function contentOf(note: NoteView): NoteView {
  return note.kind === 'renote' ? (note.renote ?? note) : note;
}

/** The ids of the notes whose reactions and content are seen where this one stands. */
export function seenIds(note: NoteView): readonly string[] {
  const content = contentOf(note);
  const quoted = content.kind === 'quote' ? content.renote : null;
  return quoted === null ? [content.id] : [content.id, quoted.id];
}

export function isNote(note: NoteView, accountId: AccountId, noteId: string): boolean {
  return note.id === noteId && note.accountId === accountId;
}

function within(change: NoteChange): NoteChange {
  const inside = (note: NoteView, depth: number): NoteView => {
    const own = change(note);
    if (own !== note || own.renote === null || depth === 0) return own;
    const renote = inside(own.renote, depth - 1);
    return renote === own.renote ? own : { ...own, renote };
  };
  return (note) => inside(note, deepest);
}

/** The store changes its objects in place: what stands in two places must not be one object. */
function copy(note: NoteView): NoteView {
  return structuredClone(note);
}
