import * as v from 'valibot';
import { isoTime } from '../../pack/time.ts';
import type { Packed } from '../../world/events.ts';
import type { DemoChannel, DemoList } from '../../world/model.ts';
import type { World } from '../../world/world.ts';
import { type Endpoint, openEndpoint, userEndpoint } from '../endpoint.ts';
import { clientError } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { id, paging } from '../params.ts';

/** Lists, antennas and channels: what else a timeline can be made of. */
export const listEndpoints: readonly Endpoint[] = [
  userEndpoint(
    'users/lists/list',
    { permission: 'read:account' },
    v.object({}),
    (world, _params, user) =>
      [...world.lists.values()].filter(({ ownerId }) => ownerId === user.id).map(packList),
  ),
  openEndpoint('users/lists/show', {}, v.object({ listId: id }), (world, { listId }, user) => {
    const list = world.lists.get(listId);
    if (list === undefined || list.ownerId !== user?.id)
      throw clientError('NO_SUCH_LIST', 'No such list.', '7bc05c21-1d7a-41ae-88f1-66820f4dc686');
    return packList(list);
  }),
  userEndpoint(
    'antennas/list',
    { permission: 'read:account' },
    v.object({}),
    (world, _params, user) =>
      [...world.antennas.values()]
        .filter(({ ownerId }) => ownerId === user.id)
        .map((antenna) => ({
          id: antenna.id,
          createdAt: isoTime(antenna.createdAt),
          name: antenna.name,
          keywords: antenna.keywords.map((keyword) => [keyword]),
          excludeKeywords: [],
          src: 'all',
          userListId: null,
          users: [],
          caseSensitive: false,
          localOnly: false,
          excludeBots: false,
          withReplies: false,
          withFile: false,
          isActive: true,
          hasUnreadNote: false,
          notify: false,
        })),
  ),
  userEndpoint(
    'channels/followed',
    { permission: 'read:channels' },
    v.object(paging),
    (world, params) =>
      pageOf([...world.channels.values()], params).map((channel) => packChannel(world, channel)),
  ),
  userEndpoint('channels/my-favorites', { permission: 'read:channels' }, v.object({}), () => []),
];

function packList(list: DemoList): Packed {
  return {
    id: list.id,
    createdAt: isoTime(list.createdAt),
    name: list.name,
    userIds: [...list.userIds],
    isPublic: false,
  };
}

function packChannel(world: World, channel: DemoChannel): Packed {
  return {
    id: channel.id,
    createdAt: isoTime(channel.createdAt),
    lastNotedAt: null,
    name: channel.name,
    description: channel.description,
    userId: channel.ownerId,
    bannerUrl: null,
    pinnedNoteIds: [],
    color: channel.color,
    isArchived: false,
    usersCount: 3,
    notesCount: [...world.notes.values()].filter(({ channelId }) => channelId === channel.id)
      .length,
    isSensitive: false,
    allowRenoteToExternal: true,
    isFollowing: true,
    isFavorited: false,
    hasUnreadNote: false,
  };
}
