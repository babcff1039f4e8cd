import * as v from 'valibot';
import type { DemoNote, DemoUser, Visibility } from '../../world/model.ts';
import type { NoteInput } from '../../world/notes.ts';
import { mentionedUsers } from '../../world/text.ts';
import { canSee, isPureRenote } from '../../world/visibility.ts';
import { isBlocking, type World } from '../../world/world.ts';
import { clientError, invalidParam } from '../errors.ts';
import { id, ids } from '../params.ts';

/** The parameters of notes/create. Whether a text is needed depends on the others, see `noteInputOf`. */
export const createParams = v.object({
  text: v.optional(v.unknown()),
  cw: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(100))), null),
  visibility: v.optional(v.picklist(['public', 'home', 'followers', 'specified']), 'public'),
  visibleUserIds: v.optional(ids, []),
  localOnly: v.optional(v.boolean(), false),
  reactionAcceptance: v.optional(
    v.nullable(
      v.picklist([
        'likeOnly',
        'likeOnlyForRemote',
        'nonSensitiveOnly',
        'nonSensitiveOnlyForLocalLikeOnlyForRemote',
      ]),
    ),
    null,
  ),
  replyId: v.optional(v.nullable(id), null),
  renoteId: v.optional(v.nullable(id), null),
  channelId: v.optional(v.nullable(id), null),
  fileIds: v.optional(ids, []),
  poll: v.optional(
    v.nullable(
      v.object({
        choices: v.pipe(
          v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(50))),
          v.minLength(2),
          v.maxLength(10),
        ),
        multiple: v.optional(v.boolean(), false),
        expiresAt: v.optional(v.nullable(v.pipe(v.number(), v.integer())), null),
        expiredAfter: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null),
      }),
    ),
    null,
  ),
});

type CreateParams = v.InferOutput<typeof createParams>;

/** Checks what the parameters' own forms cannot tell, in the real server's order. Throws ApiError. */
export function noteInputOf(world: World, params: CreateParams, author: DemoUser): NoteInput {
  const { fileIds, poll, channelId } = params;
  const needsText = params.renoteId === null && fileIds.length === 0 && poll === null;
  const text = checkText(world, params.text, needsText);
  if (fileIds.some((fileId) => world.files.get(fileId)?.userId !== author.id))
    throw clientError(
      'NO_SUCH_FILE',
      'Some files are not found.',
      'b6992544-63e7-67f0-fa7f-32444b1b5306',
    );
  const renoted = params.renoteId === null ? null : renoteTarget(world, params.renoteId, author);
  if (params.replyId !== null) checkReplyTarget(world, params.replyId, author, params.visibility);
  if (channelId !== null && !world.channels.has(channelId))
    throw clientError(
      'NO_SUCH_CHANNEL',
      'No such channel.',
      'b1653923-5453-4edc-b786-7c4f39bb0bbb',
    );
  refuseWords(world, text);
  return {
    ...params,
    text,
    visibility: narrowed(params.visibility, renoted),
    poll: poll && { ...poll, expiresAt: pollEndOf(world, poll) },
  };
}

/** Where nothing else makes a note, the server's schema asks for a text in a branch of its own (`then`). */
function checkText(world: World, text: unknown, needed: boolean): string | null {
  const at = needed ? '#/then' : '#';
  if (text === undefined && needed)
    throw invalidParam(`${at}/required`, "must have required property 'text'");
  if (text === undefined || (text === null && !needed)) return null;
  if (typeof text !== 'string') throw invalidParam(`${at}/properties/text/type`, 'must be string');
  const { textLength } = world.noteLimits;
  // The schema counts characters, not code units.
  if ([...text].length > textLength)
    throw invalidParam(
      `${at}/properties/text/maxLength`,
      `must NOT have more than ${textLength} characters`,
    );
  if (text.length === 0)
    throw invalidParam(`${at}/properties/text/minLength`, 'must NOT have fewer than 1 characters');
  if (needed && text.trim() === '')
    throw invalidParam(`${at}/properties/text/pattern`, 'must match pattern "[^\\s]+"');
  return text.trim() === '' ? null : text.trim();
}

