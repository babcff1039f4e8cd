import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  notificationSchema,
  userSchema,
} from '../../../../../src-main/engine/misskey/api/schemas.ts';
import {
  noticeFromNotification,
  personOf,
} from '../../../../../src-main/engine/misskey/inbox/notice-from-notification.ts';
import { fakeStart } from '../../../../support/fake-clock.ts';
import { rawNote, rawNotification, rawUser } from '../../../../support/samples.ts';

const account = { id: 'alice@example.social', origin: 'https://example.social' };

const notice = (fields: Readonly<Record<string, unknown>>) =>
  noticeFromNotification(account, v.parse(notificationSchema, rawNotification('n1', fields)));

test('a follow, with every part', () => {
  expect(notice({})).toEqual({
    id: 'alice@example.social/n1',
    accountId: 'alice@example.social',
    sourceId: 'n1',
    type: 'follow',
    createdAt: fakeStart - 1_000,
    person: {
      userId: 'user-bob',
      username: 'bob',
      host: null,
      name: 'Bob',
      avatarUrl: 'https://example.social/identicon/bob',
      emojis: {},
      isBot: false,
      isCat: false,
    },
    reaction: null,
    note: null,
    detail: null,
    heading: null,
    others: 0,
    nuance: null,
    iconUrl: null,
    target: { kind: 'user', username: 'bob', host: null },
  });
});

describe('where a click leads', () => {
  const toNote = { kind: 'note', noteId: 'note-1' };
  const page = (name: string) => ({ kind: 'page', page: name });
  const cases: [string, Readonly<Record<string, unknown>>, unknown][] = [
    ['follow', { type: 'follow' }, { kind: 'user', username: 'bob', host: null }],
    [
      'follow by somebody of another server',
      { type: 'follow', user: rawUser({ host: 'far.example' }) },
      { kind: 'user', username: 'bob', host: 'far.example' },
    ],
    [
      'followRequestAccepted',
      { type: 'followRequestAccepted' },
      { kind: 'user', username: 'bob', host: null },
    ],
    ['receiveFollowRequest', { type: 'receiveFollowRequest' }, page('followRequests')],
    ['mention', { type: 'mention', note: rawNote() }, toNote],
    ['reply', { type: 'reply', note: rawNote() }, toNote],
    [
      'quote: to what they wrote',
      { type: 'quote', note: rawNote({ renote: rawNote({ id: 'mine' }) }) },
      toNote,
    ],
    [
      'renote: to what was renoted',
      { type: 'renote', note: rawNote({ text: null, renote: rawNote({ id: 'mine' }) }) },
      { kind: 'note', noteId: 'mine' },
    ],
    [
      'renote of what is gone',
      { type: 'renote', note: rawNote({ text: null, renote: null }) },
      toNote,
    ],
    ['reaction', { type: 'reaction', note: rawNote(), reaction: '👍' }, toNote],
    ['note', { type: 'note', note: rawNote() }, toNote],
    ['pollEnded', { type: 'pollEnded', user: undefined, note: rawNote() }, toNote],
    [
      'scheduledNotePosted',
      { type: 'scheduledNotePosted', user: undefined, note: rawNote() },
      toNote,
    ],
    [
      'scheduledNotePostFailed',
      { type: 'scheduledNotePostFailed', user: undefined },
      page('notifications'),
    ],
    ['roleAssigned', { type: 'roleAssigned', user: undefined }, page('notifications')],
    ['achievementEarned', { type: 'achievementEarned', user: undefined }, page('achievements')],
    ['exportCompleted', { type: 'exportCompleted', user: undefined }, page('drive')],
    ['chatRoomInvitationReceived', { type: 'chatRoomInvitationReceived' }, page('chat')],
    ['login', { type: 'login', user: undefined }, page('security')],
    ['createToken', { type: 'createToken', user: undefined }, page('security')],
    ['app', { type: 'app', user: undefined, body: 'x' }, page('notifications')],
    ['test', { type: 'test', user: undefined }, page('notifications')],
    ['an unknown type with a note', { type: 'invented', note: rawNote() }, toNote],
    [
      'an unknown type with a person',
      { type: 'invented' },
      { kind: 'user', username: 'bob', host: null },
    ],
    ['an unknown type with nothing', { type: 'invented', user: undefined }, page('notifications')],
  ];

  test.each(cases)('%s', (_what, fields, target) => {
    expect(notice(fields).target).toEqual(target);
  });
});

