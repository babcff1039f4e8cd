import { describe, expect, test } from 'vitest';
import { ageText, clockText, countdownText } from '../../../../src-renderer/time/age.ts';

const now = new Date(2026, 10, 20, 12, 0, 0).getTime();
const seconds = 1_000;
const minutes = 60 * seconds;
const hours = 60 * minutes;
const days = 24 * hours;

describe('ages', () => {
  test.each([
    [0, 'now'],
    [59 * seconds, 'now'],
    [-30 * seconds, 'now'],
    [60 * seconds, '1m ago'],
    [59 * minutes, '59m ago'],
    [60 * minutes, '1h ago'],
    [23.9 * hours, '23h ago'],
    [24 * hours, '1d ago'],
    [6.9 * days, '6d ago'],
    [7 * days, 'Nov 13'],
    [365 * days, 'Nov 20, 2025'],
    [-3 * hours, 'Nov 20'],
  ])('%d ms read %s', (age, expected) => {
    expect(ageText(now - age, now, 'en', 'now')).toBe(expected);
  });

  test('read in the other languages', () => {
    expect(ageText(now - 5 * minutes, now, 'ja', 'たった今')).toBe('5分前');
    expect(ageText(now - 5 * minutes, now, 'ko', '방금')).toBe('5분 전');
    expect(ageText(now - 5 * minutes, now, 'zh-CN', '刚刚')).toBe('5分钟前');
    expect(ageText(now - 8 * days, now, 'ja', '')).toBe('11月12日');
    expect(ageText(now - 8 * days, now, 'ko', '')).toBe('11월 12일');
    expect(ageText(now - 8 * days, now, 'zh-CN', '')).toBe('11月12日');
  });
});

test('a time of day has its day where that is another', () => {
  expect(clockText(now + hours, now, 'en')).toMatch(/^1:00\sPM$/);
  expect(clockText(now + 20 * hours, now, 'en')).toMatch(/^Sat 8:00\sAM$/);
});

test.each([
  [65_000, '1:05'],
  [600_000, '10:00'],
  [500, '0:01'],
  [0, '0:00'],
  [-5, '0:00'],
])('%d ms are counted down as %s', (left, expected) => {
  expect(countdownText(left)).toBe(expected);
});
