import type { Notice, Person } from '../../src-main/engine/notices/notice.ts';
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
    iconUrl: null,
    target: { kind: 'user', username: 'bob', host: null },
    ...fields,
  };
}
