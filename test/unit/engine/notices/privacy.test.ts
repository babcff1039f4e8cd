import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../../src-main/engine/messages/index.ts';
import type { HistoryEntry } from '../../../../src-main/engine/notices/history.ts';
import type { Notice } from '../../../../src-main/engine/notices/notice.ts';
import { privacyNow } from '../../../../src-main/engine/notices/privacy.ts';
import {
  requestForDigest,
  requestForRow,
} from '../../../../src-main/engine/notices/toast-requests.ts';
import type { PrivacyLevel } from '../../../../src-main/engine/settings/settings.ts';
import { full } from '../../../support/history-bench.ts';
import { aNotice, anEvent, anExcerpt, bob, reactionBy } from '../../../support/samples.ts';
import { wordingTable } from './wording-table.ts';

const messages = messagesIn('en');
const entry = (notice: Notice): HistoryEntry => ({
  notice,
  decision: { decision: 'shown', reason: 'live' },
  read: false,
  answered: null,
  released: false,
  group: 'the-group',
});
const toast = (level: PrivacyLevel, notice: Notice, ...others: Notice[]) =>
  requestForRow(
    [entry(notice), ...others.map(entry)],
    { messages, label: 'alice@example.social', level },
    null,
  );
const words = (level: PrivacyLevel, notice: Notice, ...others: Notice[]) => {
  const { title, body } = toast(level, notice, ...others);
  return [title, body];
};

describe('while the screen is locked, the stricter level counts', () => {
  test.each<[PrivacyLevel, PrivacyLevel, boolean | null, PrivacyLevel]>([
    ['all', 'who', false, 'all'],
    ['all', 'who', null, 'all'],
    ['all', 'who', true, 'who'],
    ['who', 'something', true, 'something'],
    ['something', 'all', true, 'something'],
    ['who', 'all', true, 'who'],
    ['who', 'who', true, 'who'],
  ])('%s, and %s while locked (%s): %s', (level, levelWhileLocked, locked, expected) => {
    expect(privacyNow({ level, levelWhileLocked }, locked)).toBe(expected);
  });
});

describe('who', () => {
  const label = 'alice@example.social';
  test.each<[string, Notice, string]>([
    ['a mention', aNotice('n', { type: 'mention', note: anExcerpt() }), 'Bob mentioned you'],
    [
      'a direct note',
      aNotice('n', { type: 'mention', note: anExcerpt({ direct: true }) }),
      'Bob sent you a direct note',
    ],
    ['a reaction', reactionBy('Bob', 'n', ':heart:'), 'Bob reacted to your note'],
    [
      'a message',
      aNotice('n', { type: 'newChatMessage', detail: 'secret' }),
      'Bob sent you a message',
    ],
    [
      'a message in a room',
      aNotice('n', { type: 'newChatMessage', detail: 'secret', heading: 'the room' }),
      'Bob sent you a message',
    ],
    [
      'an app’s message',
      aNotice('n', { type: 'app', heading: 'Bank', detail: 'secret', person: null }),
      'Message from an app',
    ],
    [
      'an announcement',
      aNotice('n', { type: 'announcement', heading: 'Party', person: null }),
      'Announcement',
    ],
    [
      'a role',
      aNotice('n', { type: 'roleAssigned', detail: 'Admin', person: null }),
      'You were given a role',
    ],
  ])('%s', (_case, notice, title) => {
    expect(words('who', notice)).toEqual([title, label]);
  });

  test('of several, by name, and without what they reacted with', () => {
    const three = ['Ada', 'Bea', 'Cem'].map((name) => reactionBy(name, name, ':secret:'));
    const [first, ...rest] = three;
    if (first === undefined) throw new Error('nobody');
    expect(words('who', first, ...rest)).toEqual([
      'Ada, Bea and 1 other reacted to your note',
      label,
    ]);
  });

  test('what to do about a sign-in is no secret', () => {
    const notice = aNotice('n', { type: 'login', person: null });
    expect(words('who', notice)[1]).toContain('check your security settings');
  });

  test('the face, but no picture of what was sent', () => {
    expect(toast('who', full).iconUrls).toEqual([bob.avatarUrl]);
    expect(toast('all', full).iconUrls).toHaveLength(3);
  });

  /** Nothing that anybody wrote is in any toast, whatever its type. */
  const content = /secret|warning|room-name|:blob:/;
  test.each([
    ...new Set(wordingTable.map(({ fields }) => String(fields['type']))),
    'event',
    'of-a-later-server',
  ])('nothing of the content of %s is left', (type) => {
    const notice: Notice = {
      ...full,
      type,
      detail: 'secret detail',
      heading: 'secret room-name',
      reaction: { code: ':blob:', url: null },
      note: anExcerpt({ text: 'secret', cw: 'warning' }),
    };
    for (const level of ['who', 'something'] as const) {
      expect(JSON.stringify(words(level, notice))).not.toMatch(content);
      expect(JSON.stringify(words(level, { ...notice, note: null }))).not.toMatch(content);
      const plain = { ...notice, note: anExcerpt({ text: 'secret' }) };
      expect(JSON.stringify(words(level, plain))).not.toMatch(content);
    }
  });
});

