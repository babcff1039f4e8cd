import type { LocalTime } from './rules/quiet-hours.ts';

/** What the user's own clock shows, in the time zone of this computer. `now`: milliseconds since the epoch. */
export function localTime(now: number): LocalTime {
  const date = new Date(now);
  const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;
  return {
    weekday: weekdays[date.getDay()] ?? 0,
    minutes: date.getHours() * 60 + date.getMinutes(),
  };
}
