import type { Packed } from '../world/events.ts';
import type { DemoAnnouncement } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { isoTime } from './time.ts';

/** The announcements that this user has still to read, oldest first. */
export function unreadAnnouncements(world: World, userId: string): DemoAnnouncement[] {
  return world.announcements.filter(
    (announcement) =>
      (announcement.userId === null || announcement.userId === userId) &&
      !announcement.readBy.has(userId),
  );
}

/** As `announcementCreated` and `announcements` carry it. */
export function packAnnouncement(announcement: DemoAnnouncement): Packed {
  return {
    id: announcement.id,
    createdAt: isoTime(announcement.createdAt),
    updatedAt: null,
    title: announcement.title,
    text: announcement.text,
    imageUrl: null,
    icon: announcement.icon,
    display: 'normal',
    // The real server says false even for an announcement to one user.
    forYou: false,
    needConfirmationToRead: false,
    silence: false,
  };
}

/** As `i` lists it: the stored row, in another order and with other fields. */
export function packUnreadAnnouncement(announcement: DemoAnnouncement): Packed {
  return {
    createdAt: isoTime(announcement.createdAt),
    id: announcement.id,
    updatedAt: null,
    text: announcement.text,
    title: announcement.title,
    imageUrl: null,
    icon: announcement.icon,
    display: 'normal',
    needConfirmationToRead: false,
    isActive: true,
    forExistingUsers: false,
    silence: false,
    userId: announcement.userId,
  };
}
