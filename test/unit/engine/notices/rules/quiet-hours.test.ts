import { describe, expect, test } from 'vitest';
import {
  isQuiet,
  type LocalTime,
  quietMinutesLeft,
} from '../../../../../src-main/engine/notices/rules/quiet-hours.ts';
import type { QuietSpan, Weekday } from '../../../../../src-main/engine/settings/settings.ts';

const everyDay: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
const [sunday, monday, friday, saturday] = [0, 1, 5, 6] as const;

const minutesOf = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};
const at = (weekday: Weekday, clock: string): LocalTime => ({ weekday, minutes: minutesOf(clock) });
const span = (days: readonly Weekday[], from: string, to: string): QuietSpan => ({
  days,
  from: minutesOf(from),
  to: minutesOf(to),
});
const hours = (...spans: QuietSpan[]) => ({ on: true, spans });

describe('quiet', () => {
  const night = hours(span([friday], '22:00', '07:30'));
  const lunch = hours(span([monday, friday], '12:00', '13:00'));
  const allFriday = hours(span([friday], '09:00', '09:00'));
  test.each([
    ['a span within a day, before it', lunch, at(friday, '11:59'), false],
    ['when it begins', lunch, at(friday, '12:00'), true],
    ['in its last minute', lunch, at(friday, '12:59'), true],
    ['when it ends', lunch, at(friday, '13:00'), false],
    ['on another day', lunch, at(saturday, '12:30'), false],
    ['a span over midnight, before it', night, at(friday, '21:59'), false],
    ['in the evening', night, at(friday, '22:00'), true],
    ['in the morning of the day after', night, at(saturday, '07:29'), true],
    ['when it has ended', night, at(saturday, '07:30'), false],
    ['in the morning of its own day', night, at(friday, '07:00'), false],
    ['in the evening of the day after', night, at(saturday, '22:00'), false],
    [
      'from Saturday into Sunday',
      hours(span([saturday], '22:00', '07:00')),
      at(sunday, '06:59'),
      true,
    ],
    ['a day round, when it begins', allFriday, at(friday, '09:00'), true],
    ['a day round, before it begins', allFriday, at(friday, '08:59'), false],
    ['a day round, near its end', allFriday, at(saturday, '08:59'), true],
    ['a day round, when it has ended', allFriday, at(saturday, '09:00'), false],
    [
      'in the second of two spans',
      hours(span([monday], '1:00', '2:00'), span([friday], '1:00', '2:00')),
      at(friday, '1:30'),
      true,
    ],
    ['no day at all', hours(span([], '00:00', '00:00')), at(friday, '12:00'), false],
    ['switched off', { ...night, on: false }, at(friday, '23:00'), false],
  ])('%s', (_case, quietHours, time, expected) => {
    expect(isQuiet(quietHours, time)).toBe(expected);
  });
});

describe('how long it stays quiet', () => {
  test.each([
    ['it is not quiet', hours(span(everyDay, '22:00', '07:00')), at(friday, '12:00'), 0],
    [
      'until the end of the span',
      hours(span(everyDay, '22:00', '07:00')),
      at(friday, '23:30'),
      450,
    ],
    ['until its end this morning', hours(span(everyDay, '22:00', '07:00')), at(friday, '06:59'), 1],
    [
      'until the end of a span that begins where this one ends',
      hours(span(everyDay, '22:00', '07:00'), span([saturday], '07:00', '09:00')),
      at(friday, '22:00'),
      660,
    ],
    [
      'until the end of the longer of two',
      hours(span([friday], '10:00', '12:00'), span([friday], '11:00', '15:00')),
      at(friday, '11:30'),
      210,
    ],
    [
      'over a weekend',
      hours(span([saturday, sunday], '00:00', '00:00')),
      at(saturday, '12:00'),
      36 * 60,
    ],
    [
      'six days and more',
      hours(span([0, 1, 2, 3, 4, 5], '00:00', '00:00')),
      at(sunday, '00:01'),
      6 * 1440 - 1,
    ],
    ['for ever', hours(span(everyDay, '00:00', '00:00')), at(monday, '12:00'), null],
    [
      'for ever, in two halves',
      hours(span(everyDay, '00:00', '12:00'), span(everyDay, '12:00', '00:00')),
      at(monday, '12:00'),
      null,
    ],
  ])('%s', (_case, quietHours, time, expected) => {
    expect(quietMinutesLeft(quietHours, time)).toBe(expected);
  });
});
