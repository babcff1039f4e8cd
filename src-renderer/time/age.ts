import type { Locale } from '../../src-main/ipc/contract.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;

/**
 * How long ago a moment was, as short as the language allows: `nowWord` within a minute (also for a
 * clock that runs a little ahead), minutes, hours and days within a week, then the date, with the
 * year when it is another one.
 *
 * @param at milliseconds since the epoch
 * @param now milliseconds since the epoch
 */
export function ageText(at: number, now: number, locale: Locale, nowWord: string): string {
  const age = now - at;
  if (age < -minute) return dateText(at, now, locale);
  if (age < minute) return nowWord;
  if (age < hour) return relative(locale).format(-Math.floor(age / minute), 'minute');
  if (age < day) return relative(locale).format(-Math.floor(age / hour), 'hour');
  if (age < week) return relative(locale).format(-Math.floor(age / day), 'day');
  return dateText(at, now, locale);
}

/** The whole moment, for a tooltip. */
export function momentText(at: number, locale: Locale): string {
  return dateFormat(locale, { dateStyle: 'full', timeStyle: 'medium' }).format(at);
}

/** The hour and minute, and the day too when it is not today. */
export function clockText(at: number, now: number, locale: Locale): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  const options: Intl.DateTimeFormatOptions = sameDay
    ? { timeStyle: 'short' }
    : { weekday: 'short', hour: 'numeric', minute: '2-digit' };
  return dateFormat(locale, options).format(at);
}

/** Minutes and seconds that are left, as `4:05`; `0:00` when none are. */
export function countdownText(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function dateText(at: number, now: number, locale: Locale): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const options: Intl.DateTimeFormatOptions = sameYear
    ? { month: 'short', day: 'numeric' }
    : { year: 'numeric', month: 'short', day: 'numeric' };
  return dateFormat(locale, options).format(at);
}

/** Formats are costly to make and few in number. */
const formats = new Map<string, Intl.DateTimeFormat>();
function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known;
}

const relatives = new Map<Locale, Intl.RelativeTimeFormat>();
function relative(locale: Locale): Intl.RelativeTimeFormat {
  const known =
    relatives.get(locale) ??
    new Intl.RelativeTimeFormat(locale, { style: 'narrow', numeric: 'always' });
  relatives.set(locale, known);
  return known;
}
