import * as v from 'valibot';
import { packUserLite } from '../../pack/user.ts';
import { acceptFollowRequest, dropFollowRequest, follow, unfollow } from '../../world/following.ts';
import type { DemoUser } from '../../world/model.ts';
import {
  getOrMake,
  isBlocking,
  isFollowing,
  requireUserById,
  type World,
} from '../../world/world.ts';
import { type Endpoint, userEndpoint } from '../endpoint.ts';
import { clientError } from '../errors.ts';
import { id, paging } from '../params.ts';

const write = { permission: 'write:following' } as const;
const writeLimited = { ...write, rateLimit: { windowMs: 3_600_000, max: 100 } } as const;
const aboutUser = v.object({ userId: id });

/** The other user. Throws NO_SUCH_USER, whose own id differs from endpoint to endpoint. */
export function findOther(world: World, userId: string, errorId: string): DemoUser {
  const other = world.users.get(userId);
  if (other === undefined) throw clientError('NO_SUCH_USER', 'No such user.', errorId);
  return other;
}

function refuseOneself(
  user: DemoUser,
  userId: string,
  role: 'Followee' | 'Mutee',
  errorId: string,
): void {
  if (user.id === userId)
    throw clientError(`${role.toUpperCase()}_IS_YOURSELF`, `${role} is yourself.`, errorId);
}

/** Throws where one of the two blocks the other. */
function refuseBlocks(world: World, user: DemoUser, other: DemoUser): void {
  if (isBlocking(world, user.id, other.id))
    throw clientError(
      'BLOCKING',
      'You are blocking that user.',
      '4e2206ec-aa4f-4960-b865-6c23ac38e2d9',
    );
  if (isBlocking(world, other.id, user.id))
    throw clientError(
      'BLOCKED',
      'You are blocked by that user.',
      'c4ab57cc-4e41-45e9-bfd9-584f61e35ce0',
    );
}

const notFollowing = (errorId: string) =>
  clientError('NOT_FOLLOWING', 'You are not following that user.', errorId);

/** Following, follow requests, and mutes. */
export const followingEndpoints: readonly Endpoint[] = [
  userEndpoint(
    'following/create',
    writeLimited,
    v.object({ userId: id, withReplies: v.optional(v.boolean(), false) }),
    (world, { userId, withReplies }, user) => {
      refuseOneself(user, userId, 'Followee', '26fbe7bb-a331-4857-af17-205b426669a9');
      const other = findOther(world, userId, 'fcd2eef9-a9b2-4c4f-8624-038099e90aa5');
      if (isFollowing(world, user.id, userId))
        throw clientError(
          'ALREADY_FOLLOWING',
          'You are already following that user.',
          '35387507-38c7-4cb9-9197-300b93783fa0',
        );
      refuseBlocks(world, user, other);
      follow(world, user, other, withReplies);
      return packUserLite(world, other);
    },
  ),
  userEndpoint('following/delete', writeLimited, aboutUser, (world, { userId }, user) => {
    refuseOneself(user, userId, 'Followee', 'd9e400b9-36b0-4808-b1d8-79e707f1296c');
    const other = findOther(world, userId, '5b12c78d-2b28-4dca-99d2-f56139b42ff8');
    if (!unfollow(world, user, other)) throw notFollowing('5dbf82f5-c92b-40b1-87d1-6c8c0741fd09');
    return packUserLite(world, other);
  }),
  userEndpoint(
    'following/update',
    writeLimited,
    v.object({
      userId: id,
      notify: v.optional(v.picklist(['normal', 'none'])),
      withReplies: v.optional(v.boolean()),
    }),
    (world, { userId, notify, withReplies }, user) => {
      refuseOneself(user, userId, 'Followee', '4c4cbaf9-962a-463b-8418-a5e365dbf2eb');
      findOther(world, userId, '14318698-f67e-492a-99da-5353a5ac52be');
      const following = world.followings.get(user.id)?.get(userId);
      if (following === undefined) throw notFollowing('b8dc75cf-1cb5-46c9-b14b-5f1ffbd782c9');
      if (notify !== undefined) following.notify = notify;
      if (withReplies !== undefined) following.withReplies = withReplies;
      return packUserLite(world, user);
    },
  ),
  userEndpoint('following/requests/accept', write, aboutUser, (world, { userId }, user) => {
    const follower = findOther(world, userId, '66ce1645-d66c-46bb-8b79-96739af885bd');
    if (!acceptFollowRequest(world, user, follower))
      throw clientError(
        'NO_FOLLOW_REQUEST',
        'No follow request.',
        'bcde4f8b-0913-4614-8881-614e522fb041',
      );
  }),
  userEndpoint('following/requests/reject', write, aboutUser, (world, { userId }, user) => {
    const follower = findOther(world, userId, 'abc2ffa6-25b2-4380-ba99-321ff3a94555');
    // Rejecting nothing is no error on the real server, either.
    dropFollowRequest(world, user, follower);
  }),
  userEndpoint('following/requests/cancel', write, aboutUser, (world, { userId }, user) => {
    const followee = findOther(world, userId, '4e68c551-fc4c-4e46-bb41-7d4a37bf9dab');
    if (!dropFollowRequest(world, followee, user))
      throw clientError(
        'FOLLOW_REQUEST_NOT_FOUND',
        'Follow request not found.',
        '089b125b-d338-482a-9a09-e2622ac9f8d4',
      );
    return packUserLite(world, followee);
  }),
  userEndpoint(
    'following/requests/list',
    { permission: 'read:following' },
    v.object(paging),
    (world, _params, user) =>
      [...(world.followRequests.get(user.id) ?? [])].map((followerId) => ({
        id: `${user.id}${followerId}`,
        follower: packUserLite(world, requireUserById(world, followerId)),
        followee: packUserLite(world, user),
      })),
  ),
  userEndpoint(
    'mute/create',
    { permission: 'write:mutes', rateLimit: { windowMs: 3_600_000, max: 20 } },
    v.object({
      userId: id,
      expiresAt: v.optional(v.nullable(v.pipe(v.number(), v.integer())), null),
    }),
    (world, { userId, expiresAt }, user) => {
      refuseOneself(user, userId, 'Mutee', 'a4619cb2-5f23-484b-9301-94c903074e10');
      findOther(world, userId, '6fef56f3-e765-4957-88e5-c6f65329b8a5');
      const muted = getOrMake(world.mutes, user.id, () => new Set());
      if (muted.has(userId))
        throw clientError(
          'ALREADY_MUTING',
          'You are already muting that user.',
          '7e7359cb-160c-4956-b08f-4d1c653cd007',
        );
      // One that is over already is taken without a word, as on the real server.
      const now = world.clock.now();
      if (expiresAt !== null && expiresAt <= now) return;
      muted.add(userId);
      if (expiresAt !== null) world.later(() => muted.delete(userId), expiresAt - now);
    },
  ),
  userEndpoint(
    'mute/delete',
    { permission: 'write:mutes' },
    aboutUser,
    (world, { userId }, user) => {
      refuseOneself(user, userId, 'Mutee', 'f428b029-6b39-4d48-a1d2-cc1ae6dd5cf9');
      findOther(world, userId, 'b851d00b-8ab1-4a56-8b1b-e24187cb48ef');
      if (!world.mutes.get(user.id)?.delete(userId))
        throw clientError(
          'NOT_MUTING',
          'You are not muting that user.',
          '5467d020-daa9-4553-81e1-135c0c35a96d',
        );
    },
  ),
];
