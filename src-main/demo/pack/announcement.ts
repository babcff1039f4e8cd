import type { Packed } from '../world/events.ts';
import type { DemoAnnouncement } from '../world/model.ts';
import { isoTime } from './time.ts';

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
