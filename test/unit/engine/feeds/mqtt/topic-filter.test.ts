import { describe, expect, test } from 'vitest';
import {
  covers,
  isString,
  isTopicFilter,
  isTopicName,
  topicMatcher,
  withoutCovered,
} from '../../../../../src-main/engine/feeds/mqtt/topic-filter.ts';

describe('a filter', () => {
  // The first lines are the standard's own examples (MQTT 5, §4.7.1).
  test.each([
    'sport/tennis/player1/#',
    'sport/#',
    '#',
    '+',
    '+/tennis/#',
    'sport/+/player1',
    '/finance',
    '/+',
    '//',
    ' ',
    'with spaces/ünï/鈴',
    '$SYS/broker/uptime',
    '$share/suzu/home/#',
    '$share/suzu/#',
    '__proto__',
    'resubscribe',
  ])('%j can be asked for', (filter) => {
    expect(isTopicFilter(filter)).toBe(true);
  });

  test.each([
    '',
    'sport/tennis#',
    'sport/tennis/#/ranking',
    'sport+',
    '#/a',
    '##',
    '++',
    'a/+b/c',
    'a\0b',
    'half a pair: \ud800',
    '$share/suzu',
    '$share/suzu/',
    '$share//a',
    '$share/a+/b',
    '$share/a/b#',
    'é'.repeat(32_768),
  ])('%j cannot', (filter) => {
    expect(isTopicFilter(filter)).toBe(false);
  });

  test('may have 65,535 bytes', () => {
    expect(isTopicFilter('a'.repeat(65_535))).toBe(true);
    expect(isTopicFilter('a'.repeat(65_536))).toBe(false);
    expect(isString('é'.repeat(32_767))).toBe(true);
  });
});

test.each([
  ['a', true],
  ['/', true],
  ['$SYS/uptime', true],
  ['', false],
  ['a/+', false],
  ['a#', false],
  ['a\0', false],
])('a message can have %j for a topic: %s', (topic, can) => {
  expect(isTopicName(topic)).toBe(can);
});

test.each([
  // The standard's own examples (MQTT 5, §4.7.1.2 to §4.7.3).
  ['sport/tennis/player1/#', 'sport/tennis/player1', true],
  ['sport/tennis/player1/#', 'sport/tennis/player1/ranking', true],
  ['sport/tennis/player1/#', 'sport/tennis/player1/score/wimbledon', true],
  ['sport/tennis/+', 'sport/tennis/player1', true],
  ['sport/tennis/+', 'sport/tennis/player1/ranking', false],
  ['sport/+', 'sport', false],
  ['sport/+', 'sport/', true],
  ['+/+', '/finance', true],
  ['/+', '/finance', true],
  ['+', '/finance', false],
  ['#', '$SYS/monitor/Clients', false],
  ['+/monitor/Clients', '$SYS/monitor/Clients', false],
  ['$SYS/#', '$SYS/monitor/Clients', true],
  ['ACCOUNTS', 'Accounts', false],
  // Of filters, too.
  ['#', 'a/+/#', true],
  ['#', '+', true],
  ['a/#', 'a', true],
  ['a/#', 'a/#', true],
  ['a/+', 'a/#', false],
  ['+/+', 'a/+', true],
  ['a/+', '+/a', false],
  ['a/+/#', 'a/#', false],
  ['+/#', '$SYS/#', false],
  ['#', '$share/suzu/a', false],
  ['$share/suzu/#', 'a', false],
  ['$share/suzu/a', '$share/suzu/a', true],
])('%s covers %s: %s', (filter, other, is) => {
  expect(covers(filter, other)).toBe(is);
});

test('of filters that overlap, those stay that cover the others, with the highest QoS', () => {
  expect(
    withoutCovered([
      { filter: 'home/door', qos: 2 },
      { filter: 'home/#', qos: 0 },
      { filter: 'home/+', qos: 1 },
      { filter: 'garden', qos: 0 },
      { filter: 'garden', qos: 1 },
      { filter: '$share/suzu/home/#', qos: 0 },
    ]),
  ).toEqual([
    { filter: 'home/#', qos: 2 },
    { filter: 'garden', qos: 1 },
    { filter: '$share/suzu/home/#', qos: 0 },
  ]);
});

test('a topic is wanted when one of the filters matches it', () => {
  const isWanted = topicMatcher([
    { filter: 'home/+/state', qos: 0 },
    { filter: '$share/suzu/garden/#', qos: 0 },
  ]);
  expect(['home/door/state', 'garden/gate'].filter(isWanted)).toHaveLength(2);
  expect(['home/door', 'home/state', '$share/suzu/garden/gate'].filter(isWanted)).toEqual([]);
});
