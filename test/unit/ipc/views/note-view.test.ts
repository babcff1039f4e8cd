import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  noteSchema,
  userDetailSchema,
  userSchema,
} from '../../../../src-main/engine/misskey/api/schemas.ts';
import {
  noteView,
  personView,
  reactionView,
  userView,
} from '../../../../src-main/ipc/views/note-view.ts';
import { fakeStart } from '../../../support/fake-clock.ts';
import { readableImages } from '../../../support/image-addresses.ts';
import { rawNote, rawUser } from '../../../support/samples.ts';

const account = {
  id: 'alice@example.social',
  origin: 'https://example.social',
  userId: 'user-alice',
};

const viewOf = (fields: Readonly<Record<string, unknown>> = {}) =>
  noteView(account, v.parse(noteSchema, rawNote(fields)), readableImages);

const bob = {
  userId: 'user-bob',
  name: 'Bob',
  handle: '@bob',
  host: null,
  avatar: 'suzu:example.social/identicon/bob',
  emojis: {},
  isBot: false,
  isCat: false,
};

test('a plain note', () => {
  expect(viewOf()).toEqual({
    id: 'note-1',
    accountId: account.id,
    createdAt: fakeStart - 60_000,
    kind: 'note',
    author: bob,
    own: false,
    text: 'hello there',
    cw: null,
    visibility: 'public',
    localOnly: false,
    hidden: false,
    files: [],
    poll: null,
    renote: null,
    renoteGone: false,
    replyTo: null,
    reactions: [],
    reactionAcceptance: null,
    renoteCount: 0,
    repliesCount: 0,
    emojis: {},
    channelName: null,
  });
});

test('a note of one’s own, and which reactions its author takes', () => {
  const user = rawUser({ id: 'user-alice' });
  expect(viewOf({ user, reactionAcceptance: 'likeOnly' })).toMatchObject({
    own: true,
    reactionAcceptance: 'likeOnly',
  });
  // A fork's own kind: the server decides.
  expect(viewOf({ reactionAcceptance: 'onTuesdays' }).reactionAcceptance).toBeNull();
});

test('everything else that a note may have', () => {
  const view = viewOf({
    cw: '',
    visibility: 'followers',
    localOnly: true,
    isHidden: true,
    renoteCount: 2,
    repliesCount: 3,
    emojis: { blob: 'https://other.example/blob.webp', bad: 'http://other.example/bad.webp' },
    channel: { id: 'c', name: 'Cats' },
    poll: {
      multiple: true,
      expiresAt: '2026-11-20T23:00:00.000Z',
      choices: [
        { text: 'yes', votes: 3, isVoted: true },
        { text: 'no', votes: 0, isVoted: false },
      ],
    },
  });
  expect(view).toMatchObject({
    cw: '',
    visibility: 'followers',
    localOnly: true,
    hidden: true,
    renoteCount: 2,
    repliesCount: 3,
    emojis: { blob: 'suzu:other.example/blob.webp' },
    channelName: 'Cats',
    poll: {
      multiple: true,
      expiresAt: Date.UTC(2026, 10, 20, 23),
      choices: [
        { text: 'yes', votes: 3, mine: true },
        { text: 'no', votes: 0, mine: false },
      ],
    },
  });
  expect(view.emojis).not.toHaveProperty('bad');
});

describe('what kind of note', () => {
  const renoted = { renoteId: 'note-0', renote: rawNote({ id: 'note-0', text: 'first' }) };
  const file = { id: 'f', name: 'a.png', type: 'image/png' };

  test('a renote shows the other alone', () => {
    const view = viewOf({ ...renoted, text: null });
    expect(view).toMatchObject({
      kind: 'renote',
      renoteGone: false,
      renote: { id: 'note-0', text: 'first' },
    });
  });

  test.each([
    ['text', { text: 'see' }],
    ['an empty text', { text: '' }],
    ['a content warning', { text: null, cw: 'spoiler' }],
    ['a file', { text: null, files: [file] }],
    ['a poll', { text: null, poll: { multiple: false, choices: [] } }],
    ['an answer', { text: null, replyId: 'note-9' }],
  ])('a quote has %s of its own', (_what, own) => {
    expect(viewOf({ ...renoted, ...own }).kind).toBe('quote');
  });

  test.each([
    ['renote', null],
    ['quote', 'see'],
  ])('a %s of a note that is gone says so', (kind, text) => {
    expect(viewOf({ renoteId: 'note-0', renote: null, text })).toMatchObject({
      kind,
      renote: null,
      renoteGone: true,
    });
  });
});

describe('whom it answers', () => {
  test('by the handle, with the host of a person elsewhere', () => {
    const reply = rawNote({
      id: 'note-0',
      user: rawUser({ username: 'carol', host: 'other.example' }),
    });
    expect(viewOf({ replyId: 'note-0', reply }).replyTo).toEqual({
      noteId: 'note-0',
      handle: '@carol@other.example',
    });
  });

  test('a note that was not sent along is known by its id alone', () => {
    expect(viewOf({ replyId: 'note-0' }).replyTo).toEqual({ noteId: 'note-0', handle: null });
  });
});

