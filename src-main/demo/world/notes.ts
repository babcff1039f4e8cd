import { packNote } from '../pack/note.ts';
import { notify } from './inbox.ts';
import type { DemoNote, DemoPoll, DemoUser, ReactionAcceptance, Visibility } from './model.ts';
import { schedulePollEnd } from './polls.ts';
import { hashtags, mentionedUsers } from './text.ts';
import { isPureRenote } from './visibility.ts';
import { requireNote, type World } from './world.ts';

/** What a new note is made of; everything left out is none, `visibility` is public. */
export interface NoteInput {
  readonly text?: string | null;
  readonly cw?: string | null;
  readonly visibility?: Visibility;
  readonly visibleUserIds?: readonly string[];
  readonly localOnly?: boolean;
  readonly reactionAcceptance?: ReactionAcceptance | null;
  readonly replyId?: string | null;
  readonly renoteId?: string | null;
  readonly channelId?: string | null;
  readonly fileIds?: readonly string[];
  readonly poll?: {
    readonly choices: readonly string[];
    readonly multiple?: boolean;
    /** Milliseconds since the epoch; null = never ends. */
    readonly expiresAt?: number | null;
  } | null;
}

/** Keeps a note without telling anybody, as if it had been posted at `at` (ms since the epoch). */
export function storeNote(
  world: World,
  author: DemoUser,
  input: NoteInput,
  at = world.clock.now(),
): DemoNote {
  const text = input.text ?? null;
  const note: DemoNote = {
    id: world.newId(at),
    createdAt: at,
    userId: author.id,
    text,
    cw: input.cw ?? null,
    visibility: input.visibility ?? 'public',
    localOnly: input.localOnly ?? false,
    reactionAcceptance: input.reactionAcceptance ?? null,
    visibleUserIds: input.visibleUserIds ?? [],
    replyId: input.replyId ?? null,
    renoteId: input.renoteId ?? null,
    channelId: input.channelId ?? null,
    fileIds: input.fileIds ?? [],
    poll: makePoll(input.poll ?? null),
    mentions: mentionsOf(world, author, input),
    tags: hashtags(text),
    reactions: new Map(),
    renoteCount: 0,
    repliesCount: 0,
  };
  world.notes.set(note.id, note);
  author.updatedAt = at;
  return note;
}

function makePoll(input: NonNullable<NoteInput['poll']> | null): DemoPoll | null {
  return (
    input && {
      multiple: input.multiple ?? false,
      choices: input.choices,
      expiresAt: input.expiresAt ?? null,
      ended: false,
      votes: new Map(),
    }
  );
}

/** Whom a note names: in its text, as the one it answers, and as those whom a direct note is for. */
function mentionsOf(world: World, author: DemoUser, input: NoteInput): string[] {
  const ids = new Set(mentionedUsers(world, input.text ?? null).map((user) => user.id));
  const replied = input.replyId ? world.notes.get(input.replyId) : undefined;
  if (replied !== undefined && replied.userId !== author.id) ids.add(replied.userId);
  if (input.visibility === 'specified') for (const id of input.visibleUserIds ?? []) ids.add(id);
  return [...ids];
}

/** Adds the note to the counts of the notes that it answers, or renotes of somebody else. */
export function countNote(world: World, note: DemoNote, by: 1 | -1 = 1): void {
  const replied = note.replyId === null ? undefined : world.notes.get(note.replyId);
  const renoted = note.renoteId === null ? undefined : world.notes.get(note.renoteId);
  if (replied !== undefined) replied.repliesCount += by;
  if (renoted !== undefined && renoted.userId !== note.userId) renoted.renoteCount += by;
}

/**
 * Posts a note: it goes to the timelines, and everybody whom it concerns gets the frames and the
 * notification of it. One happening is up to six frames, as on the real server.
 */
export function createNote(world: World, author: DemoUser, input: NoteInput): DemoNote {
  const note = storeNote(world, author, input);
  const packed = packNote(world, note, { kind: 'stream' });
  const { publish } = world.events;
  const renoted = note.renoteId === null ? undefined : world.notes.get(note.renoteId);
  const replied = note.replyId === null ? undefined : world.notes.get(note.replyId);
  if (renoted !== undefined && renoted.userId !== author.id)
    publish({ kind: 'main', userId: renoted.userId, type: 'renote', body: packed });
  publish({ kind: 'note', note, packed });
  for (const userId of note.mentions) {
    if (userId === author.id || world.mutes.get(userId)?.has(author.id)) continue;
    const body = packNote(world, note, { kind: 'user', userId });
    publish({ kind: 'main', userId, type: 'mention', body });
  }
  // Not filtered by mutes, unlike `mention`: so it is on the real server.
  if (replied !== undefined && replied.userId !== author.id)
    publish({ kind: 'main', userId: replied.userId, type: 'reply', body: packed });
  if (replied !== undefined && world.dialect.tellsReplies) {
    const body = { id: note.id, userId: author.id };
    publish({ kind: 'noteUpdated', note: replied, type: 'replied', body });
  }
  countNote(world, note);
  raiseNotifications(world, note, author.id);
  schedulePollEnd(world, note);
  return note;
}

/** One notification for each person, however many ways the note concerns them. */
function raiseNotifications(world: World, note: DemoNote, authorId: string): void {
  const told = new Set<string>([authorId]);
  const tell = (userId: string, type: string) => {
    if (told.has(userId)) return;
    told.add(userId);
    notify(world, userId, { type, notifierId: authorId, noteId: note.id });
  };
  const replied = note.replyId === null ? undefined : world.notes.get(note.replyId);
  const renoted = note.renoteId === null ? undefined : world.notes.get(note.renoteId);
  if (replied !== undefined) tell(replied.userId, 'reply');
  for (const userId of note.mentions) tell(userId, 'mention');
  if (renoted !== undefined) tell(renoted.userId, isPureRenote(note) ? 'renote' : 'quote');
  if (note.replyId !== null || note.visibility === 'specified') return;
  for (const [followerId, followees] of world.followings)
    if (followees.get(authorId)?.notify === 'normal') tell(followerId, 'note');
}

/** Changes a note's words; those who captured it are told. Only forks can, the type is upstream's (PROTOCOL §2). */
export function editNote(world: World, note: DemoNote, text: string, cw: string | null): void {
  const edited = { ...note, text, cw, tags: hashtags(text) };
  world.notes.set(note.id, edited);
  world.events.publish({ kind: 'noteUpdated', note: edited, type: 'updated', body: { cw, text } });
}

/** Takes a note back; those who captured it are told. Its notifications disappear from the lists. */
export function deleteNote(world: World, noteId: string): void {
  const note = requireNote(world, noteId);
  world.events.publish({
    kind: 'noteUpdated',
    note,
    type: 'deleted',
    body: { deletedAt: new Date(world.clock.now()).toISOString() },
  });
  countNote(world, note, -1);
  world.notes.delete(noteId);
}
