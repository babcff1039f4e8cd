import { packNotification } from '../pack/notification.ts';
import type { DemoNotification, Inbox } from './model.ts';
import { getOrMake, isFollowing, requireUserById, type World } from './world.ts';

/** How many notifications the real server keeps for each user, by default. */
const keptNotifications = 500;

/** The real server waits this long for somebody to read it before it says `unreadNotification`. */
const unreadDelayMs = 2000;

/** What a new notification is made of. */
export interface NotificationInput {
  readonly type: string;
  readonly notifierId?: string;
  readonly noteId?: string;
  readonly extra?: Readonly<Record<string, unknown>>;
}

export function inboxOf(world: World, userId: string): Inbox {
  return getOrMake(world.inboxes, userId, () => ({ items: [], latestReadId: null }));
}

/** How many are unread, counting those that would not be shown. */
export function unreadCount(world: World, userId: string): number {
  const { items, latestReadId } = inboxOf(world, userId);
  return latestReadId === null ? items.length : items.filter(({ id }) => id > latestReadId).length;
}

/** Keeps a notification without telling anybody, as if it had come at `at` (ms since the epoch). */
export function storeNotification(
  world: World,
  userId: string,
  input: NotificationInput,
  at = world.clock.now(),
): DemoNotification {
  const notification: DemoNotification = {
    id: world.newId(at),
    createdAt: at,
    type: input.type,
    notifierId: input.notifierId ?? null,
    noteId: input.noteId ?? null,
    extra: input.extra ?? {},
  };
  const { items } = inboxOf(world, userId);
  items.push(notification);
  items.splice(0, Math.max(0, items.length - keptNotifications));
  return notification;
}

/**
 * Raises a notification: kept, sent as `notification` at once and as `unreadNotification` two seconds
 * later when it is not read by then (`test`: at once). Null when the user does not get it: own acts, users
 * of other servers, muted or suspended makers, or a type that the user has switched off.
 */
export function notify(
  world: World,
  userId: string,
  input: NotificationInput,
): DemoNotification | null {
  if (!wants(world, userId, input)) return null;
  const notification = storeNotification(world, userId, input);
  const body = packNotification(world, notification, userId);
  if (body === null) return notification;
  world.events.publish({ kind: 'main', userId, type: 'notification', body });
  const announceUnread = () => {
    const { latestReadId } = inboxOf(world, userId);
    if (latestReadId !== null && latestReadId >= notification.id) return;
    world.events.publish({ kind: 'main', userId, type: 'unreadNotification', body });
  };
  if (input.type === 'test') announceUnread();
  else world.later(announceUnread, unreadDelayMs);
  return notification;
}

function wants(world: World, userId: string, { type, notifierId }: NotificationInput): boolean {
  const user = requireUserById(world, userId);
  if (user.host !== null) return false;
  const config = user.notificationRecieveConfig[type]?.type ?? 'all';
  if (config === 'never') return false;
  if (notifierId === undefined) return true;
  if (notifierId === userId || requireUserById(world, notifierId).isSuspended) return false;
  if (world.mutes.get(userId)?.has(notifierId)) return false;
  const following = isFollowing(world, userId, notifierId);
  const followed = isFollowing(world, notifierId, userId);
  if (config === 'following') return following;
  if (config === 'follower') return followed;
  if (config === 'mutualFollow') return following && followed;
  if (config === 'followingOrFollower') return following || followed;
  return true;
}

/**
 * Marks everything read and tells all of the user's clients, but only when something was unread; `force`
 * tells them in any case (as notifications/mark-all-as-read does).
 */
export function readAllNotifications(world: World, userId: string, force = false): void {
  const inbox = inboxOf(world, userId);
  const latest = inbox.items.at(-1);
  if (latest === undefined) return;
  const wasUnread = inbox.latestReadId === null || inbox.latestReadId < latest.id;
  inbox.latestReadId = latest.id;
  if (force || wasUnread)
    world.events.publish({ kind: 'main', userId, type: 'readAllNotifications', body: null });
}

/** Takes one notification back, as yojo-art does for a reaction that was taken back, and tells the clients. */
export function deleteNotification(world: World, userId: string, id: string): void {
  const { items } = inboxOf(world, userId);
  const place = items.findIndex((notification) => notification.id === id);
  if (place < 0) throw new Error(`no notification ${id}`);
  items.splice(place, 1);
  world.events.publish({ kind: 'main', userId, type: 'notificationDeleted', body: { id } });
}

/** Forgets all of the user's notifications and tells the clients. */
export function flushNotifications(world: World, userId: string): void {
  const inbox = inboxOf(world, userId);
  inbox.items.length = 0;
  inbox.latestReadId = null;
  world.events.publish({ kind: 'main', userId, type: 'notificationFlushed', body: null });
}
