import { describe, expect, test } from 'vitest';
import { preset } from '../../../../../src-main/engine/feeds/presets/mqtt-sensor.ts';
import { feedEvent } from '../../../../support/feed-event.ts';
import { presetFeed, wrongField } from '../../../../support/preset-bench.ts';

const typed = { server: 'ws://192.168.1.2:9001', topic: 'home/+/temperature' };
const topic = { name: 'home/kitchen/temperature' };
const sensor = (values: Readonly<Record<string, string>> = {}) =>
  presetFeed(preset, { ...typed, ...values });

describe('an MQTT sensor', () => {
  test('is listened to at its broker', () => {
    const made = sensor();
    expect(made).toMatchObject({
      name: 'home/+/temperature',
      connection: {
        system: 'mqtt',
        url: 'ws://192.168.1.2:9001',
        topics: [{ filter: 'home/+/temperature', qos: 1 }],
        clientId: 'suzu-abcdefgh',
      },
    });
    expect(made.rule).toBeUndefined();
  });

  test.each([
    [{ server: '' }, 'server'],
    [{ topic: '' }, 'topic'],
    [{ when: 'above', limit: '' }, 'limit'],
    [{ when: 'below', limit: 'warm' }, 'limit'],
    [{ value: 'a b' }, 'value'],
    [{ value: 'a}' }, 'value'],
    [{ value: 'a..b', when: 'above', limit: '3' }, 'value'],
  ])('%j: wrong is %s', (values, wrong) => {
    expect(wrongField(preset, { ...typed, ...values })).toBe(wrong);
  });

  const said: [string, Readonly<Record<string, string>>, unknown, string][] = [
    ['a bare value', {}, '21.5', 'home/kitchen/temperature | 21.5'],
    ['a value in JSON', {}, { value: 21.5, unit: '°C' }, 'home/kitchen/temperature | 21.5'],
    ['a state', {}, { state: 'open' }, 'home/kitchen/temperature | open'],
    [
      'a field',
      { value: 'climate.temperature' },
      { climate: { temperature: 20 } },
      'home/kitchen/temperature | 20',
    ],
    [
      'a value above the limit',
      { when: 'above', limit: '21' },
      '21.5',
      'home/kitchen/temperature | 21.5',
    ],
    ['nothing, by which the broker is to forget the last value', {}, '', 'filtered'],
    ['nothing, where a field is looked for', { value: 'temperature' }, '', 'filtered'],
    ['one that is not', { when: 'above', limit: '21.5' }, '21.5', 'filtered'],
    [
      'a value below the limit, in a field',
      { value: 't', when: 'below', limit: '-1' },
      { t: -1.5 },
      'home/kitchen/temperature | -1.5',
    ],
    ['one that is not', { value: 't', when: 'below', limit: '-1' }, { t: 0 }, 'filtered'],
    ['what is no number', { when: 'below', limit: '5' }, 'offline', 'filtered'],
  ];
  test.each(said)('%s', (_what, values, payload, words) => {
    expect(new Set(sensor(values).said(feedEvent(payload, topic)))).toEqual(new Set([words]));
  });

  test('the values of one sensor are told together', () => {
    const { feed } = sensor({ when: 'above', limit: '1' }).notice(feedEvent('2', topic));
    expect(feed).toEqual({ urgency: 'normal', group: 'home/kitchen/temperature' });
  });
});
