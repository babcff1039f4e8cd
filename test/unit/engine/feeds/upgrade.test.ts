import { describe, expect, test } from 'vitest';
import { httpVerdict } from '../../../../src-main/engine/feeds/http-verdict.ts';
import { upgradeOrigin, upgradeVerdict } from '../../../../src-main/engine/feeds/upgrade.ts';
import {
  brokenHandshake,
  wrongSubprotocol,
} from '../../../../src-main/engine/streaming/ws-socket.ts';

const refuse = (reason: string) => ({ kind: 'refuse', reason });
const retry = (reason: string) => ({ kind: 'retry', reason });

describe('an HTTP answer in place of the feed', () => {
  test.each([
    [200, 'feed-foreign'],
    [204, 'feed-foreign'],
    [302, 'feed-redirects'],
    [308, 'feed-redirects'],
    [400, 'feed-foreign'],
    [404, 'feed-not-found'],
    [426, 'feed-foreign'],
  ])(
    '%i refuses a feed that was never there (%s), and is an outage of another',
    (status, reason) => {
      expect(httpVerdict({ status, retryAfterMs: null }, false)).toEqual(refuse(reason));
      expect(httpVerdict({ status, retryAfterMs: null }, true)).toEqual(retry('not-a-feed'));
    },
  );

  test.each([
    [401, 'feed-credentials'],
    [403, 'feed-forbidden'],
    [407, 'feed-credentials'],
    [410, 'feed-over'],
  ])('%i is the user’s to mend: %s', (status, reason) => {
    for (const isProven of [false, true]) {
      expect(httpVerdict({ status, retryAfterMs: null }, isProven)).toEqual(refuse(reason));
    }
  });

  test.each([
    [408, 'rejected'],
    [425, 'rejected'],
    [429, 'rate-limited'],
    [500, 'server-error'],
    [503, 'server-error'],
    [599, 'server-error'],
  ])('%i passes (%s), when the server says so', (status, reason) => {
    for (const isProven of [false, true]) {
      expect(httpVerdict({ status, retryAfterMs: null }, isProven)).toEqual(retry(reason));
      expect(httpVerdict({ status, retryAfterMs: 90_000 }, isProven)).toEqual({
        ...retry(reason),
        notBeforeMs: 90_000,
      });
    }
  });
});

describe('a WebSocket that did not come up', () => {
  test.each([
    ['ECONNREFUSED', retry('unreachable')],
    ['ENOTFOUND', retry('unknown-name')],
    ['CERT_HAS_EXPIRED', retry('certificate-expired')],
    ['ERR_SUZU_PROXY_PASSWORD', retry('proxy-password')],
    [wrongSubprotocol, refuse('feed-protocol')],
    ['ERR_INVALID_CHAR', refuse('feed-secrets')],
  ])('%s means the same at any time', (code, verdict) => {
    for (const isProven of [false, true]) {
      expect(upgradeVerdict({ kind: 'error', code }, isProven)).toEqual(verdict);
    }
  });

  test.each([brokenHandshake, 'HPE_INVALID_CONSTANT'])(
    '%s is an answer of something else',
    (code) => {
      expect(upgradeVerdict({ kind: 'error', code }, false)).toEqual(refuse('feed-foreign'));
      expect(upgradeVerdict({ kind: 'error', code }, true)).toEqual(retry('not-a-feed'));
    },
  );

  test('an answer that is none is judged by its status', () => {
    const end = { kind: 'rejected', status: 404, retryAfterMs: null } as const;
    expect(upgradeVerdict(end, false)).toEqual(refuse('feed-not-found'));
  });

  test('silence and an early end pass', () => {
    const silence = (what: 'handshake' | 'subscription') =>
      upgradeVerdict({ kind: 'timeout', what }, false);
    expect(silence('handshake')).toEqual(retry('handshake-timeout'));
    expect(silence('subscription')).toEqual(retry('not-acknowledged'));
    expect(upgradeVerdict({ kind: 'closed', code: 1006 }, false)).toEqual(retry('closed'));
  });
});

test.each([
  ['wss://home.example/api/ws?x=1', 'https://home.example'],
  ['ws://192.0.2.1:9001/mqtt', 'http://192.0.2.1:9001'],
])('the way to %s is the one to %s', (url, origin) => {
  expect(upgradeOrigin(url)).toBe(origin);
});
