import { packMe } from '../pack/me.ts';
import { packUserDetailed, packUserLite } from '../pack/user.ts';
import { notify } from './inbox.ts';
import type { DemoNotification, DemoUser } from './model.ts';
import { getOrMake, isFollowing, type World } from './world.ts';

/**
 * Follows somebody, or asks to when they are locked (unless they follow the asker already and accept such
 * people by themselves). Returns what the followee was told, or null.
 */
export function follow(
  world: World,
  follower: DemoUser,
  followee: DemoUser,
  withReplies = false,
): DemoNotification | null {
  const letIn =
    !followee.isLocked ||
    (followee.autoAcceptFollowed && isFollowing(world, followee.id, follower.id));
  return letIn
    ? startFollowing(world, follower, followee, withReplies)
    : requestFollow(world, follower, followee);
}

function requestFollow(
  world: World,
  follower: DemoUser,
  followee: DemoUser,
): DemoNotification | null {
  getOrMake(world.followRequests, followee.id, () => new Set()).add(follower.id);
  publishMain(world, followee, 'receiveFollowRequest', packUserLite(world, follower));
  const told = notify(world, followee.id, {
    type: 'receiveFollowRequest',
    notifierId: follower.id,
  });
  publishMain(world, followee, 'meUpdated', packMe(world, followee));
  return told;
}

function startFollowing(
  world: World,
  follower: DemoUser,
  followee: DemoUser,
  withReplies: boolean,
): DemoNotification | null {
  linkFollowing(world, follower, followee, withReplies);
  publishMain(world, followee, 'followed', packUserLite(world, follower));
  const told = notify(world, followee.id, { type: 'follow', notifierId: follower.id });
  // The follower hears of an "accepted request" even where none was needed.
  notify(world, follower.id, {
    type: 'followRequestAccepted',
    notifierId: followee.id,
    extra: { message: null },
  });
  publishMain(world, follower, 'follow', packUserDetailed(world, followee, follower.id));
  return told;
}

/** Records that one follows the other without telling anybody. */
export function linkFollowing(
  world: World,
  follower: DemoUser,
  followee: DemoUser,
  withReplies = false,
): void {
  getOrMake(world.followings, follower.id, () => new Map()).set(followee.id, {
    withReplies,
    notify: 'none',
  });
}

/** Stops following; only the one who stops is told. False when there was nothing to stop. */
export function unfollow(world: World, follower: DemoUser, followee: DemoUser): boolean {
  if (!world.followings.get(follower.id)?.delete(followee.id)) return false;
  publishMain(world, follower, 'unfollow', packUserDetailed(world, followee, follower.id));
  return true;
}

/** Lets somebody in who asked. False when they did not ask. */
export function acceptFollowRequest(world: World, followee: DemoUser, follower: DemoUser): boolean {
  if (!world.followRequests.get(followee.id)?.delete(follower.id)) return false;
  startFollowing(world, follower, followee, false);
  publishMain(world, followee, 'meUpdated', packMe(world, followee));
  return true;
}

/** Turns somebody away who asked, or takes one's own question back. False when there was none. */
export function dropFollowRequest(world: World, followee: DemoUser, follower: DemoUser): boolean {
  return world.followRequests.get(followee.id)?.delete(follower.id) ?? false;
}

function publishMain(world: World, user: DemoUser, type: string, body: unknown): void {
  world.events.publish({ kind: 'main', userId: user.id, type, body });
}
