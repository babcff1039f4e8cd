import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type Locale, locales, messagesIn } from '../../../../src-main/engine/messages/index.ts';
import { notificationSchema } from '../../../../src-main/engine/misskey/api/schemas.ts';
import { noticeFromNotification } from '../../../../src-main/engine/misskey/inbox/notice-from-notification.ts';
import { wordGroup } from '../../../../src-main/engine/notices/group-wording.ts';
import { membersOf } from '../../../../src-main/engine/notices/groups.ts';
import type { NoteExcerpt } from '../../../../src-main/engine/notices/notice.ts';
import {
  wordBurst,
  wordDigest,
  wordExcerpt,
  wordNotice,
} from '../../../../src-main/engine/notices/wording.ts';
import {
  aNotice,
  anEvent,
  bob,
  rawNote,
  rawNotification,
  rawUser,
} from '../../../support/samples.ts';
import { wordingTable } from './wording-table.ts';

const account = { id: 'alice@example.social', origin: 'https://example.social' };

/** Words for a notification as the server sends it. */
function word(fields: Readonly<Record<string, unknown>>, locale: Locale = 'en') {
  const notification = v.parse(notificationSchema, rawNotification('n1', fields));
  return wordNotice(noticeFromNotification(account, notification), messagesIn(locale));
}

describe.each(locales)('in %s', (locale) => {
  test.each(wordingTable)('$what', ({ fields, ...words }) => {
    const [title, body] = words[locale];
    expect(word(fields, locale)).toEqual({ title, body });
  });
});

describe('who', () => {
  test.each([
    ['a name', rawUser({ name: 'Bob Builder' }), 'Bob Builder followed you'],
    ['no name: the username', rawUser({ name: null }), 'bob followed you'],
    ['an empty name: the username', rawUser({ name: ' \n ' }), 'bob followed you'],
    ['a name with custom emojis', rawUser({ name: 'Bob :blob:' }), 'Bob :blob: followed you'],
    ['a name over two lines', rawUser({ name: 'Bob\nBuilder' }), 'Bob Builder followed you'],
    [
      'a name that would turn the sentence round',
      rawUser({ name: '\u202Eeve\u2066' }),
      'eve followed you',
    ],
    ['a name that cannot be seen', rawUser({ name: '\u202E\u200F' }), 'bob followed you'],
  ])('%s', (_what, user, title) => {
    expect(word({ user }).title).toBe(title);
  });

  test('a very long name is cut at 60 characters as people count them', () => {
    const { title } = word({ user: rawUser({ name: '👩‍👩‍👧'.repeat(80) }) });
    expect(title).toBe(`${'👩‍👩‍👧'.repeat(59)}… followed you`);
  });
});

describe('the start of the note', () => {
  const excerpt = (fields: Partial<NoteExcerpt>): NoteExcerpt => ({
    id: 'note-1',
    text: 'the words',
    cw: null,
    hidden: false,
    direct: false,
    files: 0,
    poll: false,
    ...fields,
  });

  const cases: readonly [string, Partial<NoteExcerpt>, string, string, string][] = [
    ['words', {}, 'the words', 'the words', 'the words'],
    [
      'a content warning hides everything behind it',
      { cw: 'spiders', files: 2, poll: true },
      'Content warning: spiders',
      '閲覧注意: spiders',
      '열람 주의: spiders',
    ],
    ['an empty content warning too', { cw: '' }, 'Content warning', '閲覧注意', '열람 주의'],
    [
      'what the server withholds',
      { text: '', hidden: true },
      'The content is hidden',
      '内容は非公開です',
      '내용이 숨겨져 있습니다',
    ],
    ['one file only', { text: '', files: 1 }, '[1 file]', '[ファイル1件]', '[파일 1개]'],
    ['files only', { text: '', files: 3 }, '[3 files]', '[ファイル3件]', '[파일 3개]'],
    [
      'words, files and a poll',
      { files: 2, poll: true },
      'the words [2 files] [Poll]',
      'the words [ファイル2件] [アンケート]',
      'the words [파일 2개] [투표]',
    ],
    ['nothing at all', { text: '' }, '', '', ''],
  ];

  test.each(cases)('%s', (_what, fields, en, ja, ko) => {
    expect(
      [en, ja, ko].map((_words, index) =>
        wordExcerpt(excerpt(fields), messagesIn(locales[index] ?? 'en')),
      ),
    ).toEqual([en, ja, ko]);
  });

  test('what a content warning covers is not even kept', () => {
    const note = rawNote({ text: 'a secret', cw: 'careful', files: [] });
    const notification = v.parse(
      notificationSchema,
      rawNotification('n1', { type: 'mention', note }),
    );
    expect(JSON.stringify(noticeFromNotification(account, notification))).not.toContain('secret');
    expect(word({ type: 'mention', note })).toEqual({
      title: 'Bob mentioned you',
      body: 'Content warning: careful',
    });
  });

  test('nor what the server calls hidden', () => {
    const note = rawNote({ text: 'a secret', isHidden: true });
    expect(word({ type: 'mention', note }).body).toBe('The content is hidden');
  });

  test('the direct words of a note with an invented visibility are not called public', () => {
    const note = rawNote({ visibility: 'circle' });
    expect(word({ type: 'mention', note }).title).toBe('Bob sent you a direct note');
  });

  test('a custom emoji in the text keeps its name', () => {
    expect(word({ type: 'mention', note: rawNote({ text: 'yes :blobtest: **yes**' }) }).body).toBe(
      'yes :blobtest: yes',
    );
  });

  test('long words are cut', () => {
    const { body } = word({ type: 'mention', note: rawNote({ text: 'x'.repeat(1_000) }) });
    expect(body).toBe(`${'x'.repeat(199)}…`);
  });
});

