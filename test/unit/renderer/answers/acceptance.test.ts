import { describe, expect, test } from 'vitest';
import { canJoin, reactionChoice } from '../../../../src-renderer/answers/acceptance.ts';

describe('what a note takes', () => {
  test.each([
    [null, null, 'any'],
    [null, 'far.example', 'any'],
    ['likeOnly', null, 'like'],
    ['likeOnly', 'far.example', 'like'],
    ['likeOnlyForRemote', null, 'any'],
    ['likeOnlyForRemote', 'far.example', 'like'],
    ['nonSensitiveOnly', null, 'non-sensitive'],
    ['nonSensitiveOnly', 'far.example', 'non-sensitive'],
    ['nonSensitiveOnlyForLocalLikeOnlyForRemote', null, 'non-sensitive'],
    ['nonSensitiveOnlyForLocalLikeOnlyForRemote', 'far.example', 'like'],
  ] as const)('%s by an author of %s: %s', (reactionAcceptance, host, expected) => {
    expect(reactionChoice({ reactionAcceptance, author: { host } })).toBe(expected);
  });
});

describe('joining in a reaction', () => {
  const given = (key: string, name: string | null, mine = false) => ({ key, name, mine });

  test.each([
    ['a Unicode emoji', given('👍', null), 'any', true],
    ['one of the own server', given(':blob@.:', 'blob'), 'any', true],
    ['one of another server', given(':blob@far.example:', 'blob@far.example'), 'any', false],
    [
      'one’s own of another server',
      given(':blob@far.example:', 'blob@far.example', true),
      'any',
      true,
    ],
    ['anything else than a heart', given('👍', null), 'like', false],
    ['a heart', given('❤', null), 'like', true],
    ['one’s own from before', given('👍', null, true), 'like', true],
  ] as const)('%s', (_what, reaction, choice, expected) => {
    expect(canJoin(reaction, choice)).toBe(expected);
  });
});
