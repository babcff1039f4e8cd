import { describe, expect, test } from 'vitest';
import { ApiError, type ApiErrorKind } from '../../../../../src-main/engine/misskey/api/api.ts';
import {
  checkConsent,
  consentUrl,
  isPassing,
  permissions,
} from '../../../../../src-main/engine/misskey/sign-in/miauth.ts';
import { fakeApi, htmlPage } from '../../../../support/fake-api.ts';
import { rawUser } from '../../../../support/samples.ts';

const session = '6a1c1c3e-0000-4000-8000-000000000000';

describe('the consent page', () => {
  test('is told who asks, for what, and where to come back to', () => {
    const url = new URL(
      consentUrl('https://example.social', session, {
        name: 'Suzu & co',
        callback: 'http://127.0.0.1:5000/secret',
      }),
    );
    expect(url.origin).toBe('https://example.social');
    expect(url.pathname).toBe(`/miauth/${session}`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      name: 'Suzu & co',
      callback: 'http://127.0.0.1:5000/secret',
      permission:
        'read:account,read:notifications,write:notifications,write:reactions,write:notes,write:following,write:votes,write:mutes,read:following,read:channels,read:chat',
    });
  });

  test('without a place to come back to names none', () => {
    const url = consentUrl('https://example.social', session, {
      name: 'Suzu',
      callback: undefined,
    });
    expect(new URL(url).searchParams.has('callback')).toBe(false);
  });

  test('only what Suzu uses is asked for', () => {
    expect(permissions).toEqual([
      'read:account',
      'read:notifications',
      'write:notifications',
      'write:reactions',
      'write:notes',
      'write:following',
      'write:votes',
      'write:mutes',
      'read:following',
      'read:channels',
      'read:chat',
    ]);
  });
});

describe('the check', () => {
  test('asks for the session, without a token', async () => {
    const server = fakeApi();
    server.answer(`miauth/${session}/check`, () => ({ ok: false }));
    expect(await checkConsent(server.api, session)).toBeNull();
    expect(server.calls[0]?.endpoint).toBe(`miauth/${session}/check`);
  });

  test('gives the token and who it is for', async () => {
    const server = fakeApi();
    const answer = { ok: true, token: 'a-token', user: rawUser() };
    server.answer(`miauth/${session}/check`, () => answer);
    expect(await checkConsent(server.api, session)).toMatchObject({
      token: 'a-token',
      user: { id: 'user-bob', username: 'bob' },
    });
  });

  test.each([
    ['a page of a proxy', () => htmlPage(200), 'not-misskey'],
    ['a server in trouble', () => htmlPage(503), 'server-error'],
    ['a yes without a token', () => ({ ok: true }), 'not-misskey'],
  ])('%s is an error', async (_what, answer, kind) => {
    const server = fakeApi();
    server.answer(`miauth/${session}/check`, answer);
    await expect(checkConsent(server.api, session)).rejects.toMatchObject({ kind });
  });
});

test.each([
  ['unreachable', true],
  ['server-error', true],
  ['rate-limited', true],
  ['not-misskey', false],
  ['rejected', false],
  ['token-invalid', false],
  ['permission-denied', false],
  ['suspended', false],
] satisfies [ApiErrorKind, boolean][])('%s passes: %s', (kind, passes) => {
  expect(isPassing(new ApiError('miauth', kind))).toBe(passes);
});

test('what is no answer of a server does not pass', () => {
  expect(isPassing(new Error('a bug'))).toBe(false);
});
