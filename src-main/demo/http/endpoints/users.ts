import * as v from 'valibot';
import { packMe } from '../../pack/me.ts';
import { packBareRelation, packUserDetailed, packUserLite } from '../../pack/user.ts';
import type { Packed } from '../../world/events.ts';
import type { DemoUser } from '../../world/model.ts';
import { findUser, type World } from '../../world/world.ts';
import { type Endpoint, openEndpoint, userEndpoint } from '../endpoint.ts';
import { ApiError } from '../errors.ts';
import { id, ids, paging } from '../params.ts';

const showParams = v.object({
  userId: v.optional(id),
  userIds: v.optional(ids),
  username: v.optional(v.string()),
  host: v.optional(v.nullable(v.string()), null),
});

function packShown(world: World, shown: DemoUser, viewer: DemoUser | null): Packed {
  return shown.id === viewer?.id
    ? packMe(world, shown)
    : packUserDetailed(world, shown, viewer?.id ?? null);
}

/** People. */
export const userEndpoints: readonly Endpoint[] = [
  openEndpoint('users/show', {}, showParams, (world, params, viewer) => {
    if (params.userIds !== undefined)
      return params.userIds
        .map((userId) => world.users.get(userId))
        .filter((user) => user !== undefined)
        .map((user) => packShown(world, user, viewer));
    const { userId, username = '', host } = params;
    const user =
      userId === undefined
        ? findUser(world, host === null ? username : `${username}@${host}`)
        : world.users.get(userId);
    if (user === undefined || user === null || user.isSuspended)
      throw new ApiError({
        code: 'NO_SUCH_USER',
        message: 'No such user.',
        id: '4362f8dc-731f-4ad8-a694-be5a88922a24',
        status: 404,
      });
    return packShown(world, user, viewer);
  }),
  userEndpoint(
    'users/relation',
    { permission: 'read:account' },
    v.object({ userId: v.union([id, ids]) }),
    (world, { userId }, user) => {
      const relationTo = (otherId: string) => ({
        id: otherId,
        ...packBareRelation(world, otherId, user.id),
      });
      return typeof userId === 'string' ? relationTo(userId) : userId.map(relationTo);
    },
  ),
  userEndpoint(
    'users/following',
    { permission: 'read:account' },
    v.object({ ...paging, userId: id }),
    (world, { userId }) =>
      [...(world.followings.get(userId)?.keys() ?? [])].flatMap((followeeId) => {
        const followee = world.users.get(followeeId);
        return followee === undefined
          ? []
          : [{ id: `${userId}${followeeId}`, followeeId, followee: packUserLite(world, followee) }];
      }),
  ),
];
