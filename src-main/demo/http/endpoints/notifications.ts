import * as v from 'valibot';
import { groupNotifications } from '../../pack/grouped.ts';
import { packNotification } from '../../pack/notification.ts';
import type { Packed } from '../../world/events.ts';
import { flushNotifications, inboxOf, notify, readAllNotifications } from '../../world/inbox.ts';
import type { DemoNotification, DemoUser } from '../../world/model.ts';
import type { World } from '../../world/world.ts';
import { type Endpoint, userEndpoint } from '../endpoint.ts';
import { pageOf } from '../paging.ts';
import { paging } from '../params.ts';

/** The types that filters accept; two are of the past and nothing makes them any more. */
const notificationTypes = [
  'note',
  'follow',
  'mention',
  'reply',
  'renote',
  'quote',
  'reaction',
  'pollEnded',
  'scheduledNotePosted',
  'scheduledNotePostFailed',
  'receiveFollowRequest',
  'followRequestAccepted',
  'roleAssigned',
  'chatRoomInvitationReceived',
  'achievementEarned',
  'exportCompleted',
  'login',
  'createToken',
  'app',
  'test',
  'pollVote',
  'groupInvited',
] as const;

const listParams = v.object({
  ...paging,
  markAsRead: v.optional(v.boolean(), true),
  includeTypes: v.optional(v.array(v.picklist(notificationTypes))),
  excludeTypes: v.optional(v.array(v.picklist(notificationTypes))),
});

const listRules = {
  permission: 'read:notifications',
  rateLimit: { windowMs: 30_000, max: 30 },
} as const;

/** A page of what was kept; reading it marks everything read unless asked not to. */
function listPage(
  world: World,
  params: v.InferOutput<typeof listParams>,
  user: DemoUser,
): DemoNotification[] {
  const include = new Set<string>(params.includeTypes ?? []);
  const exclude = new Set<string>(params.excludeTypes ?? []);
  if (params.markAsRead) readAllNotifications(world, user.id);
  const wanted = inboxOf(world, user.id).items.filter(
    ({ type }) => (include.size === 0 || include.has(type)) && !exclude.has(type),
  );
  return pageOf(wanted, params);
}

function pack(world: World, items: readonly DemoNotification[], user: DemoUser): Packed[] {
  return items
    .map((notification) => packNotification(world, notification, user.id))
    .filter((packed) => packed !== null);
}

export const notificationEndpoints: readonly Endpoint[] = [
  userEndpoint('i/notifications', listRules, listParams, (world, params, user) =>
    pack(world, listPage(world, params, user), user),
  ),
  userEndpoint('i/notifications-grouped', listRules, listParams, (world, params, user) =>
    groupNotifications(pack(world, listPage(world, params, user), user)),
  ),
  userEndpoint(
    'notifications/mark-all-as-read',
    { permission: 'write:notifications' },
    v.object({}),
    (world, _params, user) => readAllNotifications(world, user.id, true),
  ),
  userEndpoint(
    'notifications/flush',
    { permission: 'write:notifications' },
    v.object({}),
    (world, _params, user) => flushNotifications(world, user.id),
  ),
  userEndpoint(
    'notifications/create',
    { permission: 'write:notifications', rateLimit: { windowMs: 60_000, max: 10 } },
    v.object({
      body: v.string(),
      header: v.optional(v.nullable(v.string())),
      icon: v.optional(v.nullable(v.string())),
    }),
    (world, { body, header = null, icon = null }, user) => {
      notify(world, user.id, { type: 'app', extra: { body, header, icon } });
    },
  ),
  userEndpoint(
    'notifications/test-notification',
    { permission: 'write:notifications', rateLimit: { windowMs: 60_000, max: 10 } },
    v.object({}),
    (world, _params, user) => {
      notify(world, user.id, { type: 'test' });
    },
  ),
];
