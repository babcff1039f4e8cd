import type { Packed } from '../world/events.ts';
import type { DemoNotification } from '../world/model.ts';
import { requireUserById, type World } from '../world/world.ts';
import { packNote } from './note.ts';
import { isoTime } from './time.ts';
import { packUserLite } from './user.ts';

/**
 * A notification as its owner gets it; null when it may not be shown (any more): its note is deleted, its
 * follow request is settled, or its maker was muted since. Lists drop such ones after counting, so
 * that a page may be short.
 */
export function packNotification(
  world: World,
  notification: DemoNotification,
  ownerId: string,
): Packed | null {
  const { notifierId, noteId } = notification;
  if (notifierId !== null && world.mutes.get(ownerId)?.has(notifierId)) return null;
  if (notification.type === 'receiveFollowRequest') {
    if (notifierId === null || !world.followRequests.get(ownerId)?.has(notifierId)) return null;
  }
  const note = noteId === null ? null : world.notes.get(noteId);
  if (note === undefined) return null;
  return {
    id: notification.id,
    createdAt: isoTime(notification.createdAt),
    type: notification.type,
    ...(notifierId === null
      ? {}
      : { userId: notifierId, user: packUserLite(world, requireUserById(world, notifierId)) }),
    ...(note === null ? {} : { note: packNote(world, note, { kind: 'user', userId: ownerId }) }),
    ...notification.extra,
  };
}
