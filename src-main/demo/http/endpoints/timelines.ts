import * as v from 'valibot';
import { packNote } from '../../pack/note.ts';
import type { Packed } from '../../world/events.ts';
import type { DemoNote, DemoUser } from '../../world/model.ts';
import { isInTimeline, relationsOf, type TimelineKind } from '../../world/timelines.ts';
import type { World } from '../../world/world.ts';
import { type Endpoint, openEndpoint, userEndpoint } from '../endpoint.ts';
import { clientError } from '../errors.ts';
import { type Paging, pageOf } from '../paging.ts';
import { paging } from '../params.ts';

/** What every timeline takes. */
export const timelineOptions = {
  ...paging,
  withFiles: v.optional(v.boolean(), false),
  withRenotes: v.optional(v.boolean(), true),
  allowPartial: v.optional(v.boolean(), false),
};

const timelineParams = v.object({
  ...timelineOptions,
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

function refuseBoth(params: v.InferOutput<typeof timelineParams>, errorId: string): void {
  if (params.withReplies && params.withFiles)
    throw clientError(
      'BOTH_WITH_REPLIES_AND_WITH_FILES',
      'Specifying both withReplies and withFiles is not supported',
      errorId,
    );
}

export const timelineEndpoints: readonly Endpoint[] = [
  userEndpoint(
    'notes/timeline',
    { permission: 'read:account' },
    timelineParams,
    (world, params, user) => timeline(world, 'home', params, user),
  ),
  openEndpoint('notes/local-timeline', {}, timelineParams, (world, params, user) => {
    refuseBoth(params, 'dd9c8400-1cb5-4eef-8a31-200c5f933793');
    if (!world.policies.ltlAvailable)
      throw disabled('LTL_DISABLED', 'Local', '45a6eb02-7695-4393-b023-dd3be9aaaefd');
    return timeline(world, 'local', params, user);
  }),
  userEndpoint(
    'notes/hybrid-timeline',
    { permission: 'read:account' },
    timelineParams,
    (world, params, user) => {
      refuseBoth(params, 'dfaa3eb7-8002-4cb7-bcc4-1095df46656f');
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
  openEndpoint('notes/bubble-timeline', {}, timelineParams, (world, params, user) => {
    if (!world.policies.btlAvailable)
      throw disabled('BTL_DISABLED', 'Bubble', '0332fc13-6ab2-4427-ae80-a9fadffd1a6c');
    return timeline(world, 'bubble', params, user);
  }),
];
