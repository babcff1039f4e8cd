import { describe, expect, test } from 'vitest';
import { locales, messagesIn } from '../../../../src-main/engine/messages/index.ts';
import type { Row } from '../../../../src-main/engine/notices/groups.ts';
import type { Notice } from '../../../../src-main/engine/notices/notice.ts';
import type { Decision, DecisionReason } from '../../../../src-main/engine/notices/rules.ts';
import type { NoticeIcon } from '../../../../src-main/ipc/contract.ts';
import { noticeView } from '../../../../src-main/ipc/views/notice-view.ts';
import { fakeStart } from '../../../support/fake-clock.ts';
import { readableImages } from '../../../support/image-addresses.ts';
import { aNotice, bob, reactionBy } from '../../../support/samples.ts';

const origin = 'https://example.social';
const live: Decision = { decision: 'shown', reason: 'live' };

const viewOf = (fields: Partial<Notice> = {}, decision = live, read = false) =>
  rowOf({
    notice: aNotice('n1', fields),
    decision,
    read,
    answered: null,
    released: false,
    group: 'n1',
  });

const rowOf = (...row: Row) =>
  noticeView(row, origin, messagesIn('en'), readableImages, () => false);

test('a notice', () => {
  expect(viewOf()).toEqual({
    id: 'alice@example.social/n1',
    accountId: 'alice@example.social',
    type: 'follow',
    icon: 'follow',
    createdAt: fakeStart - 1_000,
    person: {
      userId: 'user-bob',
      name: 'Bob',
      handle: '@bob',
      host: null,
      avatar: 'suzu:example.social/identicon/bob',
      emojis: {},
      isBot: false,
      isCat: false,
    },
    picture: null,
    title: 'Bob followed you',
    body: '',
    reaction: null,
    group: null,
    noteId: null,
    actions: ['follow-back'],
    answered: null,
    decision: 'shown',
    reasonText: null,
    read: false,
  });
});

/** Every type of PROTOCOL §4, and some that no server has. */
const icons: readonly [string, NoticeIcon][] = [
  ['reaction', 'reaction'],
  ['follow', 'follow'],
  ['receiveFollowRequest', 'follow-request'],
  ['followRequestAccepted', 'follow-accepted'],
  ['mention', 'mention'],
  ['reply', 'reply'],
  ['renote', 'renote'],
  ['quote', 'quote'],
  ['note', 'note'],
  ['pollVote', 'poll'],
  ['pollEnded', 'poll'],
  ['scheduledNotePosted', 'note'],
  ['scheduledNotePostFailed', 'note'],
  ['noteScheduled', 'note'],
  ['scheduledNoteError', 'note'],
  ['event', 'event'],
  ['reaction:grouped', 'reaction'],
  ['renote:grouped', 'renote'],
  ['note:grouped', 'note'],
  ['newChatMessage', 'chat'],
  ['groupInvited', 'chat'],
  ['announcement', 'announcement'],
  ['chatRoomInvitationReceived', 'chat'],
  ['roleAssigned', 'role'],
  ['achievementEarned', 'achievement'],
  ['exportCompleted', 'export'],
  ['login', 'security'],
  ['createToken', 'security'],
  ['app', 'app'],
  ['test', 'generic'],
  ['fromTheFuture', 'generic'],
  ['constructor', 'generic'],
  ['__proto__', 'generic'],
  ['toString', 'generic'],
];

test.each(icons)('%s has the icon %s', (type, icon) => {
  expect(viewOf({ type }).icon).toBe(icon);
});

test('a person elsewhere, and none at all', () => {
  const person = { ...bob, host: 'other.example', avatarUrl: null, emojis: { a: 'http://x/a' } };
  expect(viewOf({ person }).person).toMatchObject({
    handle: '@bob@other.example',
    host: 'other.example',
    avatar: null,
    emojis: {},
  });
  expect(viewOf({ person: null })).toMatchObject({ person: null, title: 'Someone followed you' });
});

describe('the reaction', () => {
  const reactionOf = (code: string, url: string | null) =>
    viewOf({ type: 'reaction', reaction: { code, url } }).reaction;

  test('a Unicode emoji', () => {
    expect(reactionOf('👍', null)).toEqual({
      key: '👍',
      name: null,
      image: null,
      count: 1,
      mine: false,
    });
  });

  test.each([':blob:', ':blob@.:'])('%s, with the picture that the notice kept', (code) => {
    expect(reactionOf(code, 'https://media.example/blob.webp')).toEqual({
      key: code,
      name: 'blob',
      image: 'suzu:media.example/blob.webp',
      count: 1,
      mine: false,
    });
  });

  test('without a kept picture, the server’s own', () => {
    expect(reactionOf(':blob@other.example:', null)?.image).toBe(
      'suzu:example.social/emoji/blob@other.example.webp',
    );
  });

  test('a kept picture that must not be fetched is none', () => {
    expect(reactionOf(':blob:', 'http://router/blob.webp')?.image).toBeNull();
  });
});

