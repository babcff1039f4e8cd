import * as v from 'valibot';
import { type Dialect, misskey } from './dialect.ts';

/** The channels of 12.119. One that is not among them throws inside the server: nothing is answered. */
const channels: ReadonlySet<string> = new Set([
  'main',
  'homeTimeline',
  'localTimeline',
  'hybridTimeline',
  'globalTimeline',
  'userList',
  'hashtag',
  'antenna',
  'channel',
  'drive',
  'serverStats',
  'queueStats',
  'admin',
]);

/** What came later: it is answered with a bare 404. */
const laterEndpoints: ReadonlySet<string> = new Set([
  'emoji',
  'emojis',
  'roles/list',
  'roles/notes',
  'roles/show',
  'channels/my-favorites',
  'chat/history',
  'chat/messages/create-to-user',
  'chat/messages/user-timeline',
  'i/notifications-grouped',
  'notes/bubble-timeline',
  'notifications/flush',
  'notifications/test-notification',
]);

/** What `i`, `meta` and people came to have later. */
const laterFields: ReadonlySet<string> = new Set([
  'policies',
  'roles',
  'badgeRoles',
  'unreadNotificationsCount',
  'unreadAnnouncements',
  'hasUnreadChatMessages',
  'avatarDecorations',
  'reactionEmojis',
  'reactionAcceptance',
]);

const message = v.looseObject({ id: v.string(), fromUser: v.unknown() });
const emojiMap = v.record(v.string(), v.string());

/** Misskey 12.119.2, of the end of 2022, whose stream still reads the token in its address alone. */
export const v12: Dialect = {
  ...misskey,
  version: '12.119.2',
  readsTokenIn: 'address',
  answersBadTokens: false,
  suspendedStatus: 400,
  badTokenStatus: 403,
  pings: 'text',
  mostChannels: Number.POSITIVE_INFINITY,
  hasChannel: (name) => channels.has(name),
  hasEndpoint: (name) => !laterEndpoints.has(name),
  mainFrames(type, body) {
    if (type === 'mention') {
      const note = v.safeParse(v.object({ id: v.string() }), body);
      return [[type, body], ...(note.success ? [['unreadMention', note.output.id] as const] : [])];
    }
    if (type !== 'newChatMessage') return [[type, body]];
    const parsed = v.safeParse(message, body);
    if (!parsed.success) return [];
    const { fromUser, ...rest } = parsed.output;
    const old = { ...rest, user: fromUser };
    return [
      ['messagingMessage', old],
      ['unreadMessagingMessage', old],
    ];
  },
  pack: older,
};

/** Emojis as lists instead of maps, and nothing that came later, however deep. */
function older(packed: unknown): unknown {
  if (Array.isArray(packed)) return packed.map(older);
  if (typeof packed !== 'object' || packed === null) return packed;
  const entries = Object.entries(packed).flatMap(([key, value]): [string, unknown][] => {
    if (laterFields.has(key)) return [];
    if (key !== 'emojis' || Array.isArray(value)) return [[key, older(value)]];
    const map = v.safeParse(emojiMap, value);
    const list = map.success ? Object.entries(map.output) : [];
    return [[key, list.map(([name, url]) => ({ name, url }))]];
  });
  return Object.fromEntries(entries);
}