describe('a digest', () => {
  const notices = (...types: readonly string[]) =>
    types.map((type, index) => aNotice(`n${index}`, { type }));

  const mixed = notices(
    'follow',
    'reaction',
    'login',
    'reaction',
    'mention',
    'reaction',
    'follow',
    'invented',
    'toString',
  );

  test.each([
    [
      'en',
      'missed',
      '9 notifications while you were away',
      '3 reactions, 2 new followers, 1 mention, 3 others',
    ],
    [
      'en',
      'paused',
      '9 notifications while paused',
      '3 reactions, 2 new followers, 1 mention, 3 others',
    ],
    [
      'ja',
      'missed',
      '不在の間の通知 9件',
      'リアクション3件、新しいフォロワー2人、メンション1件、その他3件',
    ],
    [
      'ja',
      'paused',
      '一時停止中の通知 9件',
      'リアクション3件、新しいフォロワー2人、メンション1件、その他3件',
    ],
    ['ko', 'missed', '자리를 비운 사이 알림 9개', '리액션 3개, 새 팔로워 2명, 멘션 1개, 기타 3개'],
    ['ko', 'paused', '일시 중지 중 알림 9개', '리액션 3개, 새 팔로워 2명, 멘션 1개, 기타 3개'],
    ['zh-CN', 'missed', '你离开期间有 9 条通知', '3 个回应、2 位新关注者、1 次提及、3 条其他通知'],
    ['zh-CN', 'paused', '暂停期间有 9 条通知', '3 个回应、2 位新关注者、1 次提及、3 条其他通知'],
  ] as const)('%s, %s', (locale, why, title, body) => {
    expect(wordDigest(mixed, why, messagesIn(locale))).toEqual({ title, body });
  });

  test('every kind that has a word of its own, in one and in many', () => {
    const kinds = ['reaction', 'follow', 'mention', 'reply', 'renote', 'quote', 'event', 'app'];
    expect(wordDigest(notices(...kinds), 'missed', messagesIn('en')).body).toBe(
      '1 reaction, 1 new follower, 1 mention, 1 reply, 1 renote, 1 quote, 1 event, 1 other',
    );
    expect(wordDigest(notices(...kinds, ...kinds), 'missed', messagesIn('en')).body).toBe(
      '2 reactions, 2 new followers, 2 mentions, 2 replies, 2 renotes, 2 quotes, 2 events, 2 others',
    );
  });
});

describe('notices of feeds', () => {
  const group = (...ids: readonly string[]) => {
    const [first, ...rest] = ids.map((id) => anEvent(id, {}, { group: 'the door' }));
    if (first === undefined) throw new Error('nothing');
    return [first, ...rest] as const;
  };

  test.each([
    ['en', 'Door open (3)', '5 more notifications in a short time', 'New notification'],
    ['ja', 'Door open(3件)', '短時間に届いたほかの通知 5件', '新しい通知'],
    ['ko', 'Door open (3개)', '짧은 시간에 온 다른 알림 5개', '새 알림'],
    ['zh-CN', 'Door open（3 条）', '短时间内还有 5 条通知', '新通知'],
  ] as const)('%s', (locale, counted, burst, bare) => {
    const messages = messagesIn(locale);
    const notices = group('e3', 'e2', 'e1');
    expect(wordGroup(notices[0], membersOf(notices), 3, messages)).toEqual({
      title: counted,
      body: 'The front door',
    });
    expect(wordBurst([], 5, messages)).toEqual({ title: burst, body: '' });
    expect(wordNotice(anEvent('e1', { heading: null }), messages).title).toBe(bare);
  });

  test('a group of one reads as that one', () => {
    const notices = group('e1');
    const { title } = wordGroup(notices[0], membersOf(notices), 1, messagesIn('en'));
    expect(title).toBe('Door open');
  });

  test('one person who did it again and again is counted, too', () => {
    const notices = group('e2', 'e1').map((notice) => ({ ...notice, person: bob }));
    const [newest = anEvent('e0')] = notices;
    expect(wordGroup(newest, membersOf(notices), 2, messagesIn('en')).title).toBe('Door open (2)');
  });

  test('a burst names the newest three, each once', () => {
    const newest = ['a', 'b', 'b', 'c', 'd'].map((heading) => anEvent(heading, { heading }));
    expect(wordBurst(newest, 9, messagesIn('en')).body).toBe('a\nb\nc');
  });
});
