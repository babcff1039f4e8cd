import { describe, expect, test } from 'vitest';
import { preset } from '../../../../../src-main/engine/feeds/presets/mastodon.ts';
import { feedEvent } from '../../../../support/feed-event.ts';
import { presetFeed, wrongField } from '../../../../support/preset-bench.ts';

const account = {
  id: '971724',
  username: 'zsc',
  acct: 'zsc@far.example',
  display_name: 'Zoë \u202E',
  url: 'https://far.example/@zsc',
  avatar: 'https://files.example/moving.gif',
  avatar_static: 'https://files.example/still.png',
};
const status = {
  id: '103186126728896492',
  created_at: '2026-05-27T01:12:41.000Z',
  spoiler_text: '',
  visibility: 'public',
  url: 'https://far.example/@zsc/103186126728896492',
  content: '<p><a href="https://home.example/@me">@<span>me</span></a> hello&amp;goodbye<br>:)</p>',
  media_attachments: [],
  poll: null,
  filtered: [],
};
const notification = (type: string, changes: object = {}) => ({
  id: '34975861',
  type,
  created_at: '2026-05-27T01:12:46.616Z',
  account,
  status,
  ...changes,
});

const typed = { server: 'Home.example', token: 'abc123' };
const byStream = () => presetFeed(preset, { ...typed, transport: 'sse' });
const bySocket = () => presetFeed(preset, typed);
const streamed = (said: unknown, name = 'notification') => feedEvent(said, { name });
const socketed = (said: unknown) =>
  feedEvent(
    { stream: ['user:notification'], event: 'notification', payload: JSON.stringify(said) },
    { name: '' },
  );

