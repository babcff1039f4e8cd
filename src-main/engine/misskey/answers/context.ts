import * as v from 'valibot';
import { ApiError, type MisskeyApi } from '../api/api.ts';
import { type Note, noteSchema } from '../api/schemas.ts';
import type { LiveNotes } from '../notes/live-notes.ts';
import { meantNote } from '../notes/note-kind.ts';

/** What the answers of one account stand on. */
export interface AnswerContext {
  readonly api: MisskeyApi;
  readonly notes: LiveNotes;
  /** The account's own user id; null while the server has not said it. */
  readonly userId: () => string | null;
}

/** For calls whose answer does not matter. */
export const ignored = v.unknown();

/** The id of the note that is meant where a pure renote is answered: the inner one's (PROTOCOL §6). */
export function meantId({ notes }: AnswerContext, noteId: string): string {
  const held = notes.find(noteId);
  return held === null ? noteId : meantNote(held).id;
}

/**
 * The note that is meant, as it is held, else as the server has it.
 * @throws ApiError
 */
export async function meantNoteOf(context: AnswerContext, noteId: string): Promise<Note> {
  const held = context.notes.find(noteId);
  return meantNote(held ?? (await context.api.call('notes/show', { noteId }, noteSchema)));
}

/** Whether the server's refusal has this code of Misskey's. */
export function isRefusedWith(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof ApiError && error.code !== null && codes.includes(error.code);
}
