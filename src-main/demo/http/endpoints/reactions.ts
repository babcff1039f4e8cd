import * as v from 'valibot';
import { isoTime } from '../../pack/time.ts';
import { packUserLite } from '../../pack/user.ts';
import { vote } from '../../world/polls.ts';
import { react, unreact } from '../../world/reactions.ts';
import { canSee, isPureRenote } from '../../world/visibility.ts';
import { isBlocking, requireUserById } from '../../world/world.ts';
import { type Endpoint, openEndpoint, userEndpoint } from '../endpoint.ts';
import { clientError } from '../errors.ts';
import { id, limit } from '../params.ts';
import { findNote } from './notes.ts';

/** Reactions and votes. */
export const reactionEndpoints: readonly Endpoint[] = [
  openEndpoint(
    'notes/reactions',
    { allowGet: true },
    v.object({ noteId: id, type: v.optional(v.nullable(v.string()), null), limit }),
    (world, params) => {
      const note = findNote(world, params.noteId, '263fff3d-d0e1-4af4-bea7-8408059b451a');
      return [...note.reactions]
        .filter(([, key]) => params.type === null || params.type === key)
        .slice(0, params.limit)
        .map(([userId, key], index) => ({
          id: `${note.id}${index}`,
          createdAt: isoTime(note.createdAt),
          user: packUserLite(world, requireUserById(world, userId)),
          type: key,
        }));
    },
  ),
  userEndpoint(
    'notes/reactions/create',
    { permission: 'write:reactions' },
    v.object({ noteId: id, reaction: v.string() }),
    (world, { noteId, reaction }, user) => {
      const noteError = '033d0620-5bfe-4027-965d-980b0c85a3ea';
      const note = findNote(world, noteId, noteError);
      if (!canSee(world, note, user.id))
        throw clientError('NO_SUCH_NOTE', 'No such note.', noteError);
      if (isPureRenote(note))
        throw clientError(
          'CANNOT_REACT_TO_RENOTE',
          'You cannot react to Renote.',
          'eaccdc08-ddef-43fe-908f-d108faad57f5',
        );
      if (isBlocking(world, note.userId, user.id))
        throw clientError(
          'YOU_HAVE_BEEN_BLOCKED',
          'You cannot react this note because you have been blocked by this user.',
          '20ef5475-9f38-4e4c-bd33-de6d979498ec',
        );
      if (react(world, user, note, reaction) === 'unchanged')
        throw clientError(
          'ALREADY_REACTED',
          'You are already reacting to that note.',
          '71efcf98-86d6-4e2b-b2ad-9d032369366b',
        );
    },
  ),
  userEndpoint(
    'notes/reactions/delete',
    { permission: 'write:reactions', rateLimit: { windowMs: 3_600_000, max: 60, gapMs: 3000 } },
    v.object({ noteId: id }),
    (world, { noteId }, user) => {
      const note = findNote(world, noteId, '764d9fce-f9f2-4a0e-92b1-6ceac9a7ad37');
      if (!unreact(world, user, note))
        throw clientError(
          'NOT_REACTED',
          'You are not reacting to that note.',
          '92f4426d-4196-4125-aa5b-02943e2ec8fc',
        );
    },
  ),
  userEndpoint(
    'notes/polls/vote',
    { permission: 'write:votes' },
    v.object({ noteId: id, choice: v.pipe(v.number(), v.integer()) }),
    (world, { noteId, choice }, user) => {
      const note = findNote(world, noteId, 'ecafbd2e-c283-4d6d-aecb-1a0a33b75396');
      const { poll } = note;
      if (poll === null)
        throw clientError(
          'NO_POLL',
          'The note does not attach a poll.',
          '5f979967-52d9-4314-a911-1c673727f92f',
        );
      if (isBlocking(world, note.userId, user.id))
        throw clientError(
          'YOU_HAVE_BEEN_BLOCKED',
          'You cannot vote this poll because you have been blocked by this user.',
          '85a5377e-b1e9-4617-b0b9-5bea73331e49',
        );
      if (poll.ended || (poll.expiresAt !== null && poll.expiresAt < world.clock.now()))
        throw clientError(
          'ALREADY_EXPIRED',
          'The poll is already expired.',
          '1022a357-b085-4054-9083-8f8de358337e',
        );
      if (poll.choices[choice] === undefined)
        throw clientError(
          'INVALID_CHOICE',
          'Choice ID is invalid.',
          'e0cc9a04-f2e8-41e4-a5f1-4127293260cc',
        );
      const chosen = poll.votes.get(user.id);
      if (chosen !== undefined && (!poll.multiple || chosen.has(choice)))
        throw clientError(
          'ALREADY_VOTED',
          'You have already voted.',
          '0963fc77-efac-419b-9424-b391608dc6d8',
        );
      vote(world, user, note, choice);
    },
  ),
];