describe('only that something happened', () => {
  const mention = aNotice('n', { type: 'mention', note: anExcerpt() });

  test('says neither who, nor what, nor to which account, and can be answered only in the window', () => {
    expect(toast('something', mention)).toMatchObject({
      title: 'New notification',
      body: '',
      iconUrls: [],
      answerable: false,
      target: mention.target,
    });
    expect(toast('who', mention).answerable).toBe(true);
    expect(toast('all', mention).answerable).toBe(true);
  });

  test('a digest says how many, but not of which kinds', () => {
    const digest = (level: PrivacyLevel) =>
      requestForDigest(
        mention.accountId,
        [mention, mention],
        'paused',
        { messages, label: null, level },
        null,
      );
    expect(digest('something')).toMatchObject({ title: '2 notifications while paused', body: '' });
    expect(digest('who').body).toBe('2 mentions');
  });
});

describe('a notice of a feed', () => {
  const label = 'alice@example.social';
  const byBob = anEvent('e1', { person: bob });
  test.each<[PrivacyLevel, Notice, readonly [string, string]]>([
    ['all', anEvent('e1'), ['Door open', `The front door\n${label}`]],
    ['all', anEvent('e1', { heading: null }), ['New notification', `The front door\n${label}`]],
    ['all', { ...byBob, heading: null }, ['New notification from Bob', `The front door\n${label}`]],
    ['who', anEvent('e1'), ['New notification', label]],
    ['who', byBob, ['New notification from Bob', label]],
    ['something', byBob, ['New notification', '']],
  ])('%s: %o', (level, notice, expected) => {
    expect(words(level, notice)).toEqual(expected);
  });

  test('of a group says how many, and at "all" alone of what', () => {
    const door = (id: string) => anEvent(id, {}, { group: 'the door' });
    expect(words('all', door('e2'), door('e1'))[0]).toBe('Door open (2)');
    expect(words('who', door('e2'), door('e1'))[0]).toBe('New notification (2)');
    expect(words('something', door('e2'), door('e1'))[0]).toBe('New notification');
  });

  test('has its picture at "all" alone', () => {
    const notice = anEvent('e1', { person: bob, iconUrl: 'https://feed.example/door.png' });
    expect(toast('all', notice).iconUrls).toEqual(['https://feed.example/door.png', bob.avatarUrl]);
    expect(toast('who', notice).iconUrls).toEqual([bob.avatarUrl]);
    expect(toast('something', notice).iconUrls).toEqual([]);
  });

  test('is critical where its feed says so', () => {
    expect(toast('all', anEvent('e1', {}, { urgency: 'critical' })).urgency).toBe('critical');
    expect(toast('all', anEvent('e1', {}, { urgency: 'low' })).urgency).toBe('normal');
  });
});

test('a toast about the account’s security is critical, all others are normal', () => {
  expect(toast('all', aNotice('n', { type: 'login' })).urgency).toBe('critical');
  expect(toast('all', aNotice('n', { type: 'createToken' })).urgency).toBe('critical');
  expect(toast('all', aNotice('n')).urgency).toBe('normal');
});
