import type { QuietSpan, Rules, Weekday } from '../../settings/settings.ts';

/** A moment by the clock on the user's wall. */
export interface LocalTime {
  readonly weekday: Weekday;
  /** Whole minutes since midnight, 0 to 1439. */
  readonly minutes: number;
}

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;
const minutesOfDay = 24 * 60;

/** Whether it is quiet at that moment. */
export function isQuiet({ on, spans }: Rules['quietHours'], time: LocalTime): boolean {
  return on && spans.some((span) => isWithin(span, time));
}

/** How many minutes it stays quiet from that moment on; 0 when it is not quiet, null when it never ends. */
export function quietMinutesLeft(hours: Rules['quietHours'], time: LocalTime): number | null {
  if (!isQuiet(hours, time)) return 0;
  // Quiet ends where a span does, and one may begin where another ends.
  const waits = hours.spans.map(({ to }) => (to - time.minutes + minutesOfDay) % minutesOfDay);
  for (let days = 0; days <= weekdays.length; days += 1) {
    for (const wait of waits.toSorted((a, b) => a - b)) {
      const later = wait + days * minutesOfDay;
      if (!isQuiet(hours, after(time, later))) return later;
    }
  }
  return null;
}

function isWithin({ days, from, to }: QuietSpan, { weekday, minutes }: LocalTime): boolean {
  const beganToday = days.includes(weekday) && minutes >= from;
  if (from < to) return beganToday && minutes < to;
  return beganToday || (days.includes(dayBefore(weekday)) && minutes < to);
}

function after({ weekday, minutes }: LocalTime, more: number): LocalTime {
  const total = weekday * minutesOfDay + minutes + more;
  return {
    weekday: weekdayOf(Math.floor(total / minutesOfDay)),
    minutes: total % minutesOfDay,
  };
}

function dayBefore(weekday: Weekday): Weekday {
  return weekdayOf(weekday + 6);
}

/** @param days whole days since a Sunday */
function weekdayOf(days: number): Weekday {
  return weekdays[days % weekdays.length] ?? 0;
}
