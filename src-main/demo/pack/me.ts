import { unreadAnnouncements } from '../world/announcements.ts';
import { hasUnreadChat } from '../world/chat.ts';
import type { Packed } from '../world/events.ts';
import { unreadCount } from '../world/inbox.ts';
import type { DemoUser } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { packUnreadAnnouncement } from './announcement.ts';
import { packPolicies } from './policies.ts';
import { packProfile } from './user.ts';

/**
 * A user's own account, as `i` and `meUpdated` carry it. The real server adds the e-mail address and the
 * security keys when the change was made with a native token; `withSecrets` does as much.
 */
export function packMe(world: World, user: DemoUser, withSecrets = false): Packed {
  const unread = unreadCount(world, user.id);
  const announcements = unreadAnnouncements(world, user.id);
  return {
    ...packProfile(world, user),
    twoFactorEnabled: false,
    usePasswordLessLogin: false,
    securityKeys: false,
    avatarId: null,
    bannerId: null,
    followedMessage: null,
    isModerator: false,
    isAdmin: false,
    injectFeaturedNote: true,
    receiveAnnouncementEmail: true,
    alwaysMarkNsfw: false,
    autoSensitive: false,
    carefulBot: false,
    autoAcceptFollowed: user.autoAcceptFollowed,
    noCrawle: false,
    preventAiLearning: true,
    isExplorable: true,
    isDeleted: false,
    twoFactorBackupCodesStock: 'none',
    hideOnlineStatus: false,
    hasUnreadSpecifiedNotes: false,
    hasUnreadMentions: false,
    hasUnreadChatMessages: hasUnreadChat(world, user.id),
    hasUnreadAnnouncement: announcements.length > 0,
    unreadAnnouncements: announcements.map(packUnreadAnnouncement),
    hasUnreadAntenna: false,
    hasUnreadChannel: false,
    hasUnreadNotification: unread > 0,
    hasPendingReceivedFollowRequest: (world.followRequests.get(user.id)?.size ?? 0) > 0,
    unreadNotificationsCount: unread,
    mutedWords: user.mutedWords,
    hardMutedWords: user.hardMutedWords,
    mutedInstances: user.mutedInstances,
    mutingNotificationTypes: [],
    notificationRecieveConfig: user.notificationRecieveConfig,
    emailNotificationTypes: ['follow', 'receiveFollowRequest'],
    achievements: user.achievements,
    loggedInDays: 12,
    policies: packPolicies(world),
    ...(withSecrets
      ? { email: 'minato@demo.example', emailVerified: true, securityKeysList: [] }
      : {}),
  };
}
