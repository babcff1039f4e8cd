import * as v from 'valibot';
import {
  date,
  flag,
  flagOrNull,
  listOf,
  numberOrNull,
  orNull,
  pageOf,
  textOrNull,
  userSchema,
} from '../api/schemas.ts';

/** What comes to an account beside its notifications; checked as in `schemas.ts`. */

const named = v.object({ id: v.string(), name: v.string() });

/**
 * A chat message (PROTOCOL §3 `newChatMessage`). Servers of the v12 era call the sender `user` and know
 * groups instead of rooms (§8).
 */
export const chatMessageSchema = v.pipe(
  v.object({
    id: v.string(),
    createdAt: date,
    text: textOrNull,
    fromUser: orNull(userSchema),
    user: orNull(userSchema),
    toUser: orNull(userSchema),
    toUserId: textOrNull,
    toRoom: orNull(named),
    toRoomId: textOrNull,
    group: orNull(named),
    isRead: flag,
  }),
  v.transform(({ user, group, ...message }) => ({
    ...message,
    /** Whether it came from a server of the v12 era, which has other pages for it. */
    isOld: message.fromUser === null && user !== null,
    fromUser: message.fromUser ?? user,
    room: message.toRoom ?? group,
  })),
);
export type ChatMessage = v.InferOutput<typeof chatMessageSchema>;

/** `chat/history`: the newest message of each conversation. */
export const chatHistorySchema = pageOf(chatMessageSchema);

export const announcementSchema = v.object({
  id: v.string(),
  createdAt: date,
  title: textOrNull,
  text: textOrNull,
  /** Its author wants nobody disturbed. */
  silence: flag,
});
export type Announcement = v.InferOutput<typeof announcementSchema>;

/** The body of `announcementCreated`, inside `main` and as a frame of its own. */
export const announcementCreatedSchema = v.object({ announcement: announcementSchema });

/** What `i` says is unread. Null = there is no such thing on this server, or not for this account. */
export const unreadSchema = v.pipe(
  v.object({
    id: v.string(),
    unreadNotificationsCount: numberOrNull,
    hasUnreadNotification: flagOrNull,
    hasUnreadChatMessages: flagOrNull,
    unreadAnnouncements: orNull(listOf(announcementSchema)),
    policies: orNull(v.object({ chatAvailability: textOrNull })),
  }),
  v.transform(({ policies, ...unread }) => ({
    ...unread,
    // What came before a role took the chat away still counts, but cannot be asked for (PROTOCOL §7).
    hasUnreadChatMessages:
      policies?.chatAvailability === 'unavailable' ? null : unread.hasUnreadChatMessages,
  })),
);
export type Unread = v.InferOutput<typeof unreadSchema>;

/** The body of `follow`: somebody whom the account follows from now on. */
export const followSchema = v.object({ id: v.string(), isLocked: flag });

/** The body of `unfollow`. */
export const unfollowSchema = v.object({ id: v.string() });

/** Which notification yojo-art took back (PROTOCOL §8): its id, bare or in an object. */
export const deletedSchema = v.union([
  v.string(),
  v.pipe(
    v.object({ id: v.string() }),
    v.transform(({ id }) => id),
  ),
  v.pipe(
    v.object({ notificationId: v.string() }),
    v.transform(({ notificationId }) => notificationId),
  ),
]);