describe('Mastodon', () => {
  test('is listened to by WebSocket, with the token in a header', () => {
    const { name, connection, secrets } = bySocket();
    expect(name).toBe('home.example');
    expect(connection).toMatchObject({
      system: 'websocket',
      url: 'wss://home.example/api/v1/streaming?stream=user:notification',
    });
    expect(secrets.headers).toEqual({ Authorization: 'Bearer abc123' });
    expect(JSON.stringify(connection)).not.toContain('abc123');
  });

  test('or by event stream', () => {
    expect(byStream().connection).toMatchObject({
      system: 'sse',
      url: 'https://home.example/api/v1/streaming/user/notification',
      silentAfter: 60,
    });
  });

  test.each([
    [{ server: 'mastodon.social' }, 'wss://streaming.mastodon.social', 'https://mastodon.social'],
    [
      { server: 'home.example', streaming: 'streaming.home.example' },
      'wss://streaming.home.example',
      'https://home.example',
    ],
    [{ server: 'http://10.0.0.2:3000' }, 'ws://10.0.0.2:3000', 'http://10.0.0.2:3000'],
    [{ server: 'localhost:3000' }, 'ws://localhost:3000', 'http://localhost:3000'],
  ])('%j: what was missed is asked of the server itself', (values, streams, server) => {
    const { connection } = presetFeed(preset, { ...values, token: 'abc' });
    expect(connection.url).toBe(`${streams}/api/v1/streaming?stream=user:notification`);
    expect(preset.catchUp?.(connection)).toMatchObject({
      url: `${server}/api/v1/notifications?limit=80`,
      parameter: 'min_id',
    });
  });

  test.each([
    [{ server: '', token: 'a' }, 'server'],
    [{ server: 'home.example', token: '' }, 'token'],
    [{ server: 'home.example', token: 'a', streaming: 'a b' }, 'streaming'],
  ])('%j: wrong is %s', (values, wrong) => {
    expect(wrongField(preset, values)).toBe(wrong);
  });

  const hi = '@me hello&goodbye :)';
  const none = { status: undefined };
  const words: [string, object, readonly string[]][] = [
    [
      'mention',
      {},
      [
        `Zoë mentioned you | ${hi}`,
        `Zoëさんからのメンション | ${hi}`,
        `Zoë 님이 나를 멘션했습니다 | ${hi}`,
        `Zoë 提到了你 | ${hi}`,
      ],
    ],
    [
      'mention',
      { status: { ...status, visibility: 'direct' } },
      [
        `Zoë sent you a direct note | ${hi}`,
        `Zoëさんからのダイレクト投稿 | ${hi}`,
        `Zoë 님이 다이렉트 노트를 보냈습니다 | ${hi}`,
        `Zoë 给你发了私信 | ${hi}`,
      ],
    ],
    [
      'status',
      {},
      [
        `Zoë posted a note | ${hi}`,
        `Zoëさんがノートを投稿しました | ${hi}`,
        `Zoë 님이 노트를 올렸습니다 | ${hi}`,
        `Zoë 发布了新帖子 | ${hi}`,
      ],
    ],
    [
      'reblog',
      {},
      [
        `Zoë renoted your note | ${hi}`,
        `Zoëさんがあなたのノートをリノートしました | ${hi}`,
        `Zoë 님이 내 노트를 리노트했습니다 | ${hi}`,
        `Zoë 转发了你的帖子 | ${hi}`,
      ],
    ],
    [
      'quote',
      {},
      [
        `Zoë quoted your note | ${hi}`,
        `Zoëさんがあなたのノートを引用しました | ${hi}`,
        `Zoë 님이 내 노트를 인용했습니다 | ${hi}`,
        `Zoë 引用了你的帖子 | ${hi}`,
      ],
    ],
    [
      'favourite',
      {},
      [
        `Zoë reacted with ⭐ | ${hi}`,
        `Zoëさんが⭐でリアクションしました | ${hi}`,
        `Zoë 님이 ⭐ 리액션을 남겼습니다 | ${hi}`,
        `Zoë 回应了 ⭐ | ${hi}`,
      ],
    ],
    [
      'pleroma:emoji_reaction',
      { emoji: '🍮' },
      [
        `Zoë reacted with 🍮 | ${hi}`,
        `Zoëさんが🍮でリアクションしました | ${hi}`,
        `Zoë 님이 🍮 리액션을 남겼습니다 | ${hi}`,
        `Zoë 回应了 🍮 | ${hi}`,
      ],
    ],
    [
      'follow',
      none,
      [
        'Zoë followed you',
        'Zoëさんにフォローされました',
        'Zoë 님이 나를 팔로우합니다',
        'Zoë 关注了你',
      ],
    ],
    [
      'follow_request',
      none,
      [
        'Zoë asks to follow you',
        'Zoëさんからのフォローリクエスト',
        'Zoë 님이 팔로우를 요청했습니다',
        'Zoë 请求关注你',
      ],
    ],
    [
      'poll',
      {},
      [
        `A poll has ended | ${hi}`,
        `アンケートが終了しました | ${hi}`,
        `투표가 끝났습니다 | ${hi}`,
        `投票已结束 | ${hi}`,
      ],
    ],
    [
      'update',
      {},
      [
        `New notification from Zoë | ${hi}`,
        `Zoëさんからの新しい通知 | ${hi}`,
        `Zoë 님의 새 알림 | ${hi}`,
        `来自 Zoë 的新通知 | ${hi}`,
      ],
    ],
    [
      'severed_relationships',
      { ...none, account: undefined },
      [
        'New notification | severed relationships',
        '新しい通知 | severed relationships',
        '새 알림 | severed relationships',
        '新通知 | severed relationships',
      ],
    ],
  ];

  test.each(words)(
    '%s is worded in all languages, whichever way it came',
    (type, changes, said) => {
      expect(bySocket().said(socketed(notification(type, changes)))).toEqual(said);
      expect(byStream().said(streamed(notification(type, changes)))).toEqual(said);
    },
  );

  test('a notification names who, where from, and where a click leads', () => {
    const notice = bySocket().notice(socketed(notification('mention')));
    expect(notice).toEqual(byStream().notice(streamed(notification('mention'))));
    expect(notice).toMatchObject({
      sourceId: 'key:34975861',
      type: 'mention',
      createdAt: Date.UTC(2026, 4, 27, 1, 12, 46, 616),
      person: {
        userId: '971724',
        username: 'zsc',
        host: 'far.example',
        name: 'Zoë',
        avatarUrl: 'https://files.example/still.png',
      },
      note: { id: '103186126728896492', text: hi, cw: null, direct: false },
      target: { kind: 'link', url: 'https://far.example/@zsc/103186126728896492' },
    });
  });

  test('who is on the server itself has its host, and who has no name is called by the username', () => {
    const local = { ...account, acct: 'zsc', display_name: '' };
    const followed = notification('follow', { ...none, account: local });
    expect(bySocket().notice(socketed(followed))).toMatchObject({
      person: { name: 'zsc', host: 'home.example' },
      note: null,
      target: { kind: 'link', url: 'https://far.example/@zsc' },
    });
  });

  test('what a content warning covers stays covered', () => {
    const covered = { ...status, spoiler_text: 'spoilers' };
    const event = socketed(notification('mention', { status: covered }));
    expect(bySocket().notice(event).note).toMatchObject({ text: '', cw: 'spoilers' });
    expect(bySocket().said(event)[0]).toBe('Zoë mentioned you | Content warning: spoilers');
  });

  test('files and a poll are told', () => {
    const full = { ...status, content: '', media_attachments: [{}, {}], poll: { id: '1' } };
    const event = streamed(notification('status', { status: full }));
    expect(byStream().said(event)[0]).toBe('Zoë posted a note | [2 files] [Poll]');
  });

  test('what the user filters on the server does not ring', () => {
    const hidden = { ...status, filtered: [{ filter: { filter_action: 'hide' } }] };
    const warned = { ...status, filtered: [{ filter: { filter_action: 'warn' } }] };
    const kindOf = (of: object) =>
      bySocket().word(socketed(notification('mention', { status: of }))).kind;
    expect(kindOf(hidden)).toBe('filtered');
    expect(kindOf(warned)).toBe('notice');
  });

  test.each([
    ['another event', streamed(status, 'update')],
    ['what is no JSON', streamed('1', 'notifications_merged')],
    ['a notification that is none', streamed({}, 'notification')],
  ])('%s rings nothing', (_what, event) => {
    expect(byStream().word(event).kind).toBe('filtered');
  });

  test.each([
    { event: 'update', payload: JSON.stringify(status) },
    { event: 'notification', payload: 'not JSON' },
    { event: 'notification', payload: '{"id":' },
    { error: 'Access token does not have the required scopes', status: 401 },
  ])('nor does %j', (said) => {
    expect(bySocket().word(feedEvent(said, { name: '' })).kind).toBe('filtered');
  });

  test('what was missed is known by the same id as on the stream', () => {
    for (const [feed, event] of [
      [byStream(), streamed(notification('follow'))],
      [bySocket(), socketed(notification('follow'))],
    ] as const) {
      const { name, data } = preset.catchUp?.(feed.connection).event(notification('follow')) ?? {};
      const missed = { ...event, name: name ?? 'none', data, text: JSON.stringify(data) };
      expect(feed.notice(missed)).toEqual(feed.notice(event));
    }
  });
});
