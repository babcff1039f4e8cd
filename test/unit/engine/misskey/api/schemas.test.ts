import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  noteSchema,
  notificationSchema,
  userSchema,
} from '../../../../../src-main/engine/misskey/api/schemas.ts';
import { rawNote, rawNotification, rawUser } from '../../../../support/samples.ts';

const user = (fields: Readonly<Record<string, unknown>>) => v.parse(userSchema, rawUser(fields));
const note = (fields: Readonly<Record<string, unknown>>) => v.parse(noteSchema, rawNote(fields));
const notification = (fields: Readonly<Record<string, unknown>>) =>
  v.parse(notificationSchema, rawNotification('n1', fields));

describe('people', () => {
  test.each([
    ['a map', { blob: 'https://x/b.png' }, { blob: 'https://x/b.png' }],
    [
      'a list, as servers of the v12 era send it',
      [
        { name: 'blob', url: 'https://x/b.png', extra: 1 },
        { name: 'cat', url: 'https://x/c.png' },
      ],
      { blob: 'https://x/b.png', cat: 'https://x/c.png' },
    ],
    ['an empty list', [], {}],
    ['a map with rubbish', { blob: 7 }, {}],
    ['a list with rubbish', [{ name: 'blob' }], {}],
    ['rubbish', 'blob', {}],
    ['null', null, {}],
    ['nothing', undefined, {}],
  ])('emojis as %s', (_what, emojis, expected) => {
    expect(user({ emojis }).emojis).toEqual(expected);
  });

  test('optional parts that are broken or missing count as absent', () => {
    const bare = { id: 'u', username: 'bob' };
    const absent = {
      id: 'u',
      username: 'bob',
      name: null,
      host: null,
      avatarUrl: null,
      isBot: false,
      isCat: false,
      emojis: {},
    };
    expect(v.parse(userSchema, bare)).toEqual(absent);
    const broken = { name: 7, host: {}, avatarUrl: [], isBot: 'yes', isCat: null, emojis: 1 };
    expect(v.parse(userSchema, { ...bare, ...broken })).toEqual(absent);
  });

  test.each([{ id: 7 }, { id: undefined }, { username: null }])(
    'without %j nothing can be built',
    (fields) => {
      expect(v.is(userSchema, rawUser(fields))).toBe(false);
    },
  );

  test('unknown fields pass unread', () => {
    expect(Object.keys(user({ invented: { deep: true } })).sort()).toEqual(
      ['avatarUrl', 'emojis', 'host', 'id', 'isBot', 'isCat', 'name', 'username'].sort(),
    );
  });
});

