import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../../src-main/engine/messages/index.ts';
import {
  AnswerRefused,
  type Refusal,
} from '../../../../src-main/engine/misskey/answers/refused.ts';
import { ApiError, type ApiErrorKind } from '../../../../src-main/engine/misskey/api/api.ts';
import { wordAnswerError } from '../../../../src-main/ipc/views/answer-words.ts';

const host = 'example.social';
const english = messagesIn('en');
const inWords = (error: unknown) => wordAnswerError(error, 'react', host, english);
const refusedWith = (code: string, kind: ApiErrorKind = 'rejected') =>
  inWords(new ApiError('notes/create', kind, { status: 400, code }));

describe('what a server refuses is told in words', () => {
  test.each([
    ['YOU_HAVE_BEEN_BLOCKED', 'This person has blocked you.'],
    ['BLOCKED', 'This person has blocked you.'],
    ['BLOCKING', 'You have blocked this person. Unblock them in the browser first.'],
    ['NO_FOLLOW_REQUEST', 'This follow request is not there any more.'],
    ['NOT_FOLLOWING', 'You do not follow this person.'],
    ['CANNOT_REACT_TO_RENOTE', 'A renote cannot be answered. Answer the note inside it.'],
    [
      'CANNOT_RENOTE_DUE_TO_VISIBILITY',
      'This note is not for everybody, so it cannot be renoted or quoted.',
    ],
    ['ALREADY_EXPIRED', 'This poll has ended.'],
    ['ALREADY_VOTED', 'You have already voted in this poll.'],
    [
      'CONTAINS_PROHIBITED_WORDS',
      'Your note has a word that this server does not allow. Change it and try again.',
    ],
    ['CONTAINS_TOO_MANY_MENTIONS', 'Your note mentions more people than this server allows.'],
    ['MAX_LENGTH', 'Your note is too long for this server.'],
    ['ACCESS_DENIED', 'Only its author can delete a note.'],
    ['NO_SUCH_USER', english.error.userGone],
    ['NO_SUCH_NOTE', english.error.noteGone],
    ['NO_SUCH_RENOTE_TARGET', english.error.noteGone],
    ['NO_SUCH_REPLY_TARGET', english.error.noteGone],
  ])('%s', (code, words) => {
    expect(refusedWith(code)).toBe(words);
  });

  test('an account that moved, or has no role for it, is not one whose access is missing', () => {
    expect(refusedWith('YOUR_ACCOUNT_MOVED', 'permission-denied')).toBe(english.answer.moved);
    expect(refusedWith('ROLE_PERMISSION_DENIED', 'permission-denied')).toBe(
      english.answer.roleForbids,
    );
  });

  test('a missing permission by what was to be done', () => {
    const error = new ApiError('x', 'permission-denied', { code: 'PERMISSION_DENIED' });
    const words = (['post', 'react', 'vote', 'follow', 'mute'] as const).map((doing) =>
      wordAnswerError(error, doing, host, english),
    );
    expect(new Set(words).size).toBe(5);
    for (const sentence of words) expect(sentence).toContain('Sign in again');
  });

  test.each([
    ['unreachable', 'example.social cannot be reached. Check your connection, then try again.'],
    ['token-invalid', 'This account is not signed in. Sign in, then try again.'],
    ['rate-limited', 'example.social asks to wait. Try again in a minute.'],
    ['suspended', english.error.suspended],
    ['server-error', english.error.serverError(host)],
  ] as const)('a server that is %s', (kind, words) => {
    expect(inWords(new ApiError('notes/create', kind))).toBe(words);
  });

  test('a code that nobody knows gets a general sentence, not the code', () => {
    expect(refusedWith('NEW_IN_2030')).toBe(english.error.actionFailed(host));
    expect(refusedWith('constructor')).toBe(english.error.actionFailed(host));
  });
});

test.each([
  [{ reason: 'empty' }, 'Write something first.'],
  [{ reason: 'too-long', longest: 500 }, 'Your note is too long: at most 500 characters.'],
  [
    { reason: 'warning-too-long', longest: 100 },
    'The content warning is too long: at most 100 characters.',
  ],
  [{ reason: 'no-recipients' }, english.answer.noRecipients],
  [{ reason: 'unknown-recipient', handle: '@typo' }, english.answer.unknownRecipient('@typo')],
  [{ reason: 'not-renotable' }, english.answer.notRenotable],
  [{ reason: 'foreign-emoji' }, english.answer.foreignEmoji],
] satisfies [Refusal, string][])('%j before it was sent is told too', (refusal, words) => {
  expect(inWords(new AnswerRefused(refusal))).toBe(words);
});

test('a defect is not worded away', () => {
  const defect = new TypeError('oops');
  expect(() => inWords(defect)).toThrow(defect);
});
