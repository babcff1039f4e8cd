import { describe, expect, test } from 'vitest';
import type { HistoryEntry } from '../../../../src-main/engine/notices/history.ts';
import type { NoteExcerpt, Notice } from '../../../../src-main/engine/notices/notice.ts';
import {
  actionsOf,
  followedPeople,
  type NoticeAction,
} from '../../../../src-main/engine/notices/notice-actions.ts';
import { aNotice, bob } from '../../../support/samples.ts';

const note: NoteExcerpt = {
  id: 'note-1',
  text: 'tea?',
  cw: null,
  hidden: false,
  direct: false,
  files: 0,
  poll: false,
};

const entry = (fields: Partial<Notice>, answered: NoticeAction | null = null): HistoryEntry => {
  const notice = aNotice('n1', fields);
  const decision = { decision: 'shown', reason: 'live' } as const;
  return { notice, decision, read: false, answered, released: false, group: notice.id };
};
const nobody = () => false;

describe('what may be done about a notice', () => {
  test.each(['reply', 'mention', 'quote', 'note'])('a %s is answered', (type) => {
    expect(actionsOf(entry({ type, note }), nobody)).toEqual(['reply', 'react']);
    expect(actionsOf(entry({ type, note }, 'reply'), nobody)).toEqual(['reply', 'react']);
    expect(actionsOf(entry({ type, note: null }), nobody)).toEqual([]);
  });

  test.each(['reaction', 'renote', 'pollEnded', 'login', 'newChatMessage', 'constructor'])(
    'nothing about %s',
    (type) => {
      expect(actionsOf(entry({ type, note }), nobody)).toEqual([]);
    },
  );

  test('a follower is followed back, once, and not where that is so', () => {
    expect(actionsOf(entry({ type: 'follow' }), nobody)).toEqual(['follow-back']);
    expect(actionsOf(entry({ type: 'follow' }, 'follow-back'), nobody)).toEqual([]);
    expect(actionsOf(entry({ type: 'follow' }), () => true)).toEqual([]);
    expect(actionsOf(entry({ type: 'follow', person: null }), nobody)).toEqual([]);
  });

  test('a request is decided once', () => {
    const request = { type: 'receiveFollowRequest' };
    expect(actionsOf(entry(request), nobody)).toEqual(['accept-follow', 'reject-follow']);
    expect(actionsOf(entry(request, 'reject-follow'), nobody)).toEqual([]);
    expect(actionsOf(entry({ ...request, person: null }), nobody)).toEqual([]);
  });

  test('an announcement is confirmed once', () => {
    expect(actionsOf(entry({ type: 'announcement' }), nobody)).toEqual(['confirm']);
    expect(actionsOf(entry({ type: 'announcement' }, 'confirm'), nobody)).toEqual([]);
  });
});

describe('whom an account follows', () => {
  const byBob = aNotice('n9', { type: 'follow' });

  test('shows in what its server told, and in what was answered here', () => {
    expect(followedPeople([])(byBob)).toBe(false);
    expect(followedPeople([entry({ type: 'followRequestAccepted' })])(byBob)).toBe(true);
    expect(followedPeople([entry({ type: 'follow' }, 'follow-back')])(byBob)).toBe(true);
    expect(followedPeople([entry({ type: 'follow' })])(byBob)).toBe(false);
  });

  test('is nobody else, and no other account’s', () => {
    const follows = followedPeople([entry({ type: 'followRequestAccepted' })]);
    expect(follows(aNotice('n9', { person: { ...bob, userId: 'user-carol' } }))).toBe(false);
    expect(follows(aNotice('n9', { accountId: 'dana@other.example' }))).toBe(false);
  });
});