describe('notes', () => {
  test.each([
    ['public', 'public'],
    ['home', 'home'],
    ['followers', 'followers'],
    ['specified', 'specified'],
    ['circle', 'specified'],
    [undefined, 'specified'],
    [7, 'specified'],
  ])('visibility %j counts as %s: never as more public than it is', (visibility, expected) => {
    expect(note({ visibility }).visibility).toBe(expected);
  });

  test('optional parts that are broken count as absent, one by one', () => {
    const broken = note({
      text: 7,
      cw: {},
      files: 'none',
      poll: { choices: 'a' },
      reactions: { '👍': 'many' },
      reactionEmojis: [1],
      myReaction: 7,
      emojis: null,
      renoteCount: '3',
      repliesCount: null,
      replyId: 7,
      channel: { id: 'x' },
      reply: 'gone',
      renote: { id: 'half' },
      isHidden: 'yes',
      localOnly: 1,
    });
    expect(broken).toMatchObject({
      id: 'note-1',
      text: null,
      cw: null,
      files: [],
      poll: null,
      reactions: {},
      reactionEmojis: {},
      myReaction: null,
      emojis: {},
      renoteCount: 0,
      repliesCount: 0,
      replyId: null,
      channel: null,
      reply: null,
      renote: null,
      isHidden: false,
      localOnly: false,
      user: { username: 'bob' },
    });
  });

  test('one file that cannot be read does not hide that the others are there', () => {
    const file = { id: 'f', type: 'image/png', url: 'https://x/f.png', isSensitive: true };
    expect(note({ files: [file, { type: 'image/png' }, file] }).files).toHaveLength(2);
  });

  test.each([
    { id: null },
    { createdAt: 'yesterday' },
    { createdAt: 1_795_205_268_776 },
    { createdAt: undefined },
    { user: null },
    { user: { id: 'u' } },
  ])('with %j nothing can be built', (fields) => {
    expect(v.is(noteSchema, rawNote(fields))).toBe(false);
  });

  test('an empty content warning is one', () => {
    expect(note({ cw: '' }).cw).toBe('');
  });

  test('reply and renote are read as far as servers pack them, and no further', () => {
    const deep = (levels: number): Readonly<Record<string, unknown>> =>
      levels === 0
        ? rawNote({ id: 'end' })
        : rawNote({ id: `l${levels}`, renote: deep(levels - 1) });
    const read = v.parse(noteSchema, deep(6));
    expect(read.renote?.renote?.id).toBe('l4');
    expect(read.renote?.renote?.renote).toBeNull();
  });

  test('hostile nesting neither throws nor takes long', () => {
    const open =
      '{"id":"x","createdAt":"2026-11-20T21:00:00.000Z","user":{"id":"u","username":"bob"},"renote":';
    const text = `${open.repeat(10_000)}null${'}'.repeat(10_000)}`;
    expect(v.safeParse(noteSchema, JSON.parse(text)).success).toBe(true);
    const list: unknown = JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`);
    expect(v.safeParse(noteSchema, list).success).toBe(false);
    expect(
      note({
        text: list,
        files: list,
        reactions: list,
        poll: list,
        user: rawUser({ emojis: list }),
      }),
    ).toMatchObject({
      text: null,
      files: [],
    });
  });

  test('names that every object has are only names', () => {
    const raw: unknown = JSON.parse(
      JSON.stringify(rawNote({ reactions: { valueOf: 1, toString: 2 } })).replace(
        '"reactions":{',
        '"reactions":{"__proto__":3,',
      ),
    );
    const { reactions } = v.parse(noteSchema, raw);
    expect(Object.getPrototypeOf(reactions)).toBe(Object.prototype);
    expect(Object.entries(reactions)).toEqual(
      expect.arrayContaining([
        ['valueOf', 1],
        ['toString', 2],
      ]),
    );
  });

  test('a poll without an end, and one with', () => {
    const choices = [{ text: 'a', votes: 1, isVoted: true }, { text: 'b' }];
    expect(note({ poll: { choices } }).poll).toEqual({
      multiple: false,
      expiresAt: null,
      choices: [
        { text: 'a', votes: 1, isVoted: true },
        { text: 'b', votes: 0, isVoted: false },
      ],
    });
    const poll = { multiple: true, expiresAt: '2026-11-20T21:00:00.000Z', choices };
    expect(note({ poll }).poll?.expiresAt).toBe(Date.UTC(2026, 10, 20, 21));
  });
});

describe('notifications', () => {
  test('dates become milliseconds', () => {
    expect(notification({ createdAt: '2026-11-20T21:00:00.123Z' }).createdAt).toBe(
      Date.UTC(2026, 10, 20, 21, 0, 0, 123),
    );
  });

  test('what a type does not carry is null', () => {
    expect(notification({ user: undefined })).toEqual({
      id: 'n1',
      createdAt: expect.any(Number),
      type: 'follow',
      user: null,
      note: null,
      reaction: null,
      message: null,
      role: null,
      invitation: null,
      reactions: [],
      users: [],
      achievement: null,
      exportedEntity: null,
      header: null,
      body: null,
      icon: null,
    });
  });

  test('parts that are broken count as absent', () => {
    const broken = {
      user: { id: 7 },
      note: 'gone',
      reaction: 7,
      role: 'Moderator',
      invitation: { room: 7, user: 'bob' },
      header: {},
      body: [],
      icon: 1,
    };
    expect(notification(broken)).toMatchObject({
      user: null,
      note: null,
      reaction: null,
      role: null,
      invitation: { room: null, user: null },
      header: null,
      body: null,
      icon: null,
    });
  });
});
