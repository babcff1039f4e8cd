import type { DemoFollowing, DemoNote, DemoUser } from './model.ts';
import { canSee, isPureRenote } from './visibility.ts';
import { requireUserById, type World } from './world.ts';

/** What decides which notes somebody gets to see in a timeline. */
export interface Relations {
  readonly userId: string | null;
  readonly following: ReadonlyMap<string, DemoFollowing>;
  readonly muting: ReadonlySet<string>;
  readonly mutedInstances: ReadonlySet<string>;
}

/** A person's relations as they are now; a running stream keeps such a picture for ten seconds. */
export function relationsOf(world: World, user: DemoUser | null): Relations {
  if (user === null)
    return { userId: null, following: new Map(), muting: new Set(), mutedInstances: new Set() };
  return {
    userId: user.id,
    following: new Map(world.followings.get(user.id)),
    muting: new Set(world.mutes.get(user.id)),
    mutedInstances: new Set(user.mutedInstances),
  };
}

export type TimelineKind = 'home' | 'local' | 'hybrid' | 'global' | 'bubble';

/** The servers that a bubble takes in besides this one. */
const bubbleHosts: ReadonlySet<string> = new Set(['far.example']);

export interface TimelineOptions {
  readonly withRenotes: boolean;
  readonly withFiles: boolean;
  /** Whether replies to others are shown; home decides it for each followed person instead. */
  readonly withReplies: boolean;
}

/** Whether a note belongs into somebody's timeline. */
export function isInTimeline(
  world: World,
  kind: TimelineKind,
  note: DemoNote,
  relations: Relations,
  options: TimelineOptions,
): boolean {
  return (
    isOfTimeline(world, kind, note, relations) &&
    passesOptions(note, options) &&
    passesReplyRule(world, kind, note, relations, options) &&
    isPalatable(world, note, relations)
  );
}

function isOfTimeline(
  world: World,
  kind: TimelineKind,
  note: DemoNote,
  relations: Relations,
): boolean {
  if (note.channelId !== null) return false;
  const { host } = requireUserById(world, note.userId);
  const isLocal = host === null;
  const isPublic = note.visibility === 'public';
  const isOfOwnCircle = note.userId === relations.userId || relations.following.has(note.userId);
  switch (kind) {
    case 'home':
      return isOfOwnCircle;
    case 'local':
      return isLocal && isPublic;
    case 'hybrid':
      return isOfOwnCircle || (isLocal && isPublic);
    case 'global':
      return isPublic;
    case 'bubble':
      return isPublic && (host === null || bubbleHosts.has(host));
  }
}

/** The filters that the client asked for. */
export function passesOptions(
  note: DemoNote,
  { withRenotes, withFiles }: Pick<TimelineOptions, 'withRenotes' | 'withFiles'>,
): boolean {
  if (withFiles && note.fileIds.length === 0) return false;
  return withRenotes || !isPureRenote(note);
}

/** Replies to others stay out, unless asked for: at home for each followed person, elsewhere for all. */
function passesReplyRule(
  world: World,
  kind: TimelineKind,
  note: DemoNote,
  { userId, following }: Relations,
  { withReplies }: TimelineOptions,
): boolean {
  const repliedUserId = note.replyId === null ? undefined : world.notes.get(note.replyId)?.userId;
  if (repliedUserId === undefined || kind === 'global' || kind === 'bubble') return true;
  if (kind !== 'local' && following.get(note.userId)?.withReplies) return true;
  if (kind !== 'home' && withReplies) return true;
  return repliedUserId === userId || note.userId === userId || repliedUserId === note.userId;
}

/** Whether the reader may see the note and has muted nobody who is in it. */
export function isPalatable(world: World, note: DemoNote, relations: Relations): boolean {
  if (!canSee(world, note, relations.userId)) return false;
  const replied = note.replyId === null ? undefined : world.notes.get(note.replyId);
  const renoted = note.renoteId === null ? undefined : world.notes.get(note.renoteId);
  return [note, replied, renoted].every((part) => {
    if (part === undefined) return true;
    const { host } = requireUserById(world, part.userId);
    return (
      !relations.muting.has(part.userId) && !(host !== null && relations.mutedInstances.has(host))
    );
  });
}