function renoteTarget(world: World, renoteId: string, author: DemoUser): DemoNote {
  const note = world.notes.get(renoteId);
  if (note === undefined)
    throw clientError(
      'NO_SUCH_RENOTE_TARGET',
      'No such renote target.',
      'b5c90186-4ab0-49c8-9bba-a1f76c282ba4',
    );
  if (isPureRenote(note))
    throw clientError(
      'CANNOT_RENOTE_TO_A_PURE_RENOTE',
      'You can not Renote a pure Renote.',
      'fd4cc33e-2a37-48dd-99cc-9b806eb2031a',
    );
  const ownFollowersNote = note.visibility === 'followers' && note.userId === author.id;
  const renotable = note.visibility === 'public' || note.visibility === 'home' || ownFollowersNote;
  if (!renotable)
    throw clientError(
      'CANNOT_RENOTE_DUE_TO_VISIBILITY',
      'You can not Renote due to target visibility.',
      'be9529e9-fe72-4de0-ae43-0b363c4938af',
    );
  refuseBlocked(world, note, author);
  return note;
}

function checkReplyTarget(
  world: World,
  replyId: string,
  author: DemoUser,
  visibility: Visibility,
): void {
  const note = world.notes.get(replyId);
  if (note === undefined)
    throw clientError(
      'NO_SUCH_REPLY_TARGET',
      'No such reply target.',
      '749ee0f6-d3da-459a-bf02-282e2da4292c',
    );
  if (isPureRenote(note))
    throw clientError(
      'CANNOT_REPLY_TO_A_PURE_RENOTE',
      'You can not reply to a pure Renote.',
      '3ac74a84-8fd5-4bb0-870f-01804f82ce15',
    );
  if (!canSee(world, note, author.id))
    throw clientError(
      'CANNOT_REPLY_TO_AN_INVISIBLE_NOTE',
      'You cannot reply to an invisible Note.',
      'b98980fa-3780-406c-a935-b6d0eeee10d1',
    );
  refuseBlocked(world, note, author);
  if (note.visibility === 'specified' && visibility !== 'specified')
    throw clientError(
      'CANNOT_REPLY_TO_SPECIFIED_VISIBILITY_NOTE_WITH_EXTENDED_VISIBILITY',
      'You cannot reply to a specified visibility note with extended visibility.',
      'ed940410-535c-4d5e-bfa3-af798671e93c',
    );
}

/** What only the service behind the endpoint refuses. */
function refuseWords(world: World, text: string | null): void {
  const { prohibitedWords, mentions } = world.noteLimits;
  if (prohibitedWords.some((word) => text?.includes(word)))
    throw clientError(
      'CONTAINS_PROHIBITED_WORDS',
      'Cannot post because it contains prohibited words.',
      'aa6e01d3-a85c-669d-758a-76aab43af334',
    );
  if (mentionedUsers(world, text).length > mentions)
    throw clientError(
      'CONTAINS_TOO_MANY_MENTIONS',
      'Cannot post because it exceeds the allowed number of mentions.',
      '4de0363a-3046-481b-9b0f-feff3e211025',
    );
}

function refuseBlocked(world: World, note: DemoNote, author: DemoUser): void {
  if (isBlocking(world, note.userId, author.id))
    throw clientError(
      'YOU_HAVE_BEEN_BLOCKED',
      'You have been blocked by this user.',
      'b390d7e1-8a5e-46ed-b625-06271cafd3d3',
    );
}

/** A renote never reaches further than the note that it renotes. */
function narrowed(visibility: Visibility, renoted: DemoNote | null): Visibility {
  if (renoted?.visibility === 'home' && visibility === 'public') return 'home';
  return renoted?.visibility === 'followers' ? 'followers' : visibility;
}

function pollEndOf(world: World, poll: NonNullable<CreateParams['poll']>): number | null {
  const now = world.clock.now();
  if (poll.expiresAt !== null && poll.expiresAt < now)
    throw clientError(
      'CANNOT_CREATE_ALREADY_EXPIRED_POLL',
      'Poll is already expired.',
      '04da457d-b083-4055-9082-955525eda5a5',
    );
  return poll.expiresAt ?? (poll.expiredAfter === null ? null : now + poll.expiredAfter);
}