describe('a group', () => {
  const entry = (
    notice: Notice,
    decision: Decision = { decision: 'grouped', reason: 'same-note' },
    read = false,
  ) => ({ notice, decision, read, answered: null, released: false, group: 'n1' });

  test('is shown as its newest, with everybody who takes part', () => {
    const view = rowOf(
      entry(reactionBy('Carol', 'n3', '❤')),
      entry(reactionBy('Dave', 'n2', ':blob:')),
      entry(reactionBy('Carol', 'n1', '👍'), live),
    );
    expect(view).toMatchObject({
      id: 'alice@example.social/n3',
      person: { name: 'Carol' },
      title: 'Carol and Dave reacted to your note',
      body: 'my note',
      reaction: { key: '❤' },
      noteId: 'mine',
    });
    expect(view.group?.map(({ person, reaction }) => [person?.name, reaction?.key])).toEqual([
      ['Carol', '❤'],
      ['Dave', ':blob:'],
    ]);
  });

  test('rang, if one of it did', () => {
    const view = rowOf(entry(reactionBy('Carol', 'n2')), entry(reactionBy('Bob', 'n1'), live));
    expect(view).toMatchObject({ decision: 'shown', reasonText: null });
    const rest = rowOf(entry(reactionBy('Carol', 'n2')), entry(reactionBy('Bob', 'n1')));
    expect(rest).toMatchObject({ decision: 'grouped' });
    expect(rest.reasonText).toMatch(/\S/);
  });

  test('is read when all of it is', () => {
    const read = (newest: boolean, first: boolean) =>
      rowOf(
        entry(reactionBy('Carol', 'n2'), live, newest),
        entry(reactionBy('Bob', 'n1'), live, first),
      ).read;
    expect([read(true, true), read(true, false), read(false, true)]).toEqual([true, false, false]);
  });

  test('of one person, who changed the reaction, is no group to the reader', () => {
    const view = rowOf(entry(reactionBy('Bob', 'n2', '❤')), entry(reactionBy('Bob', 'n1')));
    expect(view).toMatchObject({ group: null, title: 'Bob reacted with ❤' });
  });

  test('of very many people has the newest thirty', () => {
    const [first, ...rest] = Array.from({ length: 400 }, (_, index) =>
      entry(reactionBy(`p${index}`, `n${index}`)),
    );
    if (first === undefined) throw new Error('nobody');
    const view = rowOf(first, ...rest);
    expect(view.group).toHaveLength(30);
    expect(view.title).toBe('p0, p1 and 398 others reacted to your note');
  });
});

const reasons: Readonly<Record<DecisionReason, Decision['decision']>> = {
  live: 'shown',
  missed: 'shown',
  digest: 'grouped',
  'same-note': 'grouped',
  'same-group': 'grouped',
  burst: 'grouped',
  'type-silent': 'shown',
  'low-urgency': 'shown',
  'own-act': 'suppressed',
  silent: 'suppressed',
  'type-off': 'suppressed',
  'muted-user': 'suppressed',
  'muted-word': 'suppressed',
  'not-followed': 'suppressed',
  'quiet-hours': 'held',
  'do-not-disturb': 'held',
  'full-screen': 'held',
  focused: 'suppressed',
  paused: 'held',
  'too-old': 'suppressed',
  failed: 'suppressed',
};
const isReason = (reason: string): reason is DecisionReason => Object.hasOwn(reasons, reason);

describe.each(locales)('why it did not ring (%s)', (locale) => {
  test.each(Object.keys(reasons).filter(isReason))('%s', (reason) => {
    const decision = { decision: reasons[reason], reason };
    const entry = {
      notice: aNotice('n1'),
      decision,
      read: true,
      answered: null,
      released: false,
      group: 'n1',
    };
    const view = noticeView([entry], origin, messagesIn(locale), readableImages, () => false);
    expect(view).toMatchObject({ decision: decision.decision, read: true });
    if (reason === 'live' || reason === 'missed') expect(view.reasonText).toBeNull();
    else expect(view.reasonText).toMatch(/\S{2}/);
  });
});
