import { emojiOfReaction, emojiUrl } from '../world/emojis.ts';
import type { Packed } from '../world/events.ts';
import type { DemoNote, DemoPoll } from '../world/model.ts';
import { canSee } from '../world/visibility.ts';
import { requireUserById, type World } from '../world/world.ts';
import { packFile, requireFile } from './file.ts';
import { isoTime } from './time.ts';
import { packUserLite } from './user.ts';

/**
 * For whom a note is packed. A note of the stream is packed for nobody in particular: it has no
 * `myReaction`, no `isVoted`, and an extra list of who reacted; a note over HTTP is packed for the caller.
 */
export type Viewer =
  | { readonly kind: 'stream' }
  | { readonly kind: 'user'; readonly userId: string | null };

export function packNote(world: World, note: DemoNote, viewer: Viewer): Packed {
  const hidden = viewer.kind === 'user' && !canSee(world, note, viewer.userId);
  const outer = packOuter(world, note, viewer, hidden);
  return {
    ...outer,
    ...packReplyAndRenote(world, note, viewer),
    ...(note.poll === null || hidden ? {} : { poll: packPoll(note.poll, viewer) }),
    ...packMyReaction(note, viewer),
  };
}

/** The note without the notes that it answers or renotes; `short` leaves out what nested replies lack. */
function packOuter(
  world: World,
  note: DemoNote,
  viewer: Viewer,
  hidden: boolean,
  short = false,
): Packed {
  const files = hidden ? [] : note.fileIds.map((id) => requireFile(world, id));
  return {
    id: note.id,
    createdAt: isoTime(note.createdAt),
    userId: note.userId,
    user: packUserLite(world, requireUserById(world, note.userId)),
    text: hidden ? null : note.text,
    cw: hidden ? null : note.cw,
    visibility: note.visibility,
    localOnly: note.localOnly,
    reactionAcceptance: note.reactionAcceptance,
    ...(note.visibility === 'specified' ? { visibleUserIds: note.visibleUserIds } : {}),
    renoteCount: note.renoteCount,
    repliesCount: note.repliesCount,
    reactionCount: note.reactions.size,
    reactions: countReactions(note),
    reactionEmojis: remoteEmojis(world, note),
    ...(viewer.kind === 'stream' ? { reactionAndUserPairCache: reactionPairs(note) } : {}),
    ...(note.tags.length === 0 ? {} : { tags: note.tags }),
    fileIds: files.map((file) => file.id),
    files: files.map((file) => packFile(world, file)),
    replyId: note.replyId,
    renoteId: note.renoteId,
    ...(hidden ? { isHidden: true } : {}),
    ...packChannel(world, note),
    ...(note.mentions.length === 0 ? {} : { mentions: note.mentions }),
    ...packAddress(world, note),
    ...(note.poll === null ? {} : { hasPoll: true }),
    ...(short ? {} : { clippedCount: 0 }),
  };
}

/** A nested note is null when the original is gone; a nested reply is without its own nesting. */
function packReplyAndRenote(world: World, note: DemoNote, viewer: Viewer): Packed {
  const reply = note.replyId === null ? undefined : (world.notes.get(note.replyId) ?? null);
  const renote = note.renoteId === null ? undefined : (world.notes.get(note.renoteId) ?? null);
  const isHidden = (nested: DemoNote) =>
    viewer.kind === 'user' && !canSee(world, nested, viewer.userId);
  return {
    ...(reply === undefined
      ? {}
      : { reply: reply && packOuter(world, reply, viewer, isHidden(reply), true) }),
    ...(renote === undefined ? {} : { renote: renote && packNote(world, renote, viewer) }),
  };
}

function countReactions(note: DemoNote): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of note.reactions.values()) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

/** Addresses come with remote emojis only; local ones are found by their name. */
function remoteEmojis(world: World, note: DemoNote): Record<string, string> {
  const urls: Record<string, string> = {};
  for (const key of note.reactions.values()) {
    const emoji = emojiOfReaction(world, key);
    if (emoji !== null && emoji.host !== null)
      urls[`${emoji.name}@${emoji.host}`] = emojiUrl(world, emoji);
  }
  return urls;
}

function reactionPairs(note: DemoNote): string[] {
  return [...note.reactions].map(([userId, key]) => `${userId}/${key}`);
}

function packChannel(world: World, note: DemoNote): Packed {
  if (note.channelId === null) return {};
  const channel = world.channels.get(note.channelId);
  return {
    channelId: note.channelId,
    channel:
      channel === undefined
        ? null
        : {
            id: channel.id,
            name: channel.name,
            color: channel.color,
            isSensitive: false,
            allowRenoteToExternal: true,
            userId: channel.ownerId,
          },
  };
}

function packAddress(world: World, note: DemoNote): Packed {
  const { host } = requireUserById(world, note.userId);
  return host === null
    ? {}
    : { uri: `https://${host}/notes/${note.id}`, url: `https://${host}/notes/${note.id}` };
}

function packPoll(poll: DemoPoll, viewer: Viewer): Packed {
  const mine =
    viewer.kind === 'user' && viewer.userId !== null ? poll.votes.get(viewer.userId) : undefined;
  return {
    multiple: poll.multiple,
    expiresAt: isoTime(poll.expiresAt),
    choices: poll.choices.map((text, index) => ({
      text,
      votes: [...poll.votes.values()].filter((chosen) => chosen.has(index)).length,
      isVoted: mine?.has(index) ?? false,
    })),
  };
}

function packMyReaction(note: DemoNote, viewer: Viewer): Packed {
  if (viewer.kind === 'stream' || viewer.userId === null) return {};
  const myReaction = note.reactions.get(viewer.userId);
  return myReaction === undefined ? {} : { myReaction };
}
