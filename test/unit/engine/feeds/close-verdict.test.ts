import { describe, expect, test } from 'vitest';
import {
  closeVerdict,
  frameVerdict,
} from '../../../../src-main/engine/feeds/websocket/close-verdict.ts';

describe('a server that closes', () => {
  test.each([
    [1008, 'feed-forbidden', 'rejected'],
    [1003, 'feed-protocol', 'malformed'],
    [1007, 'feed-protocol', 'malformed'],
    [1002, 'feed-protocol', 'malformed'],
    [1010, 'feed-protocol', 'malformed'],
  ])('with %i does not want Suzu (%s), unless it did before (%s)', (code, refusal, wait) => {
    expect(closeVerdict(code, false)).toEqual({ kind: 'refuse', reason: refusal });
    expect(closeVerdict(code, true)).toEqual({ kind: 'retry', reason: wait });
  });

  test.each([1000, 1001, 1012])(
    'with %i ends in good order, unless it never said anything',
    (code) => {
      expect(closeVerdict(code, true)).toEqual({
        kind: 'retry',
        reason: 'closed',
        inGoodOrder: true,
      });
      expect(closeVerdict(code, false)).toEqual({ kind: 'retry', reason: 'closed' });
    },
  );

  test.each([
    [1005, { kind: 'retry', reason: 'closed' }],
    [1006, { kind: 'retry', reason: 'closed' }],
    [1009, { kind: 'retry', reason: 'too-large' }],
    [1011, { kind: 'retry', reason: 'server-error' }],
    [1013, { kind: 'retry', reason: 'server-error', notBeforeMs: 30_000 }],
    [1014, { kind: 'retry', reason: 'server-error' }],
    [3000, { kind: 'refuse', reason: 'feed-credentials' }],
    [3003, { kind: 'refuse', reason: 'feed-forbidden' }],
    [4001, { kind: 'retry', reason: 'closed' }],
    [4401, { kind: 'retry', reason: 'closed' }],
  ])('with %i says the same at any time', (code, verdict) => {
    for (const heard of [false, true]) expect(closeVerdict(code, heard)).toEqual(verdict);
  });
});

test.each([
  ['WS_ERR_UNSUPPORTED_MESSAGE_LENGTH', 'too-large'],
  ['WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH', 'too-large'],
  ['WS_ERR_TOO_MANY_BUFFERED_PARTS', 'too-large'],
  ['WS_ERR_INVALID_UTF8', 'malformed'],
  ['WS_ERR_UNEXPECTED_MASK', 'malformed'],
])('%s means %s', (code, reason) => {
  expect(frameVerdict(code)).toEqual({ kind: 'retry', reason });
});

test('an error of the network says nothing of frames', () => {
  expect(frameVerdict('ECONNRESET')).toBeNull();
});
