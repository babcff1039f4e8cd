import { describe, expect, test } from 'vitest';
import { nextEntry } from '../../../../src-renderer/frame/menu-keys.ts';
import { stripDelay } from '../../../../src-renderer/frame/strip-delay.ts';

describe('keys in a menu', () => {
  const labels = ['Home', 'Local', 'Social', 'Global', 'Help'];

  test.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 0, 1],
    ['ArrowDown', 4, 0],
    ['ArrowUp', 0, 4],
    ['ArrowUp', -1, 4],
    ['ArrowUp', 2, 1],
    ['Home', 3, 0],
    ['End', 0, 4],
    ['h', 0, 4],
    ['H', 4, 0],
    ['s', -1, 2],
    ['z', 0, null],
    ['Enter', 0, null],
    [' ', 0, null],
  ])('%s at %d leads to %s', (key, current, expected) => {
    expect(nextEntry(key, labels, current)).toBe(expected);
  });

  test('lead nowhere where there is nothing', () => {
    expect(nextEntry('ArrowDown', [], -1)).toBeNull();
  });
});

describe('the strip about a state', () => {
  test.each([
    ['online', false, true, null],
    ['online', false, false, null],
    ['connecting', false, true, 3_000],
    ['subscribing', false, true, 3_000],
    ['waiting', false, true, 0],
    ['stale', false, true, 0],
    ['waiting', false, false, 3_000],
    ['connecting', false, false, 3_000],
    ['refused', false, false, 0],
    ['connecting', true, false, 0],
  ] as const)('of %s (sign-in needed: %s, at the start: %s) waits %s ms', (...facts) => {
    const [state, needsSignIn, atStart, expected] = facts;
    expect(stripDelay({ state, needsSignIn }, atStart)).toBe(expected);
  });
});