describe('who', () => {
  test('a poll that ended names nobody: the note’s author stands in', () => {
    const note = rawNote({ user: rawUser({ id: 'user-alice', username: 'alice', name: null }) });
    expect(notice({ type: 'pollEnded', user: undefined, note }).person).toMatchObject({
      userId: 'user-alice',
      name: 'alice',
    });
  });

  test('an invitation names them inside', () => {
    const invitation = { room: { name: 'Room' }, user: rawUser({ name: 'Inviting' }) };
    const fields = { type: 'chatRoomInvitationReceived', user: undefined, invitation };
    expect(notice(fields).person?.name).toBe('Inviting');
  });

  test('nobody', () => {
    expect(notice({ user: undefined }).person).toBeNull();
  });

  test.each([
    ['Bob', 'Bob'],
    [null, 'bob'],
    ['', 'bob'],
    ['\u3164', 'bob'],
    [' Bob \n the\tBuilder ', 'Bob the Builder'],
  ])('the name %j is shown as %j', (name, shown) => {
    expect(personOf(v.parse(userSchema, rawUser({ name }))).name).toBe(shown);
  });
});

describe('the note', () => {
  const excerpt = (fields: Readonly<Record<string, unknown>>) =>
    notice({ type: 'mention', note: rawNote(fields) }).note;

  test('its words without markup, and what hangs on it', () => {
    const files = [{ id: 'a' }, { id: 'b' }];
    const poll = { choices: [{ text: 'x' }] };
    expect(excerpt({ text: '**hi** $[spin there]', files, poll })).toEqual({
      id: 'note-1',
      text: 'hi there',
      cw: null,
      hidden: false,
      direct: false,
      files: 2,
      poll: true,
    });
  });

  test('of a renote the renoted one, without the other’s words', () => {
    const note = rawNote({ text: null, renote: rawNote({ id: 'mine', text: 'my words' }) });
    expect(notice({ type: 'renote', note }).note).toMatchObject({ id: 'mine', text: 'my words' });
  });

  test('no words behind a content warning, and none that are hidden', () => {
    expect(excerpt({ text: 'secret', cw: 'careful\nnow' })).toMatchObject({
      text: '',
      cw: 'careful now',
    });
    expect(excerpt({ text: 'secret', cw: '' })).toMatchObject({ text: '', cw: '' });
    expect(excerpt({ text: 'secret', isHidden: true })).toMatchObject({ text: '', hidden: true });
  });

  test('nor behind the content warning of a renoted note', () => {
    const note = rawNote({ text: null, renote: rawNote({ id: 'mine', text: 'secret', cw: 'cw' }) });
    expect(JSON.stringify(notice({ type: 'renote', note }))).not.toContain('secret');
  });
});

describe('the reaction', () => {
  const reaction = (code: string, note: Readonly<Record<string, unknown>> = {}) =>
    notice({ type: 'reaction', reaction: code, note: rawNote(note) }).reaction;

  test.each([
    ['👍', null],
    [':blob:', 'https://example.social/emoji/blob.webp'],
    [':blob@.:', 'https://example.social/emoji/blob.webp'],
    [':blob@far.example:', 'https://example.social/emoji/blob@far.example.webp'],
    [':constructor:', 'https://example.social/emoji/constructor.webp'],
    ['not an emoji', null],
  ])('%s has the picture %j', (code, url) => {
    expect(reaction(code)).toEqual({ code, url });
  });

  test('the picture that was sent along is taken', () => {
    const reactionEmojis = { 'blob@far.example': 'https://far.example/b.png' };
    expect(reaction(':blob@far.example:', { reactionEmojis })?.url).toBe(
      'https://far.example/b.png',
    );
  });

  test('one of absurd length is bounded', () => {
    expect(reaction('x'.repeat(100_000))?.code.length).toBeLessThan(200);
  });
});

describe('what a type adds', () => {
  test.each([
    ['role', { type: 'roleAssigned', role: { name: 'Mod\nerator' } }, 'Mod erator'],
    [
      'room',
      { type: 'chatRoomInvitationReceived', invitation: { room: { name: 'Room' } } },
      'Room',
    ],
    ['export', { type: 'exportCompleted', exportedEntity: 'note' }, 'note'],
    ['achievement', { type: 'achievementEarned', achievement: 'client30min' }, 'client30min'],
    ['message', { type: 'followRequestAccepted', message: 'hi' }, 'hi'],
    ['body of an app', { type: 'app', body: 'done' }, 'done'],
    ['body of an unknown type', { type: 'invented', body: 'words' }, 'words'],
    ['an empty one', { type: 'app', body: ' \n ' }, null],
    ['none', { type: 'follow' }, null],
  ])('%s', (_what, fields, detail) => {
    expect(notice(fields).detail).toBe(detail);
  });

  test('an app’s heading and icon', () => {
    const app = notice({ type: 'app', header: 'A\nB', body: 'x', icon: 'https://x/i.png' });
    expect([app.heading, app.iconUrl]).toEqual(['A B', 'https://x/i.png']);
  });

  test('texts of absurd length are bounded', () => {
    const app = notice({ type: 'app', header: 'h'.repeat(10_000), body: 'b'.repeat(10_000) });
    expect([app.heading?.length, app.detail?.length]).toEqual([60, 300]);
  });
});

test('it is plain data that survives being kept as JSON', () => {
  const one = notice({ type: 'reaction', reaction: ':blob:', note: rawNote() });
  expect(JSON.parse(JSON.stringify(one))).toEqual(one);
});
