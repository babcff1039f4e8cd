import type { Settings } from '../../../src-main/ipc/contract.ts';
import type { Messages } from '../../messages/index.ts';

export type QuietSpan = Settings['rules']['quietHours']['spans'][number];
export type Weekday = QuietSpan['days'][number];

const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
/** More spans than this are not kept. */
export const mostSpans = 50;

/** What one adds first: every night. */
export const newSpan: QuietSpan = { days: weekdays, from: 22 * 60, to: 7 * 60 };

/** The days of a week in the order of a region, which a BCP 47 tag such as `en-GB` names. */
export function weekdaysFrom(tag: string): readonly Weekday[] {
  const first = firstWeekday(tag);
  return [...weekdays.slice(first), ...weekdays.slice(0, first)];
}

/**
 * Newer than TypeScript's library knows; older engines have the property, newer ones the method.
 * https://tc39.es/proposal-intl-locale-info/
 */
interface WeekInfo {
  readonly getWeekInfo?: () => { readonly firstDay: number };
  readonly weekInfo?: { readonly firstDay: number };
}

/** 0 = Sunday. */
function firstWeekday(tag: string): number {
  try {
    const locale: Intl.Locale & WeekInfo = new Intl.Locale(tag);
    return ((locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 7) % 7;
  } catch {
    return 0;
  }
}

/** The reader's own region, where it is one of the window's language. */
export function regionalTag(locale: string, systemTag: string): string {
  return systemTag.split('-')[0] === locale.split('-')[0] ? systemTag : locale;
}

/** What a day is called: `long` Sunday, `short` Sun, `narrow` S. */
export function weekdayName(
  day: Weekday,
  tag: string,
  length: 'long' | 'short' | 'narrow',
): string {
  // 4 January 1970 was a Sunday.
  return new Intl.DateTimeFormat(tag, { weekday: length, timeZone: 'UTC' }).format(
    Date.UTC(1970, 0, 4 + day),
  );
}

/** The span with a day in it or out of it. */
export function withDay(span: QuietSpan, day: Weekday, isIn: boolean): QuietSpan {
  return {
    ...span,
    days: weekdays.filter((one) => (one === day ? isIn : span.days.includes(one))),
  };
}

/** A span in one line, with times as the region writes them. */
export function spanText(
  span: QuietSpan,
  tag: string,
  words: Messages['ringing']['quiet'],
): string {
  if (span.days.length === 0) return words.never;
  const days =
    span.days.length === weekdays.length
      ? words.everyDay
      : new Intl.ListFormat(tag, { style: 'short', type: 'unit' }).format(
          weekdaysFrom(tag)
            .filter((day) => span.days.includes(day))
            .map((day) => weekdayName(day, tag, 'short')),
        );
  if (span.from === span.to) return words.wholeDay(days);
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone: 'UTC' });
  const from = time.format(span.from * 60_000);
  const to = time.format(span.to * 60_000);
  return span.from < span.to ? words.sameDay(days, from, to) : words.nextDay(days, from, to);
}

/** Minutes since midnight as a time field holds them (`07:30`). */
export function fieldTime(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return `${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The minutes since midnight in what a time field holds; null where it is not filled in. */
export function minutesIn(value: string): number | null {
  const match = /^(\d{2}):(\d{2})/.exec(value);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}
