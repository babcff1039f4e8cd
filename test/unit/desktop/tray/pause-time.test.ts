import { expect, test } from 'vitest';
import { formatPauseEnd } from '../../../../src-main/desktop/tray/pause-time.ts';

const noon = Date.UTC(2026, 10, 20, 12);
const hour = 3_600_000;

test.each([
  ['en', '2:30 PM'],
  ['ja', '14:30'],
  ['ko', '14:30'],
  ['zh-CN', '14:30'],
] as const)('on the same day only the time is told, in %s', (locale, expected) => {
  // ICU puts a narrow no-break space before AM and PM.
  const text = formatPauseEnd(noon + 2.5 * hour, noon, locale, 'UTC').replace(/\s/gu, ' ');
  expect(text).toBe(expected);
});

test('on another day the weekday is told too, in the time zone of the person', () => {
  const tomorrow = formatPauseEnd(noon + 20 * hour, noon, 'en', 'UTC');
  expect(tomorrow).toContain('Sat');
  // In Tokyo it is already evening, and those four hours cross midnight.
  expect(formatPauseEnd(noon + 4 * hour, noon, 'en', 'Asia/Tokyo')).toContain('Sat');
  expect(formatPauseEnd(noon + 4 * hour, noon, 'en', 'UTC')).not.toContain('Fri');
});
