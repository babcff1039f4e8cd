import { expect, test } from 'vitest';
import { distanceText } from '../../../../src-renderer/time/distance.ts';

const now = Date.UTC(2026, 5, 1);
const hour = 60 * 60_000;

test.each([
  [0, 'now'],
  [30_000, 'in 30 seconds'],
  [-90_000, '1 minute ago'],
  [5 * hour, 'in 5 hours'],
  [-24 * hour, 'yesterday'],
  [-50 * 24 * hour, 'last month'],
  [800 * 24 * hour, 'in 2 years'],
])('%i ms from now is %s', (distance, expected) => {
  expect(distanceText(now + distance, now, 'en')).toBe(expected);
});

test('the distance is told in the reader’s language', () => {
  expect(distanceText(now - 3 * hour, now, 'ja')).toBe('3 時間前');
  expect(distanceText(now - 3 * hour, now, 'ko')).toBe('3시간 전');
  expect(distanceText(now - 3 * hour, now, 'zh-CN')).toBe('3小时前');
});
