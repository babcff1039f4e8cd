import { emojiOfReaction, emojiUrl, reactionInNotification, reactionKey } from './emojis.ts';
import { notify } from './inbox.ts';
import type { DemoNote, DemoNotification, DemoUser } from './model.ts';
import type { World } from './world.ts';

/**
 * Reacts to a note. Another reaction of the same person is replaced (`unreacted`, then `reacted`, and a
 * second notification). Returns what the author was told, or null; `unchanged` when the same reaction
 * stood there already.
 */
export function react(
  world: World,
  reactor: DemoUser,
  note: DemoNote,
  wanted: string | null,
): DemoNotification | null | 'unchanged' {
  const key = reactionKey(world, reactor, wanted, note.reactionAcceptance);
  const before = note.reactions.get(reactor.id);
  if (before === key) return 'unchanged';
  if (before !== undefined) unreact(world, reactor, note);
  note.reactions.set(reactor.id, key);
  const emoji = emojiOfReaction(world, key);
  world.events.publish({
    kind: 'noteUpdated',
    note,
    type: 'reacted',
    body: {
      reaction: key,
      emoji: emoji && { name: key.slice(1, -1), url: emojiUrl(world, emoji) },
      userId: reactor.id,
    },
  });
  return notify(world, note.userId, {
    type: 'reaction',
    notifierId: reactor.id,
    noteId: note.id,
    extra: { reaction: reactionInNotification(key) },
  });
}

/** Takes a reaction back; false when there was none. No notification is retracted. */
export function unreact(world: World, reactor: DemoUser, note: DemoNote): boolean {
  const key = note.reactions.get(reactor.id);
  if (key === undefined) return false;
  note.reactions.delete(reactor.id);
  world.events.publish({
    kind: 'noteUpdated',
    note,
    type: 'unreacted',
    body: { reaction: key, userId: reactor.id },
  });
  return true;
}
