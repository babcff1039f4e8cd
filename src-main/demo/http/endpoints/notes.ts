import * as v from 'valibot';
import { packNote } from '../../pack/note.ts';
import type { Packed } from '../../world/events.ts';
import type { DemoNote, DemoUser } from '../../world/model.ts';
import { createNote, deleteNote } from '../../world/notes.ts';
import { canSee } from '../../world/visibility.ts';
import type { World } from '../../world/world.ts';
import { type Endpoint, openEndpoint, userEndpoint } from '../endpoint.ts';
import { clientError } from '../errors.ts';
import { id, paging } from '../params.ts';
import { createParams, noteInputOf } from './note-input.ts';
import { notePage } from './timelines.ts';

/** The note with that id. Throws NO_SUCH_NOTE, whose own id differs from endpoint to endpoint. */
export function findNote(world: World, noteId: string, errorId: string): DemoNote {
  const note = world.notes.get(noteId);
  if (note === undefined) throw clientError('NO_SUCH_NOTE', 'No such note.', errorId);
  return note;
}

function packFor(world: World, note: DemoNote, user: DemoUser | null): Packed {
  return packNote(world, note, { kind: 'user', userId: user?.id ?? null });
}

const aboutOneNote = v.object({ ...paging, noteId: id });

export const noteEndpoints: readonly Endpoint[] = [
  openEndpoint('notes/show', {}, v.object({ noteId: id }), (world, { noteId }, user) =>
    packFor(world, findNote(world, noteId, '24fcbfc6-2e37-42b6-8388-c29b3861a08d'), user),
  ),
  openEndpoint('notes/replies', {}, aboutOneNote, (world, params, user) =>
    notePage(
      world,
      params,
      user,
      (note) => note.replyId === params.noteId && canSee(world, note, user?.id ?? null),
    ),
  ),
  openEndpoint('notes/renotes', {}, aboutOneNote, (world, params, user) => {
    findNote(world, params.noteId, '12908022-2e21-46cd-ba6a-3edaf6093f46');
    return notePage(
      world,
      params,
      user,
      (note) => note.renoteId === params.noteId && canSee(world, note, user?.id ?? null),
    );
  }),
  userEndpoint(
    'notes/create',
    { permission: 'write:notes', rateLimit: { windowMs: 3_600_000, max: 300 } },
    createParams,
    (world, params, user) => {
      const note = createNote(world, user, noteInputOf(world, params, user));
      return { createdNote: packFor(world, note, user) };
    },
  ),
  userEndpoint(
    'notes/delete',
    { permission: 'write:notes', rateLimit: { windowMs: 3_600_000, max: 300, gapMs: 1000 } },
    v.object({ noteId: id }),
    (world, { noteId }, user) => {
      const note = findNote(world, noteId, '490be23f-8c1f-4796-819f-94cb4f9d1630');
      if (note.userId !== user.id)
        throw clientError(
          'ACCESS_DENIED',
          'Access denied.',
          'fe8d7103-0ea8-4ec3-814d-f8b401dc69e9',
        );
      deleteNote(world, noteId);
    },
  ),
  openEndpoint(
    'users/notes',
    {},
    v.object({
      ...paging,
      userId: id,
      withReplies: v.optional(v.boolean(), false),
      withRenotes: v.optional(v.boolean(), true),
      withFiles: v.optional(v.boolean(), false),
    }),
    (world, params, user) =>
      notePage(
        world,
        params,
        user,
        (note) =>
          note.userId === params.userId &&
          canSee(world, note, user?.id ?? null) &&
          (params.withReplies || note.replyId === null) &&
          (params.withRenotes || note.renoteId === null) &&
          (!params.withFiles || note.fileIds.length > 0),
      ),
  ),
];
