import type { Condition, PresetRule } from '../notices/notice-rule.ts';
import type { FeedPreset } from '../preset.ts';
import {
  headerSecret,
  isToken,
  presetServer,
  socketUrl,
  typedInto,
  webUrl,
} from '../preset-parts.ts';
import type { FeedConnection } from '../stored-feed.ts';
import { webOrigin } from '../web-origin.ts';

/** Mastodon sends a comment every 15 s (`:thump`, its `streaming/index.js`). */
const silentAfter = 60;

/** Streams of large servers are on a host of their own, to which the server itself only redirects. */
const streamingHosts: Readonly<Record<string, string>> = {
  'mastodon.social': 'streaming.mastodon.social',
};

/**
 * Notifications of Mastodon and of servers that speak its API and take the token in a header, GoToSocial among them
 * (https://docs.joinmastodon.org/methods/streaming/). Pleroma and its kin want it in the address, where it would
 * land in logs.
 */
export const preset: FeedPreset = {
  id: 'mastodon',
  place: 20,
  fields: [
    { id: 'server', kind: 'server', initial: '', optional: false },
    { id: 'token', kind: 'secret', initial: '', optional: false },
    {
      id: 'transport',
      kind: 'choice',
      initial: 'websocket',
      optional: false,
      options: ['websocket', 'sse'],
    },
    { id: 'streaming', kind: 'server', initial: '', optional: true },
  ],
  words: {
    en: {
      name: 'Mastodon',
      about: 'Rings for the notifications of an account on Mastodon, GoToSocial and the like.',
      fields: {
        server: { label: 'Server', hint: 'For example mastodon.social' },
        token: {
          label: 'Access token',
          hint: 'Create an application in Mastodon’s settings under Development, with the scope read or read:notifications, and copy its access token.',
        },
        transport: {
          label: 'Connection',
          hint: 'GoToSocial knows WebSocket only. Choose the other one where a proxy does not let it through.',
        },
        streaming: {
          label: 'Streaming server',
          hint: 'Only where it is not the same, for example streaming.example.org',
        },
      },
      options: { sse: 'Server-sent events', websocket: 'WebSocket' },
    },
    ja: {
      name: 'Mastodon',
      about: 'MastodonやGoToSocialなどのアカウントの通知で鳴ります。',
      fields: {
        server: { label: 'サーバー', hint: '例：mastodon.social' },
        token: {
          label: 'アクセストークン',
          hint: 'Mastodonの設定の「開発」で、スコープ read または read:notifications のアプリを作り、そのアクセストークンを貼り付けてください。',
        },
        transport: {
          label: '接続方法',
          hint: 'GoToSocialはWebSocketだけに対応しています。プロキシに阻まれるときは、もう一方を選んでください。',
        },
        streaming: {
          label: 'ストリーミングサーバー',
          hint: '別のサーバーの場合だけ。例：streaming.example.org',
        },
      },
      options: { sse: 'Server-Sent Events', websocket: 'WebSocket' },
    },
    ko: {
      name: 'Mastodon',
      about: 'Mastodon, GoToSocial 등에 있는 계정의 알림에 울립니다.',
      fields: {
        server: { label: '서버', hint: '예: mastodon.social' },
        token: {
          label: '액세스 토큰',
          hint: 'Mastodon 설정의 개발 메뉴에서 read 또는 read:notifications 범위로 애플리케이션을 만들고 그 액세스 토큰을 붙여 넣으세요.',
        },
        transport: {
          label: '연결 방식',
          hint: 'GoToSocial은 WebSocket만 지원합니다. 프록시가 막는다면 다른 쪽을 선택하세요.',
        },
        streaming: {
          label: '스트리밍 서버',
          hint: '서버가 다를 때만 입력합니다. 예: streaming.example.org',
        },
      },
      options: { sse: 'Server-Sent Events', websocket: 'WebSocket' },
    },
    'zh-CN': {
      name: 'Mastodon',
      about: '为 Mastodon、GoToSocial 等服务器上账号的通知响铃。',
      fields: {
        server: { label: '服务器', hint: '例如 mastodon.social' },
        token: {
          label: '访问令牌',
          hint: '请在 Mastodon 设置的“开发”中创建应用，权限选择 read 或 read:notifications，然后复制其访问令牌。',
        },
        transport: {
          label: '连接方式',
          hint: 'GoToSocial 仅支持 WebSocket。如果代理不放行，请改用另一种。',
        },
        streaming: {
          label: '流式传输服务器',
          hint: '仅在与上面的服务器不同时填写，例如 streaming.example.org',
        },
      },
      options: { sse: 'Server-Sent Events', websocket: 'WebSocket' },
    },
  },
  make(values) {
    const server = presetServer(typedInto(values, 'server'));
    if (server === null) return { wrong: 'server' };
    const token = typedInto(values, 'token');
    if (!isToken(token)) return { wrong: 'token' };
    const known = Object.hasOwn(streamingHosts, server.host) ? streamingHosts[server.host] : null;
    const streaming = presetServer(typedInto(values, 'streaming') || (known ?? server.place));
    if (streaming === null) return { wrong: 'streaming' };
    // What was not said of the one is as with the other: http on a network of one's own.
    const streams = streaming.host === server.host ? server : streaming;
    return {
      name: server.host.slice(0, 100),
      connection:
        typedInto(values, 'transport') === 'sse'
          ? {
              system: 'sse',
              url: webUrl(streams, '/api/v1/streaming/user/notification'),
              events: ['notification'],
              silentAfter,
              resume: null,
            }
          : {
              system: 'websocket',
              url: socketUrl(streams, '/api/v1/streaming?stream=user:notification'),
              protocols: [],
              hello: [],
              silentAfter: null,
              resume: null,
            },
      secrets: headerSecret('Authorization', 'Bearer ', token),
    };
  },
  rules: (connection) => notificationRules(connection),
  // The stream repeats nothing. `min_id` gives the oldest of what is newer, so that asking on misses none
  // (https://docs.joinmastodon.org/api/guidelines/#pagination).
  catchUp: (connection) => ({
    url: `${serverOrigin(connection)}/api/v1/notifications?limit=80`,
    parameter: 'min_id',
    mark: `{${inEvent(connection)}id}`,
    event: (entry) =>
      connection.system === 'sse'
        ? { name: 'notification', data: entry }
        : { name: '', data: { event: 'notification', payload: entry } },
  }),
};

