import * as v from 'valibot';
import { packAnnouncement } from '../../pack/announcement.ts';
import { packMe } from '../../pack/me.ts';
import { readAnnouncement } from '../../world/announcements.ts';
import { type Endpoint, openEndpoint, userEndpoint } from '../endpoint.ts';
import { clientError } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { id, paging } from '../params.ts';

/** The account itself and what the server tells it. */
export const accountEndpoints: readonly Endpoint[] = [
  userEndpoint('i', { permission: 'read:account' }, v.object({}), (world, _params, user) =>
    packMe(world, user),
  ),
  userEndpoint(
    'i/update',
    { permission: 'write:account' },
    v.object({
      name: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(50)))),
      description: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(1500)))),
      isLocked: v.optional(v.boolean()),
      autoAcceptFollowed: v.optional(v.boolean()),
      mutedWords: v.optional(v.array(v.array(v.string()))),
      hardMutedWords: v.optional(v.array(v.array(v.string()))),
      mutedInstances: v.optional(v.array(v.string())),
      notificationRecieveConfig: v.optional(
        v.record(v.string(), v.looseObject({ type: v.string() })),
      ),
    }),
    (world, changes, user, caller) => {
      for (const [key, value] of Object.entries(changes))
        if (value !== undefined) Object.assign(user, { [key]: value });
      user.updatedAt = world.clock.now();
      const me = packMe(world, user, caller.app === null);
      world.events.publish({ kind: 'main', userId: user.id, type: 'meUpdated', body: me });
      return me;
    },
  ),
  userEndpoint(
    'i/revoke-token',
    { nativeOnly: true },
    v.object({ token: v.string() }),
    (world, { token }, user) => {
      if (world.tokens.get(token)?.userId === user.id) world.tokens.delete(token);
    },
  ),
  openEndpoint(
    'announcements',
    {},
    v.object({ ...paging, isActive: v.optional(v.boolean(), true) }),
    (world, params, user) =>
      pageOf(world.announcements, params)
        .filter(({ userId }) => userId === null || userId === user?.id)
        .map((announcement) => ({
          ...packAnnouncement(announcement),
          forYou: announcement.userId !== null,
          ...(user === null ? {} : { isRead: announcement.readBy.has(user.id) }),
        })),
  ),
  userEndpoint(
    'i/read-announcement',
    { permission: 'write:account' },
    v.object({ announcementId: id }),
    (world, { announcementId }, user) => {
      const announcement = world.announcements.find((one) => one.id === announcementId);
      if (announcement === undefined)
        throw clientError(
          'NO_SUCH_ANNOUNCEMENT',
          'No such announcement.',
          '184663db-df88-4bc2-8b52-fb85f0681939',
        );
      readAnnouncement(world, user.id, announcement);
    },
  ),
];
