import { describe, expect, test } from 'vitest';
import { preset } from '../../../../../src-main/engine/feeds/presets/home-assistant.ts';
import { feedEvent } from '../../../../support/feed-event.ts';
import { presetFeed, wrongField } from '../../../../support/preset-bench.ts';

const home = () => presetFeed(preset, { username: 'suzu', password: ' p w ' });

describe('Home Assistant', () => {
  test('is listened to by way of its MQTT broker', () => {
    expect(home()).toMatchObject({
      name: 'Home Assistant',
      connection: {
        system: 'mqtt',
        url: 'ws://homeassistant.local:1884',
        topics: [{ filter: 'homeassistant/+/+/state', qos: 1 }],
        clientId: 'suzu-abcdefgh',
        retained: false,
      },
      // A password may begin and end with anything.
      secrets: { username: 'suzu', password: ' p w ' },
    });
  });

  test('a broker without a name and a password has none', () => {
    const { secrets } = presetFeed(preset, { server: 'wss://broker.example/mqtt' });
    expect(secrets).toEqual({ headers: {}, username: null, password: null });
  });

  test.each([
    [{ server: '' }, 'server'],
    [{ topic: ' ' }, 'topic'],
    [{ topic: 'x'.repeat(1_025) }, 'topic'],
  ])('%j: wrong is %s', (values, wrong) => {
    expect(wrongField(preset, values)).toBe(wrong);
  });

  const states: [string, unknown, string][] = [
    ['homeassistant/binary_sensor/front_door/state', 'on', 'front door | on'],
    ['homeassistant/sensor/outdoor_temperature/state', '21.5', 'outdoor temperature | 21.5'],
    ['zigbee2mqtt/kitchen_window', { state: 'open', battery: 97 }, 'kitchen window | open'],
    ['zigbee2mqtt/plug', { power: 3.1 }, 'plug | {"power":3.1}'],
    ['state', 'on', 'state | on'],
  ];
  test.each(states)('%s', (name, payload, said) => {
    expect(home().said(feedEvent(payload, { name }))).toEqual(Array(4).fill(said));
  });

  test.each([
    ['homeassistant/light/hall/state', 'on', null],
    ['homeassistant/sensor/hall/state', '21.5', 'homeassistant/sensor/hall/state'],
    ['zigbee2mqtt/window', { state: 'open', battery: 97 }, null],
    ['zigbee2mqtt/scale', { value: 71.2 }, 'zigbee2mqtt/scale'],
  ])('of %s, %j is told with others of the group %j', (name, payload, group) => {
    expect(home().notice(feedEvent(payload, { name }))).toMatchObject({
      sourceId: 'event:1',
      feed: { group },
    });
  });

  test.each(['unavailable', 'unknown'])('%s is no state', (payload) => {
    const event = feedEvent(payload, { name: 'homeassistant/light/hall/state' });
    expect(home().word(event).kind).toBe('filtered');
  });
});
