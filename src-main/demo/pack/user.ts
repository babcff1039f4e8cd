import type { Packed } from '../world/events.ts';
import type { DemoUser } from '../world/model.ts';
import { hostOf, isBlocking, isFollowing, isMuting, type World } from '../world/world.ts';
import { packRoleLite } from './role.ts';
import { isoTime } from './time.ts';

/** Where a user's picture is. */
export function avatarUrl(world: World, user: DemoUser): string {
  if (!user.hasPicture)
    return `${world.origin}/identicon/${user.username}@${user.host ?? hostOf(world)}`;
  const file = encodeURIComponent(`${world.origin}/files/avatar-${user.username}`);
  return `${world.origin}/proxy/avatar.webp?url=${file}&avatar=1`;
}

/** A user as notes and notifications carry one. */
export function packUserLite(world: World, user: DemoUser): Packed {
  return {
    id: user.id,
    name: user.name,
    username: user.username,
    host: user.host,
    avatarUrl: avatarUrl(world, user),
    avatarBlurhash: user.hasPicture
      ? 'eRFRpZt65NX4Rj}-j[axj?ju53WB=~s;s;s*a{ofj[ay=~ofImR%ay'
      : null,
    avatarDecorations: [],
    isBot: user.isBot,
    isCat: user.isCat,
    ...(user.host === null ? {} : { instance: packInstance(world, user.host) }),
    emojis: {},
    onlineStatus: user.isOnline ? 'online' : 'unknown',
    ...(user.host === null ? { badgeRoles: [] } : {}),
  };
}

function packInstance(world: World, host: string): Packed {
  return {
    name: 'Far Example',
    softwareName: 'misskey',
    softwareVersion: '2026.3.2',
    iconUrl: null,
    faviconUrl: `${world.origin}/identicon/${host}`,
    themeColor: '#2a7f9e',
  };
}

/** A user as `users/show` answers one; `viewerId` null = asked without an account. */
export function packUserDetailed(world: World, user: DemoUser, viewerId: string | null): Packed {
  return {
    ...packProfile(world, user),
    ...(viewerId === null || viewerId === user.id ? {} : packRelation(world, user, viewerId)),
  };
}

/** What every detailed form of a user has in common. */
export function packProfile(world: World, user: DemoUser): Packed {
  const notes = [...world.notes.values()].filter((note) => note.userId === user.id);
  return {
    ...packUserLite(world, user),
    url: user.host === null ? null : `https://${user.host}/@${user.username}`,
    uri: user.host === null ? null : `https://${user.host}/users/${user.id}`,
    movedTo: null,
    alsoKnownAs: null,
    createdAt: isoTime(user.createdAt),
    updatedAt: isoTime(user.updatedAt),
    lastFetchedAt: user.host === null ? null : isoTime(user.createdAt),
    bannerUrl: null,
    bannerBlurhash: null,
    isLocked: user.isLocked,
    isSilenced: false,
    isSuspended: user.isSuspended,
    description: user.description,
    location: null,
    birthday: null,
    lang: null,
    fields: [],
    verifiedLinks: [],
    followersCount: followersOf(world, user.id).length,
    followingCount: world.followings.get(user.id)?.size ?? 0,
    notesCount: notes.length,
    pinnedNoteIds: user.pinnedNoteIds,
    pinnedNotes: [],
    pinnedPageId: null,
    pinnedPage: null,
    publicReactions: true,
    followersVisibility: 'public',
    followingVisibility: 'public',
    chatScope: 'everyone',
    canChat: true,
    roles: user.roles.map((role, order) => packRoleLite(role, order)),
    memo: null,
  };
}

function packRelation(world: World, user: DemoUser, viewerId: string): Packed {
  const following = world.followings.get(viewerId)?.get(user.id);
  return {
    ...packBareRelation(world, user.id, viewerId),
    notify: following?.notify ?? 'none',
    withReplies: following?.withReplies ?? false,
    ...(following === undefined ? {} : { followedMessage: null }),
  };
}

/** How somebody stands to the viewer, as `users/relation` has it without the id. */
export function packBareRelation(world: World, userId: string, viewerId: string): Packed {
  return {
    isFollowing: isFollowing(world, viewerId, userId),
    isFollowed: isFollowing(world, userId, viewerId),
    hasPendingFollowRequestFromYou: world.followRequests.get(userId)?.has(viewerId) ?? false,
    hasPendingFollowRequestToYou: world.followRequests.get(viewerId)?.has(userId) ?? false,
    isBlocking: isBlocking(world, viewerId, userId),
    isBlocked: isBlocking(world, userId, viewerId),
    isMuted: isMuting(world, viewerId, userId),
    isRenoteMuted: false,
  };
}

/** The ids of those who follow the user. */
function followersOf(world: World, userId: string): string[] {
  const ids: string[] = [];
  for (const [followerId, followees] of world.followings)
    if (followees.has(userId)) ids.push(followerId);
  return ids;
}
