import type { PresetRule } from '../notices/notice-rule.ts';
import type { FeedPreset } from '../preset.ts';
import { headerSecret, isToken, presetServer, socketUrl, typedInto } from '../preset-parts.ts';

/** What messages may bring for clients: https://gotify.net/docs/msgextras. */
const extras = 'extras["client::notification"]';

const rule: PresetRule = {
  title: '{title}',
  body: '{message}',
  link: `{${extras}.click.url}`,
  icon: `{${extras}.bigImageUrl}`,
  key: '{id}',
  time: '{date}',
};

/**
 * Messages of a Gotify server (https://gotify.net/api-docs, `/stream`). Its list of messages goes back in time only,
 * so that what came while Suzu was away cannot be asked for.
 */
export const preset: FeedPreset = {
  id: 'gotify',
  place: 30,
  fields: [
    { id: 'server', kind: 'server', initial: '', optional: false },
    { id: 'token', kind: 'secret', initial: '', optional: false },
  ],
  words: {
    en: {
      name: 'Gotify',
      about: 'Rings for every message of your Gotify server.',
      fields: {
        server: { label: 'Server', hint: 'For example gotify.example.org' },
        token: {
          label: 'Client token',
          hint: 'Create a client in Gotify under Clients. An application’s token only sends.',
        },
      },
      options: {},
    },
    ja: {
      name: 'Gotify',
      about: 'Gotifyサーバーにメッセージが届くたびに鳴ります。',
      fields: {
        server: { label: 'サーバー', hint: '例：gotify.example.org' },
        token: {
          label: 'クライアントトークン',
          hint: 'GotifyのClientsで作成します。アプリケーションのトークンは送信専用です。',
        },
      },
      options: {},
    },
    ko: {
      name: 'Gotify',
      about: 'Gotify 서버에 메시지가 올 때마다 울립니다.',
      fields: {
        server: { label: '서버', hint: '예: gotify.example.org' },
        token: {
          label: '클라이언트 토큰',
          hint: 'Gotify의 Clients에서 만드세요. 애플리케이션 토큰은 전송 전용입니다.',
        },
      },
      options: {},
    },
    'zh-CN': {
      name: 'Gotify',
      about: '你的 Gotify 服务器每收到一条消息就会响铃。',
      fields: {
        server: { label: '服务器', hint: '例如 gotify.example.org' },
        token: {
          label: '客户端令牌',
          hint: '请在 Gotify 的 Clients 中创建。应用的令牌只能用于发送。',
        },
      },
      options: {},
    },
  },
  make(values) {
    const server = presetServer(typedInto(values, 'server'));
    if (server === null) return { wrong: 'server' };
    const token = typedInto(values, 'token');
    if (!isToken(token)) return { wrong: 'token' };
    return {
      name: server.host.slice(0, 100),
      connection: {
        system: 'websocket',
        url: socketUrl(server, '/stream'),
        protocols: [],
        hello: [],
        silentAfter: null,
        resume: null,
      },
      secrets: headerSecret('X-Gotify-Key', '', token),
    };
  },
  // Gotify's apps are quiet below 4 and insist from 8 on (https://github.com/gotify/android#message-priorities).
  rules: () => [
    { ...rule, when: [{ field: 'priority', is: 'above', value: '7' }], urgency: 'critical' },
    { ...rule, when: [{ field: 'priority', is: 'below', value: '4' }], urgency: 'low' },
    rule,
  ],
};
