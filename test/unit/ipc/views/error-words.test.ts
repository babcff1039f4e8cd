import { expect, test } from 'vitest';
import { locales, messagesIn } from '../../../../src-main/engine/messages/index.ts';
import { ApiError, type ApiErrorKind } from '../../../../src-main/engine/misskey/api/api.ts';
import type { SignInError } from '../../../../src-main/engine/misskey/sign-in/sign-in.ts';
import { wordApiError, wordSignInError } from '../../../../src-main/ipc/views/error-words.ts';
import { networkProblems } from '../../../support/network-problems.ts';

const errors: Readonly<Record<SignInError, true>> = {
  serverName: true,
  notMisskey: true,
  unreachable: true,
  serverError: true,
  rateLimited: true,
  noMiauth: true,
  tokenInvalid: true,
  tokenPermission: true,
  suspended: true,
  signInTimeout: true,
  signInUsed: true,
  ...networkProblems,
};
const isError = (word: string): word is SignInError => Object.hasOwn(errors, word);

test.each(locales)('every error has words of its own (%s)', (locale) => {
  const words = Object.keys(errors)
    .filter(isError)
    .map((error) => wordSignInError(error, 'other.example', messagesIn(locale).error));
  expect(new Set(words).size).toBe(Object.keys(errors).length);
});

const kinds: Readonly<Record<ApiErrorKind, string>> = {
  unreachable: 'example.social cannot be reached',
  'not-misskey': 'example.social has a problem',
  'server-error': 'example.social has a problem',
  'rate-limited': 'example.social asks to wait',
  suspended: 'suspended',
  'token-invalid': 'example.social did not accept this',
  'permission-denied': 'example.social did not accept this',
  rejected: 'example.social did not accept this',
};
const isKind = (word: string): word is ApiErrorKind => Object.hasOwn(kinds, word);

test.each(Object.keys(kinds).filter(isKind))('a call that failed (%s) in words', (kind) => {
  const error = new ApiError('i', kind);
  expect(wordApiError(error, 'example.social', messagesIn('en').error)).toContain(kinds[kind]);
});

test('a call that the network kept from its server says what the network wants', () => {
  const error = new ApiError('i', 'unreachable', { problem: 'proxy-password' });
  expect(wordApiError(error, 'example.social', messagesIn('en').error)).toContain(
    'The proxy wants',
  );
});
