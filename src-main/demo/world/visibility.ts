import type { DemoNote } from './model.ts';
import { isFollowing, type World } from './world.ts';

/** Whether a person (null = somebody without an account) may read the note. */
export function canSee(world: World, note: DemoNote, viewerId: string | null): boolean {
  if (note.visibility === 'public' || note.visibility === 'home') return true;
  if (viewerId === null) return false;
  if (note.userId === viewerId || note.mentions.includes(viewerId)) return true;
  if (note.visibility === 'specified') return note.visibleUserIds.includes(viewerId);
  const answersViewer = note.replyId !== null && world.notes.get(note.replyId)?.userId === viewerId;
  return answersViewer || isFollowing(world, viewerId, note.userId);
}

/** A renote with nothing of its own; with a word, picture, poll or content warning it is a quote. */
export function isPureRenote(note: DemoNote): boolean {
  return (
    note.renoteId !== null &&
    note.text === null &&
    note.cw === null &&
    note.replyId === null &&
    note.fileIds.length === 0 &&
    note.poll === null
  );
}
