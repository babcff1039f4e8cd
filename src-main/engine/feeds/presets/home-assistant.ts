import type { Condition, PresetRule } from '../notices/notice-rule.ts';
import type { FeedPreset } from '../preset.ts';
import { passwordSecrets, presetServer, topicConnection, typedInto } from '../preset-parts.ts';

/**
 * States of Home Assistant, as its MQTT Statestream publishes them
 * (https://www.home-assistant.io/integrations/mqtt_statestream/): bare values in `base/domain/entity/state`, retained.
 * The ports are those of the Mosquitto add-on, 1884 and 8884 with encryption.
 */
export const preset: FeedPreset = {
  id: 'home-assistant',
  place: 40,
  fields: [
    { id: 'server', kind: 'server', initial: 'ws://homeassistant.local:1884', optional: false },
    { id: 'username', kind: 'text', initial: '', optional: true },
    { id: 'password', kind: 'secret', initial: '', optional: true },
    { id: 'topic', kind: 'text', initial: 'homeassistant/+/+/state', optional: false },
  ],
  words: {
    en: {
      name: 'Home Assistant',
      about: 'Rings when a sensor, door or light in Home Assistant changes its state.',
      fields: {
        server: {
          label: 'MQTT broker',
          hint: 'The WebSocket port of the Mosquitto add-on: ws:// and 1884, or wss:// and 8884.',
        },
        username: { label: 'User name', hint: 'One of Home Assistant’s users.' },
        password: { label: 'Password', hint: '' },
        topic: {
          label: 'Topic',
          hint: 'homeassistant is the base_topic of mqtt_statestream in Home Assistant’s configuration. One entity alone: homeassistant/binary_sensor/front_door/state',
        },
      },
      options: {},
    },
    ja: {
      name: 'Home Assistant',
      about: 'Home Assistantのセンサーやドア、照明の状態が変わると鳴ります。',
      fields: {
        server: {
          label: 'MQTTブローカー',
          hint: 'MosquittoアドオンのWebSocketポートです。ws:// なら1884、wss:// なら8884。',
        },
        username: { label: 'ユーザー名', hint: 'Home Assistantのユーザー。' },
        password: { label: 'パスワード', hint: '' },
        topic: {
          label: 'トピック',
          hint: 'homeassistant はHome Assistantの設定にある mqtt_statestream の base_topic です。一つだけなら homeassistant/binary_sensor/front_door/state のように書きます。',
        },
      },
      options: {},
    },
    ko: {
      name: 'Home Assistant',
      about: 'Home Assistant의 센서, 문, 조명 등의 상태가 바뀌면 울립니다.',
      fields: {
        server: {
          label: 'MQTT 브로커',
          hint: 'Mosquitto 애드온의 WebSocket 포트입니다. ws://는 1884, wss://는 8884.',
        },
        username: { label: '사용자 이름', hint: 'Home Assistant의 사용자.' },
        password: { label: '비밀번호', hint: '' },
        topic: {
          label: '토픽',
          hint: 'homeassistant는 Home Assistant 설정에 있는 mqtt_statestream의 base_topic입니다. 하나만 받으려면 homeassistant/binary_sensor/front_door/state처럼 쓰세요.',
        },
      },
      options: {},
    },
    'zh-CN': {
      name: 'Home Assistant',
      about: 'Home Assistant 中的传感器、门或灯的状态变化时响铃。',
      fields: {
        server: {
          label: 'MQTT 服务器',
          hint: 'Mosquitto 加载项的 WebSocket 端口：ws:// 为 1884，wss:// 为 8884。',
        },
        username: { label: '用户名', hint: 'Home Assistant 的用户。' },
        password: { label: '密码', hint: '' },
        topic: {
          label: '主题',
          hint: 'homeassistant 是 Home Assistant 配置中 mqtt_statestream 的 base_topic。只要一个实体时可写：homeassistant/binary_sensor/front_door/state',
        },
      },
      options: {},
    },
  },
  make(values, unique) {
    const server = presetServer(typedInto(values, 'server'));
    if (server === null) return { wrong: 'server' };
    const filter = typedInto(values, 'topic');
    if (filter === '' || filter.length > 1_024) return { wrong: 'topic' };
    return {
      name: 'Home Assistant',
      connection: topicConnection(server, filter, unique),
      secrets: passwordSecrets(typedInto(values, 'username'), values['password'] ?? ''),
    };
  },
  rules: () => [
    { ...state, when: [...isState, isNumber], group: '{$name}' },
    { ...state, when: isState },
    { ...other, when: [isOther, isNumber], group: '{$name}' },
    { ...other, when: [isOther] },
  ],
};

const state: PresetRule = { title: '{$levels[-2]:words || $name}', body: '{$text}' };
/** What other programs publish in their own way: the topic is the thing, and what it sends is often JSON. */
const other: PresetRule = {
  title: '{$levels[-1]:words || $name}',
  body: '{state || value || $text}',
};

const isState: Condition[] = [
  { field: '$levels[-1]', is: 'is', value: 'state' },
  // A device that is out of reach, or of which nothing is known yet, has no state.
  { field: '$text', is: 'is-not', value: 'unavailable' },
  { field: '$text', is: 'is-not', value: 'unknown' },
];
const isOther: Condition = { field: '$levels[-1]', is: 'is-not', value: 'state' };
/** Numbers go up and down all day and are told together; a door that opens rings each time. */
const isNumber: Condition = { field: 'state || value || $text', is: 'above', value: '-1e300' };
