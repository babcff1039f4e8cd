import { expect, test } from 'vitest';
import { parseSnooze, snoozeEnd } from '../../../src-main/desktop/snooze.ts';

test.each([
  ['30m', { minutes: 30 }],
  ['1h', { minutes: 60 }],
  ['2h30m', { minutes: 150 }],
  ['90m', { minutes: 90 }],
  ['168h', { minutes: 10_080 }],
  ['tomorrow', 'tomorrow'],
  ['off', 'off'],
])('%s', (text, snooze) => {
  expect(parseSnooze(text)).toEqual(snooze);
});

test.each([
  ...['', '0m', '0h0m', 'h', 'm', '30', '1d', '-1h', '1.5h', '30m1h', '1h ', 'Tomorrow', '1H'],
  ...['168h1m', '999h', '99999m', '1e3m', '１h', 'on', 'never'],
])('%j is no length of time', (text) => {
  expect(parseSnooze(text)).toBeNull();
});

test('ends so many minutes later, tomorrow in the morning, or at once', () => {
  const now = new Date(2026, 4, 7, 22, 30).getTime();
  expect(snoozeEnd({ minutes: 90 }, now)).toBe(now + 90 * 60_000);
  expect(snoozeEnd('tomorrow', now)).toBe(new Date(2026, 4, 8, 8, 0).getTime());
  expect(snoozeEnd('off', now)).toBeNull();
});