describe('files', () => {
  const fileOf = (fields: Readonly<Record<string, unknown>>) =>
    viewOf({ files: [{ id: 'f', name: 'a', type: 'image/png', ...fields }] }).files[0];
  const url = 'https://example.social/files/a';
  const thumbnailUrl = 'https://example.social/files/thumbnail-a';

  test.each([
    ['image/png', 'image'],
    ['image/svg+xml', 'image'],
    ['video/mp4', 'video'],
    ['audio/ogg', 'audio'],
    ['application/pdf', 'other'],
    ['text/html', 'other'],
    ['', 'other'],
  ])('%j is of kind %s', (type, kind) => {
    expect(fileOf({ type })?.kind).toBe(kind);
  });

  test('all that is told of one', () => {
    const properties = { width: 640, height: 480 };
    const told = {
      url,
      thumbnailUrl,
      isSensitive: true,
      comment: 'a cat',
      properties,
      size: 4_096,
    };
    expect(fileOf(told)).toEqual({
      id: 'f',
      kind: 'image',
      name: 'a',
      comment: 'a cat',
      thumbnail: 'suzu:example.social/files/thumbnail-a',
      media: 'suzu:media/example.social/files/a',
      sensitive: true,
      width: 640,
      height: 480,
      size: 4_096,
    });
  });

  test.each([
    ['an image without a thumbnail shows itself', { url }, 'suzu:example.social/files/a'],
    ['a film without one shows nothing', { url, type: 'video/mp4' }, null],
    [
      'a film shows its thumbnail',
      { url, thumbnailUrl, type: 'video/mp4' },
      'suzu:example.social/files/thumbnail-a',
    ],
    ['one that must not be fetched shows nothing', { url: 'http://router/a' }, null],
    ['one without an address shows nothing', {}, null],
  ])('%s', (_what, fields, thumbnail) => {
    expect(fileOf(fields)?.thumbnail).toBe(thumbnail);
  });

  test.each([
    ['image/png', 'suzu:media/example.social/files/a'],
    ['video/mp4', 'suzu:media/example.social/files/a'],
    ['audio/ogg', 'suzu:media/example.social/files/a'],
    ['application/pdf', null],
    ['text/html', null],
  ])('a file of type %s is shown whole from %s', (type, media) => {
    expect(fileOf({ url, type })?.media).toBe(media);
  });

  test('one that must not be fetched, or has no address, is not shown whole', () => {
    expect(fileOf({ url: 'http://router/a' })?.media).toBeNull();
    expect(fileOf({})?.media).toBeNull();
  });

  test('sizes that the server does not tell are unknown', () => {
    expect(fileOf({ properties: {} })).toMatchObject({ width: null, height: null });
    expect(fileOf({})).toMatchObject({
      width: null,
      height: null,
      sensitive: false,
      comment: null,
    });
  });
});

describe('reactions', () => {
  test('the most frequent first; those that were taken back are not shown', () => {
    const { reactions } = viewOf({
      reactions: { '👍': 1, ':blob@.:': 5, '🎉': 0, '❤': 3, '💢': -1 },
    });
    expect(reactions.map(({ key, count }) => [key, count])).toEqual([
      [':blob@.:', 5],
      ['❤', 3],
      ['👍', 1],
    ]);
  });

  test('at most fifty kinds, and those are the most frequent', () => {
    const reactions = Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [`:e${n}@.:`, n + 1]),
    );
    const shown = viewOf({ reactions }).reactions;
    expect(shown).toHaveLength(50);
    expect(shown.map(({ count }) => count)).toEqual(Array.from({ length: 50 }, (_, n) => 500 - n));
  });

  test('one’s own is among the fifty however rare it is', () => {
    const reactions = Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [`:e${n}@.:`, n + 1]),
    );
    const shown = viewOf({ reactions, myReaction: ':e0:' }).reactions;
    expect(shown).toHaveLength(50);
    expect(shown.at(-1)).toMatchObject({ key: ':e0@.:', count: 1, mine: true });
  });

  test.each([
    ['👍', '👍', true],
    [':blob@.:', ':blob@.:', true],
    [':blob@.:', ':blob:', true],
    [':blob:', ':blob@.:', true],
    [':blob@other.example:', ':blob@other.example:', true],
    [':blob@other.example:', ':blob@.:', false],
    [':blob@.:', ':blob2@.:', false],
    ['👍', null, false],
  ])('%s, when mine is %s: %s', (key, myReaction, mine) => {
    expect(viewOf({ reactions: { [key]: 1 }, myReaction }).reactions[0]?.mine).toBe(mine);
  });

  test.each([
    ['👍', null, null],
    [':blob@.:', 'blob', 'suzu:example.social/emoji/blob.webp'],
    [':blob:', 'blob', 'suzu:example.social/emoji/blob.webp'],
    [
      ':blob@other.example:',
      'blob@other.example',
      'suzu:example.social/emoji/blob@other.example.webp',
    ],
  ])('%s has the name %s and the picture %s', (key, name, image) => {
    expect(reactionView(account.origin, key, {}, 2, true, readableImages)).toEqual({
      key,
      name,
      image,
      count: 2,
      mine: true,
    });
  });

  test('a picture that came along is used', () => {
    const [reaction] = viewOf({
      reactions: { ':blob@other.example:': 1 },
      reactionEmojis: { 'blob@other.example': 'https://media.example/blob.webp' },
    }).reactions;
    expect(reaction?.image).toBe('suzu:media.example/blob.webp');
  });
});

