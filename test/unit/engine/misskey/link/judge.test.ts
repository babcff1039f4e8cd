import { beforeEach, describe, expect, test } from 'vitest';
import {
  judgeAttempt,
  readsTokenInAddress,
} from '../../../../../src-main/engine/misskey/link/judge.ts';
import type { AttemptEnd } from '../../../../../src-main/engine/streaming/connection.ts';
import { NetworkError } from '../../../../../src-main/engine/streaming/network-problem.ts';
import type { Verdict } from '../../../../../src-main/engine/streaming/verdict.ts';
import { apiFailure, type FakeApi, fakeApi, htmlPage } from '../../../../support/fake-api.ts';
import { rawMe } from '../../../../support/samples.ts';

let server: FakeApi;

beforeEach(() => {
  server = fakeApi();
});

const judge = (end: AttemptEnd, proven = false) => judgeAttempt(end, server.api, proven);
const rejected = (status: number, retryAfterMs: number | null = null): AttemptEnd => ({
  kind: 'rejected',
  status,
  retryAfterMs,
});
const retry = (reason: string, notBeforeMs?: number) =>
  notBeforeMs === undefined ? { kind: 'retry', reason } : { kind: 'retry', reason, notBeforeMs };
const refuse = (reason: string) => ({ kind: 'refuse', reason });
const meta = { version: '2026.3.2', uri: 'https://example.social', features: { miauth: true } };

describe('what needs no question', () => {
  const cases: [AttemptEnd, unknown][] = [
    [{ kind: 'error', code: 'ECONNREFUSED' }, retry('unreachable')],
    [{ kind: 'error', code: 'ENOTFOUND' }, retry('unknown-name')],
    [{ kind: 'error', code: 'EAI_AGAIN' }, retry('no-route')],
    [{ kind: 'error', code: 'CERT_HAS_EXPIRED' }, retry('certificate-expired')],
    [{ kind: 'error', code: new NetworkError('proxy-password').code }, retry('proxy-password')],
    [{ kind: 'error', code: 'HPE_INVALID_CONSTANT' }, retry('unreachable')],
    [{ kind: 'closed', code: 1006 }, retry('closed')],
    [rejected(429), retry('rate-limited')],
    [rejected(429, 30_000), retry('rate-limited', 30_000)],
    [rejected(500), retry('server-error')],
    [rejected(502), retry('server-error')],
    [rejected(503, 120_000), retry('server-error', 120_000)],
    [rejected(504), retry('server-error')],
  ];

  test.each(cases)('%j', async (end, verdict) => {
    expect(await judge(end)).toEqual(verdict);
    expect(server.calls).toEqual([]);
  });
});

/** What the account's own answer says about a doubt. */
const answers: [string, () => unknown, (otherwise: string) => unknown][] = [
  ['the account answers', () => rawMe(), retry],
  ['401', () => apiFailure(401, 'AUTHENTICATION_FAILED'), () => refuse('token-invalid')],
  [
    '401 without a credential',
    () => apiFailure(401, 'CREDENTIAL_REQUIRED'),
    () => refuse('token-invalid'),
  ],
  [
    '403, the scope',
    () => apiFailure(403, 'PERMISSION_DENIED'),
    () => refuse('permission-missing'),
  ],
  ['403, suspended', () => apiFailure(403, 'YOUR_ACCOUNT_SUSPENDED'), () => refuse('suspended')],
  [
    '429',
    () => apiFailure(429, 'RATE_LIMIT_EXCEEDED', { 'retry-after': '30' }),
    () => retry('rate-limited', 30_000),
  ],
  ['500', () => apiFailure(500, 'INTERNAL_ERROR'), () => retry('server-error')],
  ['a gateway without its server', () => htmlPage(502), () => retry('server-error')],
  ['a login page of a proxy', () => htmlPage(401), retry],
  ['a page of a proxy that forbids', () => htmlPage(403), retry],
  ['an HTML page', () => htmlPage(200), retry],
  ['another JSON', () => ({ hello: 'world' }), retry],
  [
    'no answer',
    () => {
      throw new TypeError('fetch failed');
    },
    () => retry('unreachable'),
  ],
];

