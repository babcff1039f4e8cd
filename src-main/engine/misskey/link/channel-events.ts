import * as v from 'valibot';
import {
  date,
  fileSchema,
  flag,
  meSchema,
  noteSchema,
  notificationSchema,
  orNull,
  textOrNull,
  userSchema,
} from '../api/schemas.ts';
import { announcementCreatedSchema, chatMessageSchema } from '../inbox/inbox-schemas.ts';

/**
 * Every event of every channel (PROTOCOL §3), as far as Suzu reads it: what is not named here is left
 * out, so that an address or a secret which a server sends along goes no further (`meUpdated` carries
 * an email address, `signin` request headers).
 */

/** One event of a channel. */
function event<const Type extends string, Body extends v.GenericSchema>(type: Type, body: Body) {
  return v.object({ type: v.literal(type), body });
}

const id = v.string();
/** The event says it all; what its body holds, if anything, does not matter. */
const nothing = v.pipe(
  v.unknown(),
  v.transform(() => null),
);
const named = v.object({ id, name: v.string() });
const folder = v.object({ ...named.entries, parentId: textOrNull });

const main = v.variant('type', [
  event('notification', notificationSchema),
  event('unreadNotification', notificationSchema),
  event('readAllNotifications', nothing),
  event('notificationFlushed', nothing),
  event('mention', noteSchema),
  event('reply', noteSchema),
  event('renote', noteSchema),
  event('follow', userSchema),
  event('followed', userSchema),
  event('unfollow', userSchema),
  event('receiveFollowRequest', userSchema),
  event('meUpdated', meSchema),
  event('newChatMessage', chatMessageSchema),
  event('announcementCreated', announcementCreatedSchema),
  event('readAllAnnouncements', nothing),
  event('driveFileCreated', fileSchema),
  event('urlUploadFinished', v.object({ marker: textOrNull, file: fileSchema })),
  event('signin', v.object({ id, createdAt: date, success: flag })),
  event('myTokenRegenerated', nothing),
  event('registryUpdated', v.object({ scope: v.array(v.string()), key: v.string() })),
  event('pageEvent', v.object({ pageId: v.string(), event: v.string(), userId: v.string() })),
  event('unreadAntenna', named),
  event('readAntenna', named),
]);

const notes = v.variant('type', [event('note', noteSchema)]);

const drive = v.variant('type', [
  event('fileCreated', fileSchema),
  event('fileUpdated', fileSchema),
  event('fileDeleted', id),
  event('folderCreated', folder),
  event('folderUpdated', folder),
  event('folderDeleted', id),
]);

const reaction = v.object({ reaction: v.string(), messageId: id, user: orNull(userSchema) });
const chat = v.variant('type', [
  event('message', chatMessageSchema),
  event('deleted', id),
  event('react', reaction),
  event('unreact', reaction),
]);

const serverStats = v.object({
  /** From 0 to 1. */
  cpu: v.number(),
  /** Bytes. */
  mem: v.object({ used: v.number(), active: v.number() }),
  /** Bytes a second. */
  net: v.object({ rx: v.number(), tx: v.number() }),
  fs: v.object({ r: v.number(), w: v.number() }),
});
const queue = v.object({
  activeSincePrevTick: v.number(),
  active: v.number(),
  waiting: v.number(),
  delayed: v.number(),
});
const queueStats = v.object({ deliver: queue, inbox: queue });

const game = v.object({
  id,
  user1Id: v.string(),
  user2Id: v.string(),
  winnerId: textOrNull,
  isStarted: flag,
  isEnded: flag,
});

/** By the name of the channel; Sharkey's bubble timeline is not among Misskey's own (PROTOCOL §8). */
export const channelEvents = {
  main,
  homeTimeline: notes,
  localTimeline: notes,
  hybridTimeline: notes,
  globalTimeline: notes,
  bubbleTimeline: notes,
  userList: v.variant('type', [
    event('note', noteSchema),
    event('userAdded', userSchema),
    event('userRemoved', userSchema),
  ]),
  hashtag: notes,
  roleTimeline: notes,
  antenna: notes,
  channel: notes,
  drive,
  chatUser: chat,
  chatRoom: chat,
  serverStats: v.variant('type', [
    event('stats', serverStats),
    event('statsLog', v.array(serverStats)),
  ]),
  queueStats: v.variant('type', [
    event('stats', queueStats),
    event('statsLog', v.array(queueStats)),
  ]),
  admin: v.variant('type', [
    event(
      'newAbuseUserReport',
      v.object({ id, targetUserId: v.string(), reporterId: v.string(), comment: v.string() }),
    ),
  ]),
  reversi: v.variant('type', [
    event('matched', v.object({ game })),
    event('invited', v.object({ user: userSchema })),
  ]),
  reversiGame: v.variant('type', [
    event('started', v.object({ game })),
    event('ended', v.object({ winnerId: v.nullable(v.string()), game })),
    event('canceled', v.object({ userId: v.string() })),
    event('changeReadyStates', v.object({ user1: v.boolean(), user2: v.boolean() })),
    event('updateSettings', v.object({ userId: v.string(), key: v.string(), value: v.unknown() })),
    event(
      'log',
      v.object({
        time: v.number(),
        player: v.boolean(),
        operation: v.string(),
        pos: v.number(),
        id: textOrNull,
      }),
    ),
  ]),
} as const;