describe('people', () => {
  test.each([
    ['Carol', 'Carol'],
    ['  Carol ', 'Carol'],
    ['', 'carol'],
    ['   ', 'carol'],
    [null, 'carol'],
  ])('the name %j is shown as %s', (name, shown) => {
    const user = v.parse(userSchema, rawUser({ username: 'carol', name }));
    expect(personView(user, readableImages).name).toBe(shown);
  });

  test('from another server, with what only a few have', () => {
    const user = v.parse(
      userSchema,
      rawUser({
        host: 'other.example',
        isBot: true,
        isCat: true,
        avatarUrl: 'http://other.example/a.webp',
        emojis: { blob: 'https://other.example/blob.webp' },
      }),
    );
    expect(personView(user, readableImages)).toEqual({
      ...bob,
      handle: '@bob@other.example',
      host: 'other.example',
      avatar: null,
      emojis: { blob: 'suzu:other.example/blob.webp' },
      isBot: true,
      isCat: true,
    });
  });

  test('a profile', () => {
    const user = v.parse(
      userDetailSchema,
      rawUser({ description: 'hi', notesCount: 1, followersCount: 2, followingCount: null }),
    );
    expect(userView(account, user, readableImages)).toEqual({
      accountId: account.id,
      person: bob,
      description: 'hi',
      notesCount: 1,
      followersCount: 2,
      followingCount: null,
      relation: null,
    });
  });
});

describe('a flood of', () => {
  const many = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index));

  test('files, choices and emojis is cut', () => {
    const view = viewOf({
      files: many(3_000, (index) => ({ id: `f${index}`, name: 'a', type: 'image/png' })),
      poll: { multiple: true, choices: many(3_000, (index) => ({ text: `${index}`, votes: 1 })) },
      emojis: Object.fromEntries(many(3_000, (n) => [`e${n}`, `https://other.example/${n}`])),
    });
    expect(view.files.map(({ id }) => id)).toEqual(many(16, (index) => `f${index}`));
    expect(view.poll?.choices.map(({ text }) => text)).toEqual(many(20, String));
    expect(Object.keys(view.emojis)).toHaveLength(300);
  });

  test('letters is cut, wherever a stranger can write any', () => {
    const flood = 'w'.repeat(100_000);
    const view = viewOf({
      text: flood,
      cw: flood,
      user: rawUser({ name: flood, username: flood, host: flood }),
      channel: { id: 'c', name: flood },
      poll: { multiple: false, choices: [{ text: flood, votes: 0 }] },
      files: [{ id: 'f', name: flood, comment: flood, type: 'image/png' }],
      replyId: 'note-0',
      reply: rawNote({ user: rawUser({ username: flood }) }),
      reactions: { [flood]: 3, '👍': 1 },
    });
    const { text, cw, author, channelName, poll, files, replyTo, reactions } = view;
    expect(
      [
        ...[text, cw, author.name, author.handle, channelName, poll?.choices[0]?.text],
        ...[files[0]?.name, files[0]?.comment, replyTo?.handle],
      ].map((cut) => cut?.length),
    ).toEqual([10_001, 1_001, 200, 300, 300, 300, 300, 2_001, 300]);
    expect(reactions.map(({ key }) => key)).toEqual(['👍']);
  });

  test('quotes in quotes ends where the schema ends', () => {
    const nested = many(3_000, (index) => index).reduce<Record<string, unknown>>(
      (inner, index) => rawNote({ id: `q${index}`, renoteId: 'x', renote: inner }),
      rawNote({ id: 'innermost' }),
    );
    const depth = (note: ReturnType<typeof viewOf> | null): number =>
      note === null ? 0 : 1 + depth(note.renote);
    expect(depth(viewOf({ renoteId: 'x', renote: nested }))).toBe(3);
  });
});

describe('a name', () => {
  const nameOf = (name: string) =>
    personView(v.parse(userSchema, rawUser({ username: 'carol', name })), readableImages).name;

  test.each([
    ['turns nothing round', 'Carol\u202e\u2066 lorac', 'Carol lorac'],
    ['is one line', 'Ca\n\r\trol\u0000', 'Ca rol'],
    ['that cannot be seen is the username', '\u200b\u200d\u3164\u00ad\u200b', 'carol'],
    ['of marks alone is the username', '\u0301'.repeat(500), 'carol'],
    ['of an emoji is a name', '🦊', '🦊'],
    ['of Arabic is a name', 'ليلى', 'ليلى'],
    ['is cut by its characters', '🦊'.repeat(500), `${'🦊'.repeat(199)}…`],
  ])('%s', (_what, name, shown) => {
    expect(nameOf(name)).toBe(shown);
  });
});
