import { compileRule } from '../notices/compiled-rule.ts';
import type { NoticeRule } from '../notices/notice-rule.ts';
import { parseField } from '../notices/template.ts';
import type { FeedPreset } from '../preset.ts';
import { passwordSecrets, presetServer, topicConnection, typedInto } from '../preset-parts.ts';

/**
 * The topic tells which sensor it is, and what it sends is the value, bare or as JSON. An empty message is none: it
 * makes the broker forget what it kept (MQTT 3.1.1, section 3.3.1.3).
 */
const plain: NoticeRule = {
  when: [{ field: '$text', is: 'exists', value: '' }],
  title: '{$name}',
  body: '{value || state || $text}',
  link: '',
  icon: '',
  key: '',
  group: '{$name}',
  urgency: '',
};

/** Any sensor that publishes by MQTT; on demand only what is above or below a limit. */
export const preset: FeedPreset = {
  id: 'mqtt-sensor',
  place: 50,
  fields: [
    { id: 'server', kind: 'server', initial: '', optional: false },
    { id: 'username', kind: 'text', initial: '', optional: true },
    { id: 'password', kind: 'secret', initial: '', optional: true },
    { id: 'topic', kind: 'text', initial: '', optional: false },
    { id: 'value', kind: 'text', initial: '', optional: true },
    {
      id: 'when',
      kind: 'choice',
      initial: 'always',
      optional: false,
      options: ['always', 'above', 'below'],
    },
    { id: 'limit', kind: 'text', initial: '', optional: true },
  ],
  words: {
    en: {
      name: 'MQTT sensor',
      about: 'Rings for the values of a sensor, all of them or those beyond a limit.',
      fields: {
        server: {
          label: 'MQTT broker',
          hint: 'Over WebSocket: wss://broker.example.org/mqtt, or ws://192.168.1.2:9001 at home.',
        },
        username: { label: 'User name', hint: '' },
        password: { label: 'Password', hint: '' },
        topic: {
          label: 'Topic',
          hint: 'For example home/kitchen/temperature. + stands for one level, # at the end for all that follow.',
        },
        value: {
          label: 'Field',
          hint: 'Where the value stands if the sensor sends JSON, for example temperature.',
        },
        when: { label: 'Rings for', hint: '' },
        limit: { label: 'Limit', hint: 'A number, for example 27.5' },
      },
      options: {
        always: 'Every value',
        above: 'Values above the limit',
        below: 'Values below the limit',
      },
    },
    ja: {
      name: 'MQTTセンサー',
      about: 'センサーの値で鳴ります。すべての値、または限度を超えた値だけを選べます。',
      fields: {
        server: {
          label: 'MQTTブローカー',
          hint: 'WebSocketで接続します。例：wss://broker.example.org/mqtt、家庭内なら ws://192.168.1.2:9001',
        },
        username: { label: 'ユーザー名', hint: '' },
        password: { label: 'パスワード', hint: '' },
        topic: {
          label: 'トピック',
          hint: '例：home/kitchen/temperature。+ は一つの階層、末尾の # はそれ以下すべてを表します。',
        },
        value: {
          label: '項目',
          hint: 'センサーがJSONを送る場合に、値がある場所。例：temperature',
        },
        when: { label: '鳴らす値', hint: '' },
        limit: { label: '限度', hint: '数値。例：27.5' },
      },
      options: { always: 'すべての値', above: '限度より大きい値', below: '限度より小さい値' },
    },
    ko: {
      name: 'MQTT 센서',
      about: '센서 값에 울립니다. 모든 값 또는 한도를 벗어난 값만 고를 수 있습니다.',
      fields: {
        server: {
          label: 'MQTT 브로커',
          hint: 'WebSocket으로 연결합니다. 예: wss://broker.example.org/mqtt, 집에서는 ws://192.168.1.2:9001',
        },
        username: { label: '사용자 이름', hint: '' },
        password: { label: '비밀번호', hint: '' },
        topic: {
          label: '토픽',
          hint: '예: home/kitchen/temperature. +는 한 단계, 끝의 #는 그 아래 전부를 뜻합니다.',
        },
        value: {
          label: '항목',
          hint: '센서가 JSON을 보낼 때 값이 있는 위치. 예: temperature',
        },
        when: { label: '울릴 값', hint: '' },
        limit: { label: '한도', hint: '숫자. 예: 27.5' },
      },
      options: { always: '모든 값', above: '한도보다 큰 값', below: '한도보다 작은 값' },
    },
    'zh-CN': {
      name: 'MQTT 传感器',
      about: '为传感器的数值响铃，可以是全部数值，也可以只是超出界限的数值。',
      fields: {
        server: {
          label: 'MQTT 服务器',
          hint: '通过 WebSocket 连接：wss://broker.example.org/mqtt，家中可用 ws://192.168.1.2:9001',
        },
        username: { label: '用户名', hint: '' },
        password: { label: '密码', hint: '' },
        topic: {
          label: '主题',
          hint: '例如 home/kitchen/temperature。+ 代表一层，末尾的 # 代表其下全部。',
        },
        value: {
          label: '字段',
          hint: '传感器发送 JSON 时数值所在的位置，例如 temperature。',
        },
        when: { label: '响铃的数值', hint: '' },
        limit: { label: '界限', hint: '一个数字，例如 27.5' },
      },
      options: { always: '全部数值', above: '高于界限的数值', below: '低于界限的数值' },
    },
  },
  make(values, unique) {
    const server = presetServer(typedInto(values, 'server'));
    if (server === null) return { wrong: 'server' };
    const filter = typedInto(values, 'topic');
    if (filter === '' || filter.length > 1_024) return { wrong: 'topic' };
    const field = typedInto(values, 'value');
    if (field !== '' && 'problem' in parseField(field)) return { wrong: 'value' };
    const when = typedInto(values, 'when');
    const is = when === 'above' || when === 'below' ? when : null;
    const rule: NoticeRule = {
      ...plain,
      when:
        is === null
          ? plain.when
          : [{ field: field || 'value || state || $text', is, value: typedInto(values, 'limit') }],
      body: field === '' ? plain.body : `{${field} || $text}`,
    };
    if ('problem' in compileRule(rule)) return { wrong: 'limit' };
    return {
      name: filter.slice(0, 100),
      connection: topicConnection(server, filter, unique),
      secrets: passwordSecrets(typedInto(values, 'username'), values['password'] ?? ''),
      ...(is === null && field === '' ? {} : { rule }),
    };
  },
  rules: () => [plain],
};
