import * as v from 'valibot';
import { Answers } from '../../src-main/engine/misskey/answers/answers.ts';
import type { Relation } from '../../src-main/engine/misskey/answers/relation.ts';
import { createApi } from '../../src-main/engine/misskey/api/api.ts';
import { meSchema, type Note, noteSchema } from '../../src-main/engine/misskey/api/schemas.ts';
import { LiveNotes } from '../../src-main/engine/misskey/notes/live-notes.ts';
import { SingleNote } from '../../src-main/engine/misskey/notes/single-note.ts';
import { callApi, startDemo } from './demo.ts';

const createdSchema = v.object({ createdNote: v.object({ id: v.string() }) });

/** The answers of the demo's account against the demo server, with a clock that both share. */
export async function demoAnswers(permissions?: readonly string[]) {
  const demo = await startDemo();
  const { server, clock, origin } = demo;
  const token = server.issueToken(server.account, permissions);
  const api = createApi({ origin, token, fetch: (url, init) => fetch(url, init), clock });
  const me = await api.call('i', {}, meSchema);
  const notes = new LiveNotes({ onNoteUpdate: () => {}, onNoteRemove: () => {} }, clock.monotonic);
  const relations = new Map<string, Relation>();
  const forbidden: string[] = [];
  const answers = new Answers({
    api,
    notes,
    clock,
    userId: () => me.id,
    listener: {
      onRelation(userId, change) {
        const relation = relations.get(userId);
        if (relation !== undefined) relations.set(userId, change(relation));
      },
      onForbidden: () => void forbidden.push('forbidden'),
    },
  });
  const read = (noteId: string): Promise<Note> => api.call('notes/show', { noteId }, noteSchema);
  return {
    ...demo,
    token,
    me,
    notes,
    relations,
    forbidden,
    answers,
    /** Somebody's user id by their name. */
    idOf(username: string): string {
      for (const { id, username: name } of server.world.users.values()) {
        if (name === username) return id;
      }
      throw new Error(`nobody is called ${username}`);
    },
    /** Somebody posts a note over the API; returns its id. */
    async post(username: string, parameters: Readonly<Record<string, unknown>>): Promise<string> {
      const theirs = server.issueToken(username, 'native');
      const { body } = await callApi(origin, 'notes/create', parameters, theirs);
      return v.parse(createdSchema, body).createdNote.id;
    },
    /** The note as the server has it. */
    read,
    /** Shows the note alone, as the server has it now. */
    async show(noteId: string): Promise<void> {
      const note = new SingleNote(
        await read(noteId),
        () => {},
        () => {},
      );
      notes.hold(note);
    },
    /** The note as it is shown; throws when it is not. */
    shown(noteId: string): Note {
      const note = notes.find(noteId);
      if (note === null) throw new Error(`${noteId} is not shown`);
      return note;
    },
  };
}

export type DemoAnswers = Awaited<ReturnType<typeof demoAnswers>>;
