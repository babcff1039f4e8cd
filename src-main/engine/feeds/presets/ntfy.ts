import type { FeedPreset } from '../preset.ts';
import {
  headerSecret,
  isToken,
  presetServer,
  socketUrl,
  typedInto,
  webUrl,
} from '../preset-parts.ts';

/** How ntfy names topics (https://docs.ntfy.sh/publish/#picking-a-topic-name). */
const topicName = /^[-_A-Za-z0-9]{1,64}$/;

/** It sends a message of its own every 45 s (`keepalive-interval`, https://docs.ntfy.sh/config/). */
const silentAfter = 120;

/**
 * Only messages have a `message`: what else comes (`open`, `keepalive`) has ids that ntfy does not know later on,
 * and for an unknown id it sends all that it still has (https://docs.ntfy.sh/subscribe/api/#fetch-cached-messages).
 * Before the first message it is asked by the time of the first `open`, which is by its own clock.
 */
const resume = { parameter: 'since', value: '{message && id || $mark || time}' };

/** Topics of ntfy (https://docs.ntfy.sh/subscribe/api/), on its own server or on anybody's. */
export const preset: FeedPreset = {
  id: 'ntfy',
  place: 10,
  fields: [
    { id: 'topics', kind: 'text', initial: '', optional: false },
    { id: 'server', kind: 'server', initial: 'ntfy.sh', optional: false },
    { id: 'token', kind: 'secret', initial: '', optional: true },
    {
      id: 'transport',
      kind: 'choice',
      initial: 'sse',
      optional: false,
      options: ['sse', 'websocket'],
    },
  ],
  words: {
    en: {
      name: 'ntfy',
      about: 'Rings for every message of one or more ntfy topics.',
      fields: {
        topics: { label: 'Topics', hint: 'One or more, with commas between them.' },
        server: { label: 'Server', hint: 'ntfy.sh, or a server of your own.' },
        token: {
          label: 'Access token',
          hint: 'Begins with tk_. Only needed where the topics are protected.',
        },
        transport: {
          label: 'Connection',
          hint: 'Choose the other one where a proxy holds messages back.',
        },
      },
      options: { sse: 'Server-sent events', websocket: 'WebSocket' },
    },
    ja: {
      name: 'ntfy',
      about: 'ntfyのトピックにメッセージが届くたびに鳴ります。',
      fields: {
        topics: { label: 'トピック', hint: '複数ある場合はカンマで区切ります。' },
        server: { label: 'サーバー', hint: 'ntfy.sh、または自分のサーバー。' },
        token: {
          label: 'アクセストークン',
          hint: 'tk_ で始まります。トピックが保護されている場合にだけ必要です。',
        },
        transport: {
          label: '接続方法',
          hint: 'プロキシのせいでメッセージが遅れるときは、もう一方を選んでください。',
        },
      },
      options: { sse: 'Server-Sent Events', websocket: 'WebSocket' },
    },
    ko: {
      name: 'ntfy',
      about: 'ntfy 토픽에 메시지가 올 때마다 울립니다.',
      fields: {
        topics: { label: '토픽', hint: '여러 개는 쉼표로 구분합니다.' },
        server: { label: '서버', hint: 'ntfy.sh 또는 직접 운영하는 서버.' },
        token: {
          label: '액세스 토큰',
          hint: 'tk_로 시작합니다. 토픽이 보호되어 있을 때만 필요합니다.',
        },
        transport: {
          label: '연결 방식',
          hint: '프록시 때문에 메시지가 늦게 온다면 다른 쪽을 선택하세요.',
        },
      },
      options: { sse: 'Server-Sent Events', websocket: 'WebSocket' },
    },
    'zh-CN': {
      name: 'ntfy',
      about: 'ntfy 主题每收到一条消息就会响铃。',
      fields: {
        topics: { label: '主题', hint: '可填多个，用逗号分隔。' },
        server: { label: '服务器', hint: 'ntfy.sh，或你自己的服务器。' },
        token: { label: '访问令牌', hint: '以 tk_ 开头。仅当主题受保护时才需要。' },
        transport: { label: '连接方式', hint: '如果代理使消息延迟，请改用另一种。' },
      },
      options: { sse: 'Server-Sent Events', websocket: 'WebSocket' },
    },
  },
  make(values) {
    const server = presetServer(typedInto(values, 'server'));
    if (server === null) return { wrong: 'server' };
    const topics = typedInto(values, 'topics')
      .split(/[\s,、，]+/)
      .filter((topic) => topic !== '');
    const isUsable = topics.length > 0 && topics.every((topic) => topicName.test(topic));
    if (!isUsable || topics.length > 50) return { wrong: 'topics' };
    const token = typedInto(values, 'token');
    if (token !== '' && !isToken(token)) return { wrong: 'token' };
    const path = `/${topics.join(',')}`;
    return {
      name: topics.join(', ').slice(0, 100),
      connection:
        typedInto(values, 'transport') === 'websocket'
          ? {
              system: 'websocket',
              url: socketUrl(server, `${path}/ws`),
              protocols: [],
              hello: [],
              silentAfter,
              resume,
            }
          : { system: 'sse', url: webUrl(server, `${path}/sse`), events: [], silentAfter, resume },
      secrets: headerSecret('Authorization', 'Bearer ', token),
    };
  },
  rules: () => [
    {
      when: [{ field: 'event', is: 'is', value: 'message' }],
      title: '{title || topic}',
      body: '{message}',
      link: '{click || attachment.url}',
      icon: '{icon}',
      key: '{id}',
      urgency: '{priority}',
      time: '{time}',
    },
  ],
};
