import type { CaptureHandle, CaptureListener } from '../link/captures.ts';
import type { LiveNotes } from './live-notes.ts';
import type { NoteChecks } from './note-checks.ts';
import { type NoteUpdate, updatedNote } from './note-update.ts';

export interface WatchedNotesOptions {
  readonly notes: LiveNotes;
  readonly checks: NoteChecks;
  /** See `MisskeyLink.capture`. */
  readonly capture: (noteId: string, listener: CaptureListener) => CaptureHandle;
  /** Who the account is; null while that is not known, and for a guest. */
  readonly userId: () => string | null;
}

/** Notes captured at once: more than any screen shows, and no load to a server. */
const mostWatched = 400;

/** The notes of one account that are in view: they are captured, and kept as the server has them. */
export class WatchedNotes {
  readonly #options: WatchedNotesOptions;
  readonly #captures = new Map<string, CaptureHandle>();

  constructor(options: WatchedNotesOptions) {
    this.#options = options;
  }

  /** The notes that are captured. */
  get ids(): string[] {
    return [...this.#captures.keys()];
  }

  /** These notes are in view, in the order of their importance, and no others. */
  watch(noteIds: readonly string[]): void {
    const wanted = new Set(noteIds.slice(0, mostWatched));
    for (const [noteId, handle] of this.#captures) {
      if (wanted.has(noteId)) continue;
      this.#captures.delete(noteId);
      handle.release();
      this.#options.checks.left(noteId);
    }
    for (const noteId of wanted) {
      if (this.#captures.has(noteId)) continue;
      const handle = this.#options.capture(noteId, {
        onCaptured: () => this.#options.checks.captured(noteId),
        onUpdate: (update) => this.#onUpdate(update),
      });
      this.#captures.set(noteId, handle);
    }
  }

  #onUpdate(update: NoteUpdate): void {
    const { notes, checks, userId } = this.#options;
    if (update.type === 'deleted') {
      notes.remove(update.id);
      return;
    }
    notes.change(update.id, (note) => updatedNote(note, update, userId()));
    // Forks change more by an edit than they tell: files, the poll.
    checks.happened(update.id, update.type === 'updated');
  }
}
