import type { DemoAnnouncement } from './model.ts';
import type { World } from './world.ts';

/** The announcements that this user has still to read, oldest first. */
export function unreadAnnouncements(world: World, userId: string): DemoAnnouncement[] {
  return world.announcements.filter(
    (announcement) =>
      (announcement.userId === null || announcement.userId === userId) &&
      !announcement.readBy.has(userId),
  );
}

/** The user reads one; after the last, the user's clients are told. */
export function readAnnouncement(
  world: World,
  userId: string,
  announcement: DemoAnnouncement,
): void {
  announcement.readBy.add(userId);
  if (unreadAnnouncements(world, userId).length > 0) return;
  world.events.publish({ kind: 'main', userId, type: 'readAllAnnouncements', body: null });
}