/** What stands before the fields of a notification: a WebSocket brings it as a text within another. */
function inEvent({ system }: FeedConnection): string {
  return system === 'sse' ? '' : 'payload.';
}

/** The server itself; a host for streams is called after it. */
function serverOrigin({ url }: FeedConnection): string {
  return webOrigin(url).replace('//streaming.', '//');
}

/**
 * Types of Mastodon (https://docs.joinmastodon.org/entities/Notification/#type) and of its forks, worded as Misskey's
 * that are the same; others have a sentence for whatever comes.
 */
const sameAsMisskey: Readonly<Record<string, string>> = {
  mention: 'mention',
  status: 'note',
  reblog: 'renote',
  quote: 'quote',
  follow: 'follow',
  follow_request: 'receiveFollowRequest',
  favourite: 'reaction',
  reaction: 'reaction',
  'pleroma:emoji_reaction': 'reaction',
  poll: 'pollEnded',
};

function notificationRules(connection: FeedConnection): readonly PresetRule[] {
  const at = inEvent(connection);
  const { host } = new URL(serverOrigin(connection));
  const common: readonly Condition[] = [
    { field: at === '' ? '$name' : 'event', is: 'is', value: 'notification' },
    // A filter that the user set on the server stays one here.
    { field: `${at}status.filtered[0].filter.filter_action`, is: 'is-not', value: 'hide' },
  ];
  const rule: PresetRule = {
    link: `{${at}status.url || ${at}status.uri || ${at}account.url}`,
    key: `{${at}id}`,
    time: `{${at}created_at}`,
    person: {
      id: `{${at}account.id}`,
      name: `{${at}account.display_name || ${at}account.username}`,
      username: `{${at}account.username}`,
      // Those of the server itself have no host in their names.
      host: `{${at}account.acct:host || ${JSON.stringify(host)}}`,
      avatar: `{${at}account.avatar_static || ${at}account.avatar}`,
    },
    note: {
      id: `{${at}status.id}`,
      text: `{${at}status.content:plain}`,
      cw: `{${at}status.spoiler_text}`,
      files: `{${at}status.media_attachments.length}`,
      poll: `{${at}status.poll.id}`,
    },
  };
  const direct: PresetRule = {
    ...rule,
    when: [
      ...common,
      { field: `${at}type`, is: 'is', value: 'mention' },
      { field: `${at}status.visibility`, is: 'is', value: 'direct' },
    ],
    type: 'mention',
    ...(rule.note ? { note: { ...rule.note, direct: true } } : {}),
  };
  const worded = Object.entries(sameAsMisskey).map(
    ([type, same]): PresetRule => ({
      ...rule,
      when: [...common, { field: `${at}type`, is: 'is', value: type }],
      type: same,
      // Mastodon has one reaction, the star; the emoji is of forks that have more.
      ...(same === 'reaction' ? { reaction: `{${at}emoji || "⭐"}` } : {}),
    }),
  );
  const other: PresetRule = {
    ...rule,
    when: [...common, { field: `${at}id`, is: 'exists', value: '' }],
    type: 'other',
    body: `{${at}type:words}`,
  };
  return [direct, ...worded, other];
}