describe.each([
  ['an upgrade of 401', rejected(401), 'rejected'],
  ['an upgrade of 403', rejected(403), 'rejected'],
  ['a handshake without an answer', { kind: 'timeout', what: 'handshake' }, 'handshake-timeout'],
  [
    'a subscription without an answer',
    { kind: 'timeout', what: 'subscription' },
    'not-acknowledged',
  ],
  ['a token that no header can carry', { kind: 'error', code: 'ERR_INVALID_CHAR' }, 'unreachable'],
] as const)('%s proves nothing: the account is asked with `i`', (_what, end, otherwise) => {
  test.each(answers)('%s', async (_answer, answer, verdict) => {
    server.answer('i', answer);
    expect(await judge(end)).toEqual(verdict(otherwise));
    expect(server.calls).toEqual([{ endpoint: 'i', parameters: {}, token: 'test-token' }]);
  });
});

describe.each([200, 301, 302, 404, 418, 426])('an upgrade of %i', (status) => {
  const cases: [string, () => unknown, unknown][] = [
    ['a Misskey server', () => meta, retry('rejected')],
    ['an HTML page', () => htmlPage(200), refuse('not-misskey')],
    ['another JSON', () => ({ software: 'mastodon' }), refuse('not-misskey')],
    ['nothing at that address', () => htmlPage(404), refuse('not-misskey')],
    ['a server in trouble', () => htmlPage(503), retry('server-error')],
    [
      'too many questions',
      () => apiFailure(429, 'RATE_LIMIT_EXCEEDED', { 'retry-after': '7' }),
      retry('rate-limited', 7_000),
    ],
  ];

  test.each(cases)(
    'from a server that was never seen to be Misskey, where `meta` finds %s',
    async (_what, answer, verdict) => {
      server.answer('meta', answer);
      expect(await judge(rejected(status))).toEqual(verdict);
    },
  );

  test('where `meta` finds nobody', async () => {
    expect(await judge(rejected(status))).toEqual(retry('unreachable'));
  });
});

test.each([404, 418, 426])(
  'an upgrade of %i from a server that is known to be Misskey: it passes, and nobody is asked',
  async (status) => {
    server.answer('meta', () => htmlPage(200));
    expect(await judge(rejected(status), true)).toEqual(retry('not-misskey'));
    expect(server.calls).toEqual([]);
  },
);

describe.each([200, 302])(
  'an upgrade of %i from a server that is known to be Misskey',
  (status) => {
    const elsewhere = (location: string) => () =>
      new Response(null, { status: 302, headers: { location } });
    const cases: [string, () => unknown, unknown][] = [
      ['another host', elsewhere('http://portal.example/login'), retry('sign-in-page')],
      ['the network asks to sign in (511)', () => htmlPage(511), retry('sign-in-page')],
      ['an HTML page', () => htmlPage(200), retry('sign-in-page')],
      ['another page of the same server', elsewhere('/maintenance'), retry('not-misskey')],
      ['its own www', elsewhere('https://www.example.social/'), retry('not-misskey')],
      ['an address that is none', elsewhere('http://[oops'), retry('not-misskey')],
      ['a server in trouble', () => htmlPage(503), retry('not-misskey')],
      ['the server itself', () => meta, retry('rejected')],
    ];
    test.each(cases)('where `meta` finds %s', async (_what, answer, verdict) => {
      server.answer('meta', answer);
      expect(await judge(rejected(status), true)).toEqual(verdict);
    });
  },
);

describe('an upgrade of 400, with which servers of the v12 era turn away who is suspended', () => {
  test('is a suspension where the account says so', async () => {
    server.answer('i', () => apiFailure(403, 'YOUR_ACCOUNT_SUSPENDED'));
    expect(await judge(rejected(400), true)).toEqual(refuse('suspended'));
  });

  test('is like any other from an account that is well', async () => {
    server.answer('i', () => rawMe());
    server.answer('meta', () => meta);
    expect(await judge(rejected(400), true)).toEqual(retry('not-misskey'));
    expect(await judge(rejected(400))).toEqual(retry('rejected'));
  });
});

describe('where the token of a stream is read', () => {
  test.each([
    ['12.119.2', true],
    ['13.12.2', true],
    ['2023.9.0', false],
    ['2026.3.2', false],
    ['', false],
  ])('%s', async (version, isInAddress) => {
    server.answer('meta', () => ({ ...meta, version }));
    expect(await readsTokenInAddress(server.api)).toBe(isInAddress);
  });

  test('is not guessed of a server that does not answer', async () => {
    server.answer('meta', () => htmlPage(502));
    expect(await readsTokenInAddress(server.api)).toBe(false);
  });
});

test('an error that is no answer of a server is not swallowed', async () => {
  const broken = {
    call: async (): Promise<never> => {
      throw new RangeError('a bug');
    },
  };
  const verdict: Promise<Verdict> = judgeAttempt(rejected(401), broken, false);
  await expect(verdict).rejects.toThrow(RangeError);
});
