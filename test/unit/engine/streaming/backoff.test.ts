import { describe, expect, test } from 'vitest';
import { createBackoff } from '../../../../src-main/engine/streaming/backoff.ts';

const delays = (random: number, count: number) => {
  const backoff = createBackoff({ random: () => random });
  return Array.from({ length: count }, () => backoff.next());
};

describe('full jitter above a floor of 2 s, under a ceiling that doubles up to 60 s', () => {
  test('the luckiest draw is always the floor', () => {
    expect(delays(0, 8)).toEqual(Array.from({ length: 8 }, () => 2_000));
  });

  test('the unluckiest draw stays under the ceiling', () => {
    expect(delays(0.999_999, 8)).toEqual([
      4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000,
    ]);
  });

  test('a draw in the middle is in the middle', () => {
    expect(delays(0.5, 6)).toEqual([3_000, 5_000, 9_000, 17_000, 31_000, 31_000]);
  });

  test('it stays bounded however long a server is away', () => {
    expect(delays(0.999_999, 2_000).at(-1)).toBe(60_000);
  });

  test('every draw is made anew', () => {
    const draws = [0, 0.5, 0.25];
    const backoff = createBackoff({ random: () => draws.shift() ?? 0 });
    expect([backoff.next(), backoff.next(), backoff.next()]).toEqual([2_000, 5_000, 5_500]);
  });
});

test('after a reset the ceiling is the lowest again', () => {
  const backoff = createBackoff({ random: () => 0.999_999 });
  backoff.next();
  backoff.next();
  backoff.reset();
  expect(backoff.next()).toBe(4_000);
});

test('floor and ceiling can be set', () => {
  const backoff = createBackoff({ random: () => 0.999_999, minMs: 100, maxMs: 300 });
  expect([backoff.next(), backoff.next(), backoff.next()]).toEqual([200, 300, 300]);
});
