import { describe, expect, test } from 'vitest';
import { BurstLimiter } from '../../../../src-main/engine/notices/burst-limiter.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

function counted() {
  const clock = fakeClock();
  const limiter = new BurstLimiter(clock);
  return {
    clock,
    limiter,
    count(times: number, key = 'a feed') {
      for (let n = 0; n < times; n += 1) limiter.count(key);
    },
  };
}

describe('a feed is too much', () => {
  test('after ten within ten seconds', async () => {
    const { clock, limiter, count } = counted();
    count(1);
    await clock.advance(5_000);
    count(8);
    expect(limiter.isCrowded('a feed', false)).toBe(false);
    count(1);
    expect(limiter.isCrowded('a feed', false)).toBe(true);
    await clock.advance(4_999);
    expect(limiter.isCrowded('a feed', false)).toBe(true);
    await clock.advance(1);
    expect(limiter.isCrowded('a feed', false)).toBe(false);
  });

  test('after five, where a gap held them back', async () => {
    const { clock, limiter, count } = counted();
    count(4);
    expect(limiter.isCrowded('a feed', true)).toBe(false);
    count(1);
    expect(limiter.isCrowded('a feed', true)).toBe(true);
    expect(limiter.isCrowded('a feed', false)).toBe(false);
    await clock.advance(10_000);
    expect(limiter.isCrowded('a feed', true)).toBe(false);
  });

  test('until it calms down, and not again each ten seconds', async () => {
    const { clock, limiter, count } = counted();
    count(10);
    for (let seconds = 0; seconds < 60; seconds += 1) {
      await clock.advance(500);
      count(1);
      expect(limiter.isCrowded('a feed', false)).toBe(true);
    }
    await clock.advance(10_000);
    expect(limiter.isCrowded('a feed', false)).toBe(false);
  });

  test('and another feed is not', () => {
    const { limiter, count } = counted();
    count(20);
    expect(limiter.isCrowded('another feed', false)).toBe(false);
    expect(limiter.isCrowded('another feed', true)).toBe(false);
  });
});
