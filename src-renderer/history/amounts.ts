import type { Locale } from '../../src-main/ipc/contract.ts';

const kilobyte = 1024;

/** A size on the disk, in the largest unit that is not below one. */
export function sizeText(bytes: number, locale: Locale): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(
    units.length - 1,
    Math.floor(Math.log(Math.max(1, bytes)) / Math.log(kilobyte)),
  );
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: power > 1 ? 1 : 0,
  }).format(bytes / kilobyte ** power);
}

/** A day. `moment`: milliseconds since the epoch. */
export function dayText(moment: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(moment);
}
