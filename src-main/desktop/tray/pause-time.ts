import type { Locale } from '../../ipc/contract.ts';

/**
 * A moment to come as a person says it: only the time on the same day, else with the weekday. Times
 * in milliseconds since the epoch; `timeZone` is an IANA name, the system's own when left out.
 */
export function formatPauseEnd(
  atMs: number,
  nowMs: number,
  locale: Locale,
  timeZone?: string,
): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'short', ...zone });
  const sameDay = day.format(atMs) === day.format(nowMs);
  return new Intl.DateTimeFormat(locale, {
    // Some versions of ICU word Korean day periods in English.
    ...(locale === 'en' ? {} : { hourCycle: 'h23' }),
    hour: 'numeric',
    minute: '2-digit',
    ...(sameDay ? {} : { weekday: 'short' }),
    ...zone,
  }).format(atMs);
}
