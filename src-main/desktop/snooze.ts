import { pauseEnd } from '../engine/notices/pause.ts';

/** How long notifications are to pause, as `--snooze=` says it; `off` resumes them. */
export type Snooze = { readonly minutes: number } | 'tomorrow' | 'off';

const longest = 7 * 24 * 60;

/** Reads `30m`, `1h`, `2h30m`, `tomorrow` or `off`, up to seven days; null when it is none of them. */
export function parseSnooze(text: string): Snooze | null {
  if (text === 'tomorrow' || text === 'off') return text;
  const [whole, hours = '0', minutes = '0'] = /^(?:(\d{1,3})h)?(?:(\d{1,5})m)?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const total = Number(hours) * 60 + Number(minutes);
  return total > 0 && total <= longest ? { minutes: total } : null;
}

/** When it ends, in milliseconds since the epoch; null = at once. */
export function snoozeEnd(snooze: Snooze, now: number): number | null {
  if (snooze === 'off') return null;
  return snooze === 'tomorrow' ? pauseEnd('until-tomorrow', now) : now + snooze.minutes * 60_000;
}
