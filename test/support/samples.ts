import type {
  FeedMarks,
  NoteExcerpt,
  Notice,
  Person,
} from '../../src-main/engine/notices/notice.ts';
import { fakeStart } from './fake-clock.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A person as a server packs one (UserLite); `fields` replace or add. */
export function rawUser(fields: Fields = {}): Fields {
  return {
    id: 'user-bob',
    name: 'Bob',
    username: 'bob',
    host: null,
    avatarUrl: 'https://example.social/identicon/bob',
    isBot: false,
    isCat: false,
    emojis: {},
    ...fields,
  };
}

/** A note as a server packs one. */
export function rawNote(fields: Fields = {}): Fields {
  return {
    id: 'note-1',
    createdAt: new Date(fakeStart - 60_000).toISOString(),
    userId: 'user-bob',
    user: rawUser(),
    text: 'hello there',
    cw: null,
    visibility: 'public',
    localOnly: false,
    renoteCount: 0,
    repliesCount: 0,
    reactions: {},
    reactionEmojis: {},
    fileIds: [],
    files: [],
    replyId: null,
    renoteId: null,
    ...fields,
  };
}

/** A notification as a server packs one: somebody follows. */
export function rawNotification(id: string, fields: Fields = {}): Fields {
  return {
    id,
    createdAt: new Date(fakeStart - 1_000).toISOString(),
    type: 'follow',
    userId: 'user-bob',
    user: rawUser(),
    ...fields,
  };
}

/** A chat message to the account as a server packs one. */
export function rawChatMessage(id: string, fields: Fields = {}): Fields {
  return {
    id,
    createdAt: new Date(fakeStart - 1_000).toISOString(),
    text: 'are you there?',
    fromUserId: 'user-bob',
    fromUser: rawUser(),
    toUserId: 'user-alice',
    toRoomId: null,
    fileId: null,
    file: null,
    isRead: false,
    reactions: [],
    ...fields,
  };
}

/** An announcement as a server packs one. */
export function rawAnnouncement(id: string, fields: Fields = {}): Fields {
  return {
    id,
    createdAt: new Date(fakeStart - 1_000).toISOString(),
    title: 'Maintenance',
    text: 'The server rests tonight.',
    imageUrl: null,
    icon: 'info',
    display: 'normal',
    silence: false,
    ...fields,
  };
}

/** The account itself, as `i` answers. */
export function rawMe(fields: Fields = {}): Fields {
  return {
    ...rawUser({ id: 'user-alice', name: 'Alice', username: 'alice' }),
    policies: { ltlAvailable: true, gtlAvailable: true },
    unreadNotificationsCount: 0,
    ...fields,
  };
}

export const bob: Person = {
  userId: 'user-bob',
  username: 'bob',
  host: null,
  name: 'Bob',
  avatarUrl: 'https://example.social/identicon/bob',
  emojis: {},
  isBot: false,
  isCat: false,
};

/** A notice: Bob follows `alice@example.social`. */
export function aNotice(sourceId: string, fields: Partial<Notice> = {}): Notice {
  const accountId = fields.accountId ?? 'alice@example.social';
  return {
    id: `${accountId}/${sourceId}`,
    accountId,
    sourceId,
    type: 'follow',
    createdAt: fakeStart - 1_000,
    person: bob,
    reaction: null,
    note: null,
    detail: null,
    heading: null,
    others: 0,
    nuance: null,
    iconUrl: null,
    target: { kind: 'user', username: 'bob', host: null },
    ...fields,
  };
}

/** The feed whose notices `anEvent` makes. */
export const doorFeed = 'feed-door0000';

/** A notice of a feed: the door is open. `marks`: how its rule marked it. */
export function anEvent(
  sourceId: string,
  fields: Partial<Notice> = {},
  marks: Partial<FeedMarks> = {},
): Notice {
  return aNotice(sourceId, {
    accountId: doorFeed,
    type: 'event',
    person: null,
    heading: 'Door open',
    detail: 'The front door',
    target: { kind: 'list' },
    feed: { urgency: 'normal', group: null, ...marks },
    ...fields,
  });
}

/** Somebody of the account's own server. */
export const person = (name: string): Person => ({
  ...bob,
  userId: `user-${name}`,
  username: name.toLowerCase() || 'nobody',
  name,
  avatarUrl: `https://example.social/identicon/${name}`,
});

/** A note of the account's own, as a notice keeps it. */
export function anExcerpt(fields: Partial<NoteExcerpt> = {}): NoteExcerpt {
  return {
    id: 'mine',
    text: 'my note',
    cw: null,
    hidden: false,
    direct: false,
    files: 0,
    poll: false,
    ...fields,
  };
}

/** A notice: somebody reacted to a note of the account. */
export function reactionBy(
  name: string,
  sourceId: string,
  code = '👍',
  fields: Partial<Notice> = {},
): Notice {
  const note = anExcerpt();
  return aNotice(sourceId, {
    type: 'reaction',
    person: person(name),
    reaction: { code, url: null },
    note,
    target: { kind: 'note', noteId: note.id },
    ...fields,
  });
}

/** A notice: somebody renoted a note of the account. */
export function renoteBy(name: string, sourceId: string): Notice {
  return reactionBy(name, sourceId, '', { type: 'renote', reaction: null });
}
