import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type Locale, locales, messagesIn } from '../../../../src-main/engine/messages/index.ts';
import { noticeFromNotification } from '../../../../src-main/engine/misskey/notice-from-notification.ts';
import { notificationSchema } from '../../../../src-main/engine/misskey/schemas.ts';
import type { NoteExcerpt } from '../../../../src-main/engine/notices/notice.ts';
import {
  wordDigest,
  wordExcerpt,
  wordNotice,
} from '../../../../src-main/engine/notices/wording.ts';
import { aNotice, rawNote, rawNotification, rawUser } from '../../../support/samples.ts';

const account = { id: 'alice@example.social', origin: 'https://example.social' };

/** Words for a notification as the server sends it. */
function word(fields: Readonly<Record<string, unknown>>, locale: Locale = 'en') {
  const notification = v.parse(notificationSchema, rawNotification('n1', fields));
  return wordNotice(noticeFromNotification(account, notification), messagesIn(locale));
}

type Words = readonly [title: string, body: string];

/** Every type of PROTOCOL §4 in every language; a type that ends in words of its own is listed again. */
const table: readonly {
  readonly what: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly en: Words;
  readonly ja: Words;
  readonly ko: Words;
}[] = [
  {
    what: 'note',
    fields: { type: 'note', note: rawNote() },
    en: ['Bob posted a note', 'hello there'],
    ja: ['Bobさんがノートを投稿しました', 'hello there'],
    ko: ['Bob 님이 노트를 올렸습니다', 'hello there'],
  },
  {
    what: 'follow',
    fields: { type: 'follow' },
    en: ['Bob followed you', ''],
    ja: ['Bobさんにフォローされました', ''],
    ko: ['Bob 님이 나를 팔로우합니다', ''],
  },
  {
    what: 'mention',
    fields: { type: 'mention', note: rawNote() },
    en: ['Bob mentioned you', 'hello there'],
    ja: ['Bobさんからのメンション', 'hello there'],
    ko: ['Bob 님이 나를 멘션했습니다', 'hello there'],
  },
  {
    what: 'mention in a direct note',
    fields: { type: 'mention', note: rawNote({ visibility: 'specified' }) },
    en: ['Bob sent you a direct note', 'hello there'],
    ja: ['Bobさんからのダイレクト投稿', 'hello there'],
    ko: ['Bob 님이 다이렉트 노트를 보냈습니다', 'hello there'],
  },
  {
    what: 'reply',
    fields: { type: 'reply', note: rawNote({ reply: rawNote({ id: 'mine', text: 'mine' }) }) },
    en: ['Bob replied to you', 'hello there'],
    ja: ['Bobさんからの返信', 'hello there'],
    ko: ['Bob 님이 답글을 남겼습니다', 'hello there'],
  },
  {
    what: 'renote',
    fields: {
      type: 'renote',
      note: rawNote({ text: null, renote: rawNote({ id: 'mine', text: 'my words' }) }),
    },
    en: ['Bob renoted your note', 'my words'],
    ja: ['Bobさんがあなたのノートをリノートしました', 'my words'],
    ko: ['Bob 님이 내 노트를 리노트했습니다', 'my words'],
  },
  {
    what: 'renote of a note that is gone',
    fields: { type: 'renote', note: rawNote({ text: null, renoteId: 'mine', renote: null }) },
    en: ['Bob renoted your note', ''],
    ja: ['Bobさんがあなたのノートをリノートしました', ''],
    ko: ['Bob 님이 내 노트를 리노트했습니다', ''],
  },
  {
    what: 'quote',
    fields: { type: 'quote', note: rawNote({ renote: rawNote({ id: 'mine', text: 'mine' }) }) },
    en: ['Bob quoted your note', 'hello there'],
    ja: ['Bobさんがあなたのノートを引用しました', 'hello there'],
    ko: ['Bob 님이 내 노트를 인용했습니다', 'hello there'],
  },
  {
    what: 'reaction with a Unicode emoji',
    fields: { type: 'reaction', reaction: '❤', note: rawNote() },
    en: ['Bob reacted with ❤', 'hello there'],
    ja: ['Bobさんが❤でリアクションしました', 'hello there'],
    ko: ['Bob 님이 ❤ 리액션을 남겼습니다', 'hello there'],
  },
  {
    what: 'reaction with a custom emoji, as notifications spell it',
    fields: { type: 'reaction', reaction: ':blobtest:', note: rawNote() },
    en: ['Bob reacted with :blobtest:', 'hello there'],
    ja: ['Bobさんが:blobtest:でリアクションしました', 'hello there'],
    ko: ['Bob 님이 :blobtest: 리액션을 남겼습니다', 'hello there'],
  },
  {
    what: 'reaction with a custom emoji, as everything else spells it',
    fields: { type: 'reaction', reaction: ':blobtest@.:', note: rawNote() },
    en: ['Bob reacted with :blobtest:', 'hello there'],
    ja: ['Bobさんが:blobtest:でリアクションしました', 'hello there'],
    ko: ['Bob 님이 :blobtest: 리액션을 남겼습니다', 'hello there'],
  },
  {
    what: 'reaction with a custom emoji of another server',
    fields: { type: 'reaction', reaction: ':blob@far.example:', note: rawNote() },
    en: ['Bob reacted with :blob:', 'hello there'],
    ja: ['Bobさんが:blob:でリアクションしました', 'hello there'],
    ko: ['Bob 님이 :blob: 리액션을 남겼습니다', 'hello there'],
  },
  {
    what: 'pollVote (old servers)',
    fields: { type: 'pollVote', note: rawNote() },
    en: ['Bob voted in your poll', 'hello there'],
    ja: ['Bobさんがあなたのアンケートに投票しました', 'hello there'],
    ko: ['Bob 님이 내 투표에 참여했습니다', 'hello there'],
  },
  {
    what: 'pollEnded',
    fields: {
      type: 'pollEnded',
      user: undefined,
      note: rawNote({ poll: { multiple: false, expiresAt: null, choices: [] } }),
    },
    en: ['A poll has ended', 'hello there [Poll]'],
    ja: ['アンケートが終了しました', 'hello there [アンケート]'],
    ko: ['투표가 끝났습니다', 'hello there [투표]'],
  },
  {
    what: 'scheduledNotePosted',
    fields: { type: 'scheduledNotePosted', user: undefined, note: rawNote() },
    en: ['Your scheduled note was posted', 'hello there'],
    ja: ['予約したノートが投稿されました', 'hello there'],
    ko: ['예약한 노트가 게시되었습니다', 'hello there'],
  },
  {
    what: 'scheduledNotePostFailed',
    fields: { type: 'scheduledNotePostFailed', user: undefined },
    en: ['Your scheduled note could not be posted', ''],
    ja: ['予約したノートを投稿できませんでした', ''],
    ko: ['예약한 노트를 게시하지 못했습니다', ''],
  },
  {
    what: 'receiveFollowRequest',
    fields: { type: 'receiveFollowRequest' },
    en: ['Bob asks to follow you', ''],
    ja: ['Bobさんからのフォローリクエスト', ''],
    ko: ['Bob 님이 팔로우를 요청했습니다', ''],
  },
  {
    what: 'followRequestAccepted',
    fields: { type: 'followRequestAccepted', message: null },
    en: ['You now follow Bob', ''],
    ja: ['Bobさんをフォローしました', ''],
    ko: ['Bob 님을 팔로우합니다', ''],
  },
  {
    what: 'followRequestAccepted with a message',
    fields: { type: 'followRequestAccepted', message: 'be\nwelcome' },
    en: ['You now follow Bob', 'be welcome'],
    ja: ['Bobさんをフォローしました', 'be welcome'],
    ko: ['Bob 님을 팔로우합니다', 'be welcome'],
  },
  {
    what: 'roleAssigned',
    fields: { type: 'roleAssigned', user: undefined, role: { id: 'r', name: 'Moderator' } },
    en: ['You were given the role “Moderator”', ''],
    ja: ['ロール「Moderator」が付与されました', ''],
    ko: ['‘Moderator’ 역할을 받았습니다', ''],
  },
  {
    what: 'roleAssigned without the role',
    fields: { type: 'roleAssigned', user: undefined },
    en: ['You were given a role', ''],
    ja: ['ロールが付与されました', ''],
    ko: ['역할을 받았습니다', ''],
  },
  {
    what: 'chatRoomInvitationReceived',
    fields: {
      type: 'chatRoomInvitationReceived',
      user: undefined,
      invitation: { id: 'i', room: { id: 'r', name: 'The room' }, user: rawUser() },
    },
    en: ['Bob invites you to a chat room', 'The room'],
    ja: ['Bobさんからチャットルームへの招待', 'The room'],
    ko: ['Bob 님이 채팅방에 초대했습니다', 'The room'],
  },
  {
    what: 'achievementEarned',
    fields: { type: 'achievementEarned', user: undefined, achievement: 'client30min' },
    en: ['You earned an achievement', ''],
    ja: ['実績を獲得しました', ''],
    ko: ['도전 과제를 달성했습니다', ''],
  },
  {
    what: 'exportCompleted',
    fields: { type: 'exportCompleted', user: undefined, exportedEntity: 'userList' },
    en: ['Your export is ready', 'Lists'],
    ja: ['エクスポートが完了しました', 'リスト'],
    ko: ['내보내기가 끝났습니다', '리스트'],
  },
  {
    what: 'exportCompleted of something unknown',
    fields: { type: 'exportCompleted', user: undefined, exportedEntity: 'toString' },
    en: ['Your export is ready', 'toString'],
    ja: ['エクスポートが完了しました', 'toString'],
    ko: ['내보내기가 끝났습니다', 'toString'],
  },
  {
    what: 'login',
    fields: { type: 'login', user: undefined },
    en: ['New sign-in to your account', 'If this was not you, check your security settings.'],
    ja: [
      'アカウントに新しいログインがありました',
      '心当たりがない場合は、セキュリティ設定を確認してください。',
    ],
    ko: ['계정에 새로운 로그인이 있었습니다', '본인이 아니라면 보안 설정을 확인하세요.'],
  },
  {
    what: 'createToken',
    fields: { type: 'createToken', user: undefined },
    en: [
      'An app was given access to your account',
      'If this was not you, check your security settings.',
    ],
    ja: [
      'アプリにアカウントへのアクセスが許可されました',
      '心当たりがない場合は、セキュリティ設定を確認してください。',
    ],
    ko: ['앱에 계정 접근 권한이 부여되었습니다', '본인이 아니라면 보안 설정을 확인하세요.'],
  },
  {
    what: 'app',
    fields: { type: 'app', user: undefined, header: 'Backup', body: 'All done' },
    en: ['Backup', 'All done'],
    ja: ['Backup', 'All done'],
    ko: ['Backup', 'All done'],
  },
  {
    what: 'app without a header',
    fields: { type: 'app', user: undefined, header: null, body: 'All done' },
    en: ['Message from an app', 'All done'],
    ja: ['アプリからのメッセージ', 'All done'],
    ko: ['앱에서 보낸 메시지', 'All done'],
  },
  {
    what: 'test',
    fields: { type: 'test', user: undefined },
    en: ['Test notification', 'The bell works.'],
    ja: ['テスト通知', '鈴は正しく鳴ります。'],
    ko: ['테스트 알림', '방울이 잘 울립니다.'],
  },
  {
    what: 'a type that a fork added, with a person and a note',
    fields: { type: 'noteScheduled', note: rawNote() },
    en: ['New notification from Bob', 'hello there'],
    ja: ['Bobさんからの新しい通知', 'hello there'],
    ko: ['Bob 님의 새 알림', 'hello there'],
  },
  {
    what: 'a type that a fork added, with nothing but a text',
    fields: { type: 'sensitiveFlagAssigned', user: undefined, body: 'words' },
    en: ['New notification', 'words'],
    ja: ['新しい通知', 'words'],
    ko: ['새 알림', 'words'],
  },
  {
    what: 'a type named like something every object has',
    fields: { type: 'constructor', user: undefined },
    en: ['New notification', ''],
    ja: ['新しい通知', ''],
    ko: ['새 알림', ''],
  },
  {
    what: 'a type that needs a person, without one',
    fields: { type: 'follow', user: undefined },
    en: ['Someone followed you', ''],
    ja: ['誰かさんにフォローされました', ''],
    ko: ['누군가 님이 나를 팔로우합니다', ''],
  },
];

describe.each(locales)('in %s', (locale) => {
  test.each(table)('$what', ({ fields, ...words }) => {
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
  ] as const)('%s, %s', (locale, why, title, body) => {
    expect(wordDigest(mixed, why, messagesIn(locale))).toEqual({ title, body });
  });

  test('every kind that has a word of its own, in one and in many', () => {
    const kinds = ['reaction', 'follow', 'mention', 'reply', 'renote', 'quote', 'app'];
    expect(wordDigest(notices(...kinds), 'missed', messagesIn('en')).body).toBe(
      '1 reaction, 1 new follower, 1 mention, 1 reply, 1 renote, 1 quote, 1 other',
    );
    expect(wordDigest(notices(...kinds, ...kinds), 'missed', messagesIn('en')).body).toBe(
      '2 reactions, 2 new followers, 2 mentions, 2 replies, 2 renotes, 2 quotes, 2 others',
    );
  });
});
