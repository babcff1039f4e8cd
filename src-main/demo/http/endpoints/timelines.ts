import * as v from 'valibot';
import { packNote } from '../../pack/note.ts';
import type { Packed } from '../../world/events.ts';
import type { DemoNote, DemoUser } from '../../world/model.ts';
import {
  isInTimeline,
  isPalatable,
  passesOptions,
  relationsOf,
  type TimelineKind,
} from '../../world/timelines.ts';
import type { World } from '../../world/world.ts';
import { type Endpoint, openEndpoint, userEndpoint } from '../endpoint.ts';
import { clientError } from '../errors.ts';
import { type Paging, pageOf } from '../paging.ts';
import { id, paging } from '../params.ts';

const options = {
  ...paging,
  withFiles: v.optional(v.boolean(), false),
  withRenotes: v.optional(v.boolean(), true),
  allowPartial: v.optional(v.boolean(), false),
};

const timelineParams = v.object({
  ...options,
  withReplies: v.optional(v.boolean(), false),
  includeMyRenotes: v.optional(v.boolean(), true),
  includeRenotedMyNotes: v.optional(v.boolean(), true),
  includeLocalRenotes: v.optional(v.boolean(), true),
});

function timeline(
  world: World,
  kind: TimelineKind,
  params: v.InferOutput<typeof timelineParams>,
  user: DemoUser | null,
): Packed[] {
  const relations = relationsOf(world, user);
  return notePage(world, params, user, (note) =>
    isInTimeline(world, kind, note, relations, params),
  );
}

/** One page of the notes for which `belongs` is true, packed for the caller. */
export function notePage(
  world: World,
  params: Paging,
  user: DemoUser | null,
  belongs: (note: DemoNote) => boolean,
): Packed[] {
  const notes = [...world.notes.values()].filter(belongs).sort(byId);
  const viewer = { kind: 'user', userId: user?.id ?? null } as const;
  return pageOf(notes, params).map((note) => packNote(world, note, viewer));
}

const byId = (a: DemoNote, b: DemoNote) => (a.id < b.id ? -1 : 1);

const disabled = (code: string, name: string, errorId: string) =>
  clientError(code, `${name} timeline has been disabled.`, errorId);

export const timelineEndpoints: readonly Endpoint[] = [
  userEndpoint(
    'notes/timeline',
    { permission: 'read:account' },
    timelineParams,
    (world, params, user) => timeline(world, 'home', params, user),
  ),
  openEndpoint('notes/local-timeline', {}, timelineParams, (world, params, user) => {
    if (!world.policies.ltlAvailable)
      throw disabled('LTL_DISABLED', 'Local', '45a6eb02-7695-4393-b023-dd3be9aaaefd');
    return timeline(world, 'local', params, user);
  }),
  userEndpoint(
    'notes/hybrid-timeline',
    { permission: 'read:account' },
    timelineParams,
    (world, params, user) => {
      if (!world.policies.ltlAvailable)
        throw disabled('STL_DISABLED', 'Hybrid', '620763f4-f621-4533-ab33-0577a1a3c342');
      return timeline(world, 'hybrid', params, user);
    },
  ),
  openEndpoint('notes/global-timeline', {}, timelineParams, (world, params, user) => {
    if (!world.policies.gtlAvailable)
      throw disabled('GTL_DISABLED', 'Global', '0332fc13-6ab2-4427-ae80-a9fadffd1a6b');
    return timeline(world, 'global', params, user);
  }),
  userEndpoint(
    'notes/user-list-timeline',
    { permission: 'read:account' },
    v.object({ ...options, listId: id }),
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
    v.object({ ...paging, tag: v.string() }),
    (world, params, user) => {
      const relations = relationsOf(world, user);
      const tag = params.tag.toLowerCase();
      return notePage(
        world,
        params,
        user,
        (note) => note.tags.includes(tag) && isPalatable(world, note, relations),
      );
    },
  ),
];
