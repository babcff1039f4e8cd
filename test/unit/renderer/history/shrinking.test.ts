import { describe, expect, test } from 'vitest';
import { erasesAtOnce } from '../../../../src-renderer/history/shrinking.ts';

const day = 24 * 60 * 60_000;
const now = 1_000 * day;
const kept = { count: 9, bytes: 20 * 1024 * 1024, oldest: now - 40 * day };
const bounds = { days: 90, megabytes: 100 };

describe('narrower bounds erase at once', () => {
  test.each([
    ['a shorter time, with older notices', { days: 30, megabytes: 100 }, true],
    ['a shorter time, with none as old', { days: 60, megabytes: 100 }, false],
    ['less room than is taken', { days: 90, megabytes: 10 }, true],
    ['less room, and still enough', { days: 90, megabytes: 50 }, false],
    ['more of both', { days: null, megabytes: 200 }, false],
  ])('%s', (_, after, erases) => {
    expect(erasesAtOnce(kept, bounds, after, now)).toBe(erases);
  });

  test('nothing goes where nothing is kept', () => {
    const nothing = { count: 0, bytes: 0, oldest: null };
    expect(erasesAtOnce(nothing, bounds, { days: 30, megabytes: 1 }, now)).toBe(false);
  });

  test('where it is not known what is kept, every narrower bound may erase', () => {
    expect(erasesAtOnce(null, bounds, { days: 30, megabytes: 100 }, now)).toBe(true);
    expect(erasesAtOnce(null, { days: null, megabytes: 100 }, bounds, now)).toBe(true);
    expect(erasesAtOnce(null, bounds, { days: 90, megabytes: 99 }, now)).toBe(true);
    expect(erasesAtOnce(null, bounds, { days: null, megabytes: 100 }, now)).toBe(false);
  });

  test('a wider bound asks nothing, though something became too old since the last look', () => {
    expect(erasesAtOnce(kept, { days: 30, megabytes: 10 }, { days: 35, megabytes: 15 }, now)).toBe(
      false,
    );
  });
});
