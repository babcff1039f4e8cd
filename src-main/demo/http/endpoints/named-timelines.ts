import * as v from 'valibot';
import { packRole } from '../../pack/role.ts';
import { isPalatable, passesOptions, relationsOf } from '../../world/timelines.ts';
import { type Endpoint, openEndpoint, userEndpoint } from '../endpoint.ts';
import { clientError, internalError } from '../errors.ts';
import { id, paging } from '../params.ts';
import { notePage, timelineOptions } from './timelines.ts';

/** The timelines of lists, antennas, channels, tags and roles. */
export const namedTimelineEndpoints: readonly Endpoint[] = [
  userEndpoint(
    'notes/user-list-timeline',
    { permission: 'read:account' },
    v.object({ ...timelineOptions, listId: id }),
    (world, params, user) => {
      const list = world.lists.get(params.listId);
      if (list === undefined || list.ownerId !== user.id)
        throw clientError('NO_SUCH_LIST', 'No such list.', '8fb1fbd5-e476-4c37-9fb0-43d55b63a2ff');
      const relations = relationsOf(world, user);
      return notePage(
        world,
        params,
        user,
        (note) =>
          list.userIds.has(note.userId) &&
          passesOptions(note, params) &&
          isPalatable(world, note, relations),
      );
    },
  ),
  userEndpoint(
    'antennas/notes',
    { permission: 'read:account' },
    v.object({ ...paging, antennaId: id }),
    (world, params, user) => {
      const antenna = world.antennas.get(params.antennaId);
      if (antenna === undefined || antenna.ownerId !== user.id)
        throw clientError(
          'NO_SUCH_ANTENNA',
          'No such antenna.',
          '850926e0-fd3b-49b6-b69a-b28a5dbd82fe',
        );
      const relations = relationsOf(world, user);
      return notePage(
        world,
        params,
        user,
        (note) =>
          antenna.keywords.some((keyword) => note.text?.includes(keyword)) &&
          isPalatable(world, note, relations),
      );
    },
  ),
  openEndpoint(
    'channels/timeline',
    {},
    v.object({ ...paging, channelId: id, allowPartial: v.optional(v.boolean(), false) }),
    (world, params, user) => {
      if (!world.channels.has(params.channelId))
        throw clientError(
          'NO_SUCH_CHANNEL',
          'No such channel.',
          '4d0eeeba-a02c-4c3c-9966-ef60d38d2e7f',
        );
      return notePage(world, params, user, (note) => note.channelId === params.channelId);
    },
  ),
  openEndpoint(
    'notes/search-by-tag',
    {},
    v.union([
      v.object({ ...paging, tag: v.pipe(v.string(), v.minLength(1)) }),
      v.object({
        ...paging,
        query: v.pipe(
          v.array(v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1))),
          v.minLength(1),
        ),
      }),
    ]),
    (world, params, user) => {
      const relations = relationsOf(world, user);
      const tags = 'tag' in params ? [params.tag] : params.query.flat();
      const unsafe = tags.find((tag) => /[\p{Cc}"'%\\]/u.test(tag));
      if (unsafe !== undefined) throw internalError('Injection', 'Error');
      // The real server binds every tag of a query to one name, so that the last one counts for all.
      const tag = tags.at(-1)?.normalize('NFKC').toLowerCase() ?? '';
      return notePage(
        world,
        params,
        user,
        (note) => note.tags.includes(tag) && isPalatable(world, note, relations),
      );
    },
  ),
  userEndpoint('roles/list', { permission: 'read:account' }, v.object({}), (world) =>
    [...world.roles.values()]
      .filter(({ isExplorable }) => isExplorable)
      .map((role) => packRole(world, role)),
  ),
  userEndpoint(
    'roles/notes',
    { permission: 'read:account' },
    v.object({ ...paging, roleId: id }),
    (world, params, user) => {
      const role = world.roles.get(params.roleId);
      if (role === undefined)
        throw clientError('NO_SUCH_ROLE', 'No such role.', 'eb70323a-df61-4dd4-ad90-89c83c7cf26e');
      const relations = relationsOf(world, user);
      return notePage(
        world,
        params,
        user,
        (note) =>
          role.isExplorable &&
          note.visibility === 'public' &&
          (world.users.get(note.userId)?.roles.includes(role) ?? false) &&
          isPalatable(world, note, relations),
      );
    },
  ),
];
