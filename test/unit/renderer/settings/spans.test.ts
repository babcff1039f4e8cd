import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../../src-renderer/messages/index.ts';
import {
  fieldTime,
  minutesIn,
  newSpan,
  regionalTag,
  spanText,
  weekdayName,
  weekdaysFrom,
  withDay,
} from '../../../../src-renderer/settings/ringing/spans.ts';

const plain = (text: string) => text.replace(/\s/g, ' ');
const en = messagesIn('en').ringing.quiet;

test.each([
  ['en-US', 0],
  ['en-GB', 1],
  ['ja', 0],
  ['ko-KR', 0],
  ['ar-EG', 6],
  ['not a tag', 0],
])('the week of %s begins with day %i', (tag, first) => {
  const days = weekdaysFrom(tag);
  expect(days[0]).toBe(first);
  expect(days.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('a region counts where its language is the window’s', () => {
  expect(regionalTag('en', 'en-GB')).toBe('en-GB');
  expect(regionalTag('ja', 'en-GB')).toBe('ja');
  expect(regionalTag('zh-CN', 'zh-SG')).toBe('zh-SG');
});

test('days are named by the language', () => {
  expect(weekdayName(0, 'en', 'long')).toBe('Sunday');
  expect(weekdayName(6, 'ja', 'short')).toBe('土');
});

test('a day comes and goes, in the order of the week', () => {
  const span = { ...newSpan, days: [1, 5] } as const;
  expect(withDay(span, 3, true).days).toEqual([1, 3, 5]);
  expect(withDay(span, 5, false).days).toEqual([1]);
});

describe('a span in words', () => {
  test.each([
    [newSpan, 'en-GB', 'Every day, 22:00 – 07:00 on the next day'],
    [newSpan, 'en-US', 'Every day, 10:00 PM – 7:00 AM on the next day'],
    [{ days: [0, 1, 6], from: 540, to: 1020 }, 'en-GB', 'Mon, Sat, Sun, 09:00 – 17:00'],
    [{ days: [1], from: 0, to: 0 }, 'en-GB', 'Mon, the whole day'],
    [{ days: [], from: 0, to: 0 }, 'en-GB', 'On no day: choose at least one.'],
  ] as const)('%j in %s', (span, tag, text) => {
    expect(plain(spanText(span, tag, en))).toBe(text);
  });

  test('follows the language', () => {
    expect(spanText(newSpan, 'ja', messagesIn('ja').ringing.quiet)).toBe('毎日 22:00～翌日の7:00');
  });
});

test.each([
  [0, '00:00'],
  [7 * 60 + 5, '07:05'],
  [24 * 60 - 1, '23:59'],
])('%i minutes stand in a field as %s', (minutes, value) => {
  expect(fieldTime(minutes)).toBe(value);
  expect(minutesIn(value)).toBe(minutes);
});

test('half a time is none', () => {
  expect(minutesIn('')).toBeNull();
});
