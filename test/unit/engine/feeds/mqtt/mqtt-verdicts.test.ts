import { expect, test } from 'vitest';
import {
  connackVerdict,
  disconnectVerdict,
  subackVerdict,
} from '../../../../../src-main/engine/feeds/mqtt/mqtt-verdicts.ts';

test.each([
  // 3.1.1
  [1, 'refuse', 'feed-protocol'],
  [2, 'refuse', 'feed-client-id'],
  [3, 'retry', 'server-error'],
  [4, 'refuse', 'feed-credentials'],
  [5, 'refuse', 'feed-credentials'],
  [6, 'retry', 'rejected'],
  // 5
  [0x80, 'retry', 'rejected'],
  [0x84, 'refuse', 'feed-protocol'],
  [0x85, 'refuse', 'feed-client-id'],
  [0x86, 'refuse', 'feed-credentials'],
  [0x87, 'refuse', 'feed-credentials'],
  [0x88, 'retry', 'server-error'],
  [0x89, 'retry', 'server-error'],
  [0x8a, 'refuse', 'feed-forbidden'],
  [0x8c, 'refuse', 'feed-credentials'],
  [0x97, 'retry', 'rate-limited'],
  [0x9c, 'refuse', 'feed-redirects'],
  [0x9d, 'refuse', 'feed-redirects'],
  [0x9f, 'retry', 'rate-limited'],
])('a broker that lets nobody in with %i: %s, %s', (code, kind, reason) => {
  expect(connackVerdict(code)).toEqual({ kind, reason });
});

test.each([
  [0x80, 'refuse', 'feed-forbidden'],
  [0x83, 'refuse', 'feed-forbidden'],
  [0x87, 'refuse', 'feed-forbidden'],
  [0x8f, 'refuse', 'feed-forbidden'],
  [0x97, 'retry', 'rate-limited'],
  [0x9e, 'refuse', 'feed-forbidden'],
  [0xa2, 'refuse', 'feed-forbidden'],
])('a broker that does not give a topic with %i: %s, %s', (code, kind, reason) => {
  expect(subackVerdict(code)).toEqual({ kind, reason });
});

test.each([
  [0x00, 'retry', 'closed'],
  [0x87, 'refuse', 'feed-forbidden'],
  [0x8b, 'retry', 'server-error'],
  [0x8d, 'retry', 'closed'],
  [0x8e, 'refuse', 'feed-taken'],
  [0x96, 'retry', 'rate-limited'],
  [0x98, 'retry', 'closed'],
  [0x9d, 'refuse', 'feed-redirects'],
])('a broker that says goodbye with %i: %s, %s', (code, kind, reason) => {
  expect(disconnectVerdict(code)).toEqual({ kind, reason });
});
