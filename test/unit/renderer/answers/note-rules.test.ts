import { describe, expect, test } from 'vitest';
import { canRenote, canVote, notePage } from '../../../../src-renderer/answers/note-rules.ts';

describe('renoting', () => {
  test.each([
    ['public', false, true],
    ['home', false, true],
    ['followers', false, false],
    ['followers', true, true],
    ['specified', false, false],
    ['specified', true, false],
  ] as const)('a %s note, own: %s', (visibility, own, expected) => {
    expect(canRenote({ visibility, own, hidden: false })).toBe(expected);
  });

  test('what is withheld is not passed on', () => {
    expect(canRenote({ visibility: 'public', own: false, hidden: true })).toBe(false);
  });
});

test.each([
  ['misskey.example', 'https://misskey.example/notes/9abc'],
  ['misskey.example:8443', 'https://misskey.example:8443/notes/9abc'],
  ['127.0.0.1:3000', 'http://127.0.0.1:3000/notes/9abc'],
  ['localhost:3000', 'http://localhost:3000/notes/9abc'],
  ['[::1]:3000', 'http://[::1]:3000/notes/9abc'],
  ['localhost.example', 'https://localhost.example/notes/9abc'],
])('a note of %s has its page there', (host, expected) => {
  expect(notePage({ host }, '9abc')).toBe(expected);
});

test('an id cannot lead elsewhere', () => {
  expect(notePage({ host: 'a.example' }, '../@evil?x#y')).toBe(
    'https://a.example/notes/..%2F%40evil%3Fx%23y',
  );
});

describe('voting', () => {
  const poll = (mine: readonly boolean[], multiple = false, expiresAt: number | null = null) => ({
    multiple,
    expiresAt,
    choices: mine.map((own) => ({ mine: own })),
  });

  test.each([
    ['an open poll', poll([false, false]), 1, true],
    ['one that was voted in', poll([true, false]), 1, false],
    ['another answer where several are allowed', poll([true, false], true), 1, true],
    ['the same answer again', poll([true, false], true), 0, false],
    ['one that ends later', poll([false], false, 1_001), 0, true],
    ['one that ends now', poll([false], false, 1_000), 0, false],
    ['an answer that is not there', poll([false]), 1, false],
  ] as const)('%s', (_what, given, choice, expected) => {
    expect(canVote(given, choice, 1_000)).toBe(expected);
  });
});
